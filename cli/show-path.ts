/** A path answer as text for people: the verdict, both ladders of hops, every blocker with its fix, what is not modelled. */
import type { Scenario, ScenarioPath } from '../engine/catalog/descriptors';
import { get, knownIdOf } from '../engine/catalog/lookup';
import type { Blocker, Hop, Packet, PathQuery, Resolution } from '../engine/model/path';
import { momentText } from './view';

const MARKS = { pass: '✓', stop: '✗', 'not-reached': '·' } as const;
const VERDICT_WORDS = {
  reachable: 'REACHABLE',
  partial: 'PARTLY REACHABLE',
  unreachable: 'NOT REACHABLE',
  unknown: 'UNKNOWN',
} as const;

export function showPath(document: Scenario, query: PathQuery, path: ScenarioPath): readonly string[] {
  const lines = [
    ...showResolution(path.resolution),
    `${query.from} → ${query.to}  ${scopeOf(query)}`,
    `${VERDICT_WORDS[path.verdict]}${path.code === undefined ? '' : `  ${path.code}`}${path.direction === undefined ? '' : ` (${directionOf(path.direction)})`}`,
    momentText(path.askedOf),
  ];
  if (path.working !== undefined) lines.push(`works: ${path.working}`);
  lines.push(...ladder(document, 'There', path.forward.hops), ...ladder(document, 'Back', path.return.hops));
  if (path.blockers.length > 0) {
    lines.push('', path.blockers.length === 1 ? 'What stops it' : `What stops it (${path.blockers.length})`);
    for (const blocker of path.blockers) lines.push(...showBlocker(document, blocker));
  }
  if (path.notes.length > 0) {
    lines.push('', 'Notes');
    for (const { code, message } of path.notes) lines.push(`  ${message} [${code}]`);
  }
  if (path.notModelled.length > 0) {
    lines.push('', path.verdict === 'unknown' ? 'Why it is not known' : 'Not modelled');
    for (const message of path.notModelled) lines.push(`  ${message}`);
  }
  return lines;
}

/** A name is looked up before any packet sets out. */
function showResolution(resolution: Resolution | undefined): readonly string[] {
  if (!resolution) return [];
  const { name, addresses, message, source } = resolution;
  return [
    `${name} = ${addresses.length > 0 ? addresses.join(', ') : 'no address'}`,
    `  ${message}`,
    `  ${source}`,
    '',
  ];
}

function scopeOf(query: PathQuery): string {
  const protocol = query.protocol ?? 'tcp';
  if (query.icmpType !== undefined)
    return `${protocol} type ${query.icmpType}${query.icmpCode === undefined ? '' : ` code ${query.icmpCode}`}`;
  if (query.port !== undefined) return `${protocol} port ${query.port}`;
  return ['tcp', 'udp', '6', '17'].includes(protocol) ? `${protocol}, every port` : protocol;
}

const directionOf = (direction: 'forward' | 'return'): string =>
  direction === 'forward' ? 'on the way there' : 'on the way back';

function ladder(document: Scenario, title: string, hops: readonly Hop[]): readonly string[] {
  if (hops.length === 0) return [];
  const lines = ['', title];
  hops.forEach((hop, index) => {
    const translated = hop.packetOut === undefined ? '' : `  ⇒ ${showPacket(hop.packetOut)}`;
    lines.push(
      `  ${MARKS[hop.verdict]} ${String(index + 1).padStart(2)}  ${hop.kind.padEnd(16)}  ${nameOf(document, hop.resource)}  ${showPacket(hop.packetIn)}${translated}`,
      `         ${hop.message}`,
    );
    if (hop.decidedBy !== undefined)
      lines.push(
        `         by ${nameOf(document, hop.decidedBy.resource)} ${hop.decidedBy.rule}: ${hop.decidedBy.text}`,
      );
  });
  return lines;
}

function showBlocker(document: Scenario, blocker: Blocker): readonly string[] {
  const rule = blocker.rule === undefined ? '' : ` ${blocker.rule}`;
  const lines = [
    `  ✗ ${blocker.code}  ${nameOf(document, blocker.resource)}${rule}, ${directionOf(blocker.direction)}`,
    `      ${blocker.message}`,
    `      ${blocker.source}`,
  ];
  if (blocker.fix !== undefined) lines.push(`      Fix: ${blocker.fix.label}`);
  if (blocker.alternativeFix !== undefined) lines.push(`      Or:  ${blocker.alternativeFix.label}`);
  return lines;
}

/** `web (i-0abc…)`; the id alone where there is no name. */
function nameOf(document: Scenario, id: string): string {
  const known = knownIdOf(document, id);
  const name = get(document, id)?.name;
  return name === undefined || name === known ? known : `${name} (${known})`;
}

function showPacket(packet: Packet): string {
  return `${packet.source}${portsOf(packet.sourcePorts)} → ${packet.destination}${portsOf(packet.destinationPorts)}`;
}

function portsOf(ports: readonly [number, number] | undefined): string {
  if (ports === undefined) return '';
  const [from, to] = ports;
  return from === to ? `:${from}` : `:${from}-${to}`;
}
