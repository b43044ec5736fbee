/** What is open to the internet in as few words as an ear needs. */
import type { ExposureLine, TrafficBox } from '../../engine';
import { outline } from '../strings';

const MAX_TEXTS = 3;

/** `443`, `80`, `udp 53`, `ping`, `everything`: protocols other than TCP by name. */
export const openTo = ({ works, sometimes, family }: ExposureLine): readonly string[] =>
  unique(
    [...works, ...sometimes].flatMap((box) =>
      boxTexts(box).map((text) => (family === 6 ? `IPv6 ${text}` : text)),
    ),
  );

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function boxTexts(box: TrafficBox): readonly string[] {
  return box.protocols.flatMap((protocol) => {
    const ports = (box.ports ?? []).map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
    if (protocol === 'all') return outline.relations.everything;
    if (ports.length === 0 || (box.ports?.length === 1 && isEveryPort(box.ports[0]))) return protocol;
    return ports.map((port) => (protocol === 'tcp' ? port : `${protocol} ${port}`));
  });
}

const isEveryPort = (range: readonly [number, number] | undefined): boolean =>
  range !== undefined && range[0] === 0 && range[1] === 65_535;

/** `reachable from the Internet on 443`; an empty text for what is not reached or not known. */
export function reachSentence(open: readonly string[] | undefined): string {
  if (!open || open.length === 0) return '';
  const shown = open.slice(0, MAX_TEXTS);
  const more = open.length - shown.length;
  const words = more > 0 ? `${shown.join(', ')} ${outline.relations.more(more)}` : shown.join(', ');
  return outline.relations.reachable(words);
}
