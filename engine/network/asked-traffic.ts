/** What a packet stands for at a filter: the traffic in words, and the ports that a rule for it must name. */
import { hasPorts, type Range } from './packet';
import type { Walk } from './walk';
import { protocolText, trafficText } from './words';

/** How a sentence joins the packet and its peer, seen from the filter. */
export const preposition = { inbound: 'from', outbound: 'to' } as const;

/** The traffic; where every port is asked for, the one that was tried is an example. */
export function askedText(walk: Walk): string {
  const { header, scope, direction } = walk;
  const port = header.destinationPorts?.[0]?.[0];
  return scope.anyPort && direction === 'forward' && port !== undefined
    ? `${protocolText(header.protocol)} ports such as ${port}`
    : trafficText(header);
}

/** The ports a new rule must name: those of the packet, or all where none was asked for. */
export function rulePorts(walk: Walk): Range | null {
  const ports = walk.header.destinationPorts;
  if (!hasPorts(walk.header.protocol) || !ports) return null;
  if (walk.scope.anyPort && walk.direction === 'forward') return [0, 65535];
  return [ports[0]?.[0] ?? 0, ports.at(-1)?.[1] ?? 65535];
}
