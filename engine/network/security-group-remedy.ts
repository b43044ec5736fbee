/** The rule that a security group lacks for a packet it refused. */
import { makeIpv4, type Ipv4 } from '../model/ip/ipv4';
import { rulePorts } from './asked-traffic';
import type { Side } from './filters';
import type { Group, Interface } from './network';
import { ICMP } from './packet';
import type { Remedy, RemedyPeer } from './remedy';
import type { Walk } from './walk';

const ANYWHERE = '0.0.0.0/0';

/** @returns the rule to add, and where a wider or narrower one may be meant, that one too. */
export function groupRemedies(
  walk: Walk,
  on: Interface,
  side: Side,
  group: Group | undefined,
  peer: Ipv4,
): { remedy?: Remedy; alternative?: Remedy } {
  if (!group) return {};
  const { header } = walk;
  const allow = (to: RemedyPeer): Remedy => ({
    type: 'allow-in-group',
    groupId: group.id,
    side,
    protocol: header.protocol,
    ports: rulePorts(walk),
    icmp: header.protocol === ICMP ? [header.icmpType, header.icmpCode] : null,
    peer: to,
  });
  const narrow: RemedyPeer = { type: 'block', cidr: `${makeIpv4(peer)}/32` };
  const wide: RemedyPeer = { type: 'block', cidr: ANYWHERE };
  if (peer === walk.scope.outside) {
    if (walk.scope.outsideScope === 'any') return { remedy: allow(wide) };
    return walk.scope.outsideScope === 'client'
      ? { remedy: allow(wide), alternative: allow(narrow) }
      : { remedy: allow(narrow), alternative: allow(wide) };
  }
  const owner = on.subnet.vpc.owners.get(peer);
  const peerGroup = owner?.type === 'interface' ? owner.groups[0] : undefined;
  if (peerGroup && (side === 'outbound' || walk.identity === 'kept'))
    return { remedy: allow({ type: 'group', id: peerGroup.id }), alternative: allow(narrow) };
  return { remedy: allow(narrow) };
}
