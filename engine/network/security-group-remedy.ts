/** The rule that a security group lacks for a packet it refused. */
import { hostBlock, isIpv6, makeCidr, type Address } from '../model/ip/address';
import { rulePorts } from './asked-traffic';
import { memberAt, type Side } from './filters';
import type { Group, Interface } from './network';
import { isIcmp } from './packet';
import type { Remedy, RemedyPeer } from './remedy';
import type { Walk } from './walk';

export const anywhere = (peer: Address): string => (isIpv6(peer) ? '::/0' : '0.0.0.0/0');

/** @returns the rule to add, and where a wider or narrower one may be meant, that one too. */
export function groupRemedies(
  walk: Walk,
  on: Interface,
  side: Side,
  group: Group | undefined,
  peer: Address,
): { remedy?: Remedy; alternative?: Remedy } {
  if (!group) return {};
  const { header } = walk;
  const allow = (to: RemedyPeer): Remedy => ({
    type: 'allow-in-group',
    groupId: group.id,
    side,
    protocol: header.protocol,
    ports: rulePorts(walk),
    icmp: isIcmp(header.protocol) ? [header.icmpType, header.icmpCode] : null,
    peer: to,
  });
  const narrow: RemedyPeer = { type: 'block', cidr: makeCidr(hostBlock(peer)) };
  const wide: RemedyPeer = { type: 'block', cidr: anywhere(peer) };
  if (peer === walk.scope.outside) {
    if (walk.scope.outsideScope === 'any') return { remedy: allow(wide) };
    return walk.scope.outsideScope === 'client'
      ? { remedy: allow(wide), alternative: allow(narrow) }
      : { remedy: allow(narrow), alternative: allow(wide) };
  }
  const owner = memberAt(on.subnet.vpc, peer);
  const peerGroup = owner?.type === 'interface' ? owner.groups[0] : undefined;
  if (peerGroup && (side === 'outbound' || walk.identity === 'kept'))
    return { remedy: allow({ type: 'group', id: peerGroup.id }), alternative: allow(narrow) };
  return { remedy: allow(narrow) };
}
