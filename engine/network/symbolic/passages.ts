/** Branches at a filter: the groups of an interface and the ACL of a subnet. */
import type { Interface, Subnet } from '../network';
import type { Branch, Doubt, Ports, Where } from './branch';
import { EMPTY } from './diagram';
import type { Side } from './ruleset';
import type { Ground } from './ground';

/** Ports that a translation chooses from: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
export const TRANSLATED_PORTS: Ports = [[1024, 65535]];

/** The groups of an interface; replies of a flow they have seen pass. */
export function throughGroups(ground: Ground, branch: Branch, on: Interface, side: Side): readonly Branch[] {
  if (branch.leg === 'return' && branch.tracked.includes(on)) return [branch];
  // Interfaces of services may carry no groups, and are not filtered then.
  if (on.groupIds.length === 0 && isExempt(on, side)) return [branch];
  const peer: Where = side === 'inbound' ? branch.source : branch.destination;
  const { allowed, unknown: uncertain, missing } = ground.filters.groupsOf(on, side, branch.identity);
  const seen = branch.tracked.includes(on) ? branch : { ...branch, tracked: [...branch.tracked, on] };
  const passed = ground.headers.filtered(seen, allowed, peer);
  if (uncertain === EMPTY) return passed;
  const doubt: Doubt = {
    code: on.missingGroupIds.length > 0 ? 'UNKNOWN_RESOURCE' : 'UNSUPPORTED_COMPONENT',
    resource: on.id,
    message: `The ${side} rules of ${on.label} depend on ${missing ?? 'something'} that is not in this document.`,
  };
  const doubtful = { ...seen, doubts: [...seen.doubts, doubt] };
  return [...passed, ...ground.headers.filtered(doubtful, uncertain, peer)];
}

const isExempt = ({ service }: Interface, side: Side): boolean =>
  service?.type === 'load-balancer' ||
  (side === 'outbound' && (service?.type === 'endpoint' || service?.type === 'other'));

/** The ACL of a subnet. @returns `null` where it is not in the document. */
export function throughAcl(
  ground: Ground,
  branch: Branch,
  { acl }: Subnet,
  side: Side,
): readonly Branch[] | null {
  if (!acl) return null;
  const peer = side === 'inbound' ? branch.source : branch.destination;
  const passing = ground.filters.acl(acl, side);
  return ground.headers.filtered(branch, passing, peer);
}

export const missingAcl = (subnet: Subnet): Doubt => ({
  code: 'UNKNOWN_RESOURCE',
  resource: subnet.id,
  message: `The network ACL of ${subnet.label} is not in this document.`,
});

export const notModelled = (resource: string, message: string): Doubt => ({
  code: 'UNSUPPORTED_COMPONENT',
  resource,
  message,
});
