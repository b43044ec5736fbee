/** The entry that a network ACL lacks for a packet it refused. */
import { makeIpv4, type Ipv4 } from '../model/ip/ipv4';
import { rulePorts } from './asked-traffic';
import type { Side } from './filters';
import type { Acl } from './network';
import { ICMP, type Range } from './packet';
import { ANY } from './parts';
import type { Remedy } from './remedy';
import type { Walk } from './walk';

const ANYWHERE = '0.0.0.0/0';

/** https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
const EPHEMERAL: Range = [1024, 65535];

/** @param denying the number of the entry that denies, `null` for the final one */
export function aclRemedy(walk: Walk, acl: Acl, side: Side, peer: Ipv4, denying: number | null): Remedy {
  const { header, scope } = walk;
  const isReply = walk.direction === 'return';
  const everybody = peer === scope.outside && scope.outsideScope !== 'one';
  // A client takes any port of its range: replies need them all.
  const ports = !header.destinationPorts
    ? null
    : isReply && !isOnePort(header.destinationPorts)
      ? EPHEMERAL
      : rulePorts(walk);
  const asksForMany = scope.anyPort || (peer === scope.outside && scope.outsideScope === 'any');
  return {
    type: 'allow-in-acl',
    aclId: acl.id,
    side,
    protocol: header.protocol,
    ports,
    icmp: header.protocol === ICMP ? [header.icmpType, header.icmpCode] : null,
    cidr: everybody ? ANYWHERE : `${makeIpv4(peer)}/32`,
    before: asksForMany ? firstDeny(acl, side, header.protocol) : denying,
  };
}

/** Where every port or address is asked for, the new entry has to stand before all that deny some. */
function firstDeny(acl: Acl, side: Side, protocol: number): number | null {
  const entry = acl[side].find(({ allows, protocol: own }) => !allows && (own === ANY || own === protocol));
  return entry?.number ?? null;
}

const isOnePort = (ports: readonly Range[]): boolean => ports.length === 1 && ports[0]?.[0] === ports[0]?.[1];
