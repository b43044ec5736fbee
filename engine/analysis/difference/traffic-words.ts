/** A set of packets in the few words a list has room for: `tcp 443 from every public address`. */
import { joinRanges } from '../../network/packet';
import { boxesOf, type Box, type Interval } from '../../network/symbolic/boxes';
import { SOURCE_PORT, type Diagram, type Value } from '../../network/symbolic/diagram';
import type { Ground } from '../../network/symbolic/ground';
import { blocksText, listText, protocolText, rangeText } from '../../network/words';

/** @param outside which end the addresses of the set belong to; `null` where both are in the document */
export function trafficWords(ground: Ground, set: Diagram, outside: 'from' | 'to' | null): readonly string[] {
  const boxes = boxesOf(ground.store.forget(set, SOURCE_PORT));
  const byWho = new Map<string, Set<string>>();
  for (const box of boxes) {
    const who = outside === null ? '' : ` ${outside} ${whoOf(box)}`;
    const known = byWho.get(who) ?? new Set();
    byWho.set(who, known);
    for (const what of whatOf(box)) known.add(what);
  }
  return [...byWho].map(([who, what]) => `${shorten([...what])}${who}`);
}

function whatOf({ protocols, ports }: Box): readonly string[] {
  if (protocols === null) return ['everything'];
  return protocols.flatMap(([from, to]) => {
    const single = from === to;
    const isEverythingElse = to - from > 100;
    if (isEverythingElse) return ['every other protocol'];
    const names: string[] = [];
    for (let protocol = from; protocol <= to; protocol += 1)
      names.push(withPorts(protocol, ports, single || protocol === 6 || protocol === 17));
    return names.length > 4 ? [`protocols ${from}-${to}`] : names;
  });
}

function withPorts(protocol: number, ports: Box['ports'], shown: boolean): string {
  const name = protocolText(protocol);
  if (!shown || (protocol !== 6 && protocol !== 17)) return name;
  const isAll = ports === null || (ports.length === 1 && ports[0]?.[0] === 0 && ports[0][1] === 65_535);
  return isAll ? `all ${name}` : `${name} ${shorten(joinRanges(ports).map(rangeText))}`;
}

/** A set of nearly every address is said to be every public one: what is not public never gets so far. */
function whoOf({ addresses }: Box): string {
  if (addresses === null || covers(addresses)) return 'every public address';
  const blocks = addresses.flatMap(([from, to]) => textsOf(from, to));
  return shorten(blocks);
}

const textsOf = (from: Value, to: Value): readonly string[] => blocksText(from, to);

/** More than half of all addresses of the family. */
function covers(intervals: readonly Interval[]): boolean {
  let sum = 0;
  for (const [from, to] of intervals)
    sum +=
      typeof from === 'bigint'
        ? Number(((to as bigint) - from) >> 64n) / 2 ** 63
        : (Number(to) - from) / 2 ** 31;
  return sum >= 1;
}

const shorten = (texts: readonly string[]): string => listText(texts, 6);
