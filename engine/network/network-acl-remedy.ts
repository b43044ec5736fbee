/** The entry that a network ACL lacks for a packet it refused. */
import { hostBlock, makeCidr, type Address } from '../model/ip/address';
import { rulePorts } from './asked-traffic';
import type { Side } from './filters';
import type { Acl } from './network';
import { isIcmp, type Range } from './packet';
import { ANY } from './parts';
import type { Remedy } from './remedy';
import { anywhere } from './security-group-remedy';
import type { Walk } from './walk';

/** https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports */
const EPHEMERAL: Range = [1024, 65535];

/** @param denying the number of the entry that denies, `null` for the final one */
export function aclRemedy(walk: Walk, acl: Acl, side: Side, peer: Address, denying: number | null): Remedy {
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
    icmp: isIcmp(header.protocol) ? [header.icmpType, header.icmpCode] : null,
    cidr: everybody ? anywhere(peer) : makeCidr(hostBlock(peer)),
    before: asksForMany ? firstDeny(acl, side, header.protocol) : denying,
  };
}

/** Where every port or address is asked for, the new entry has to stand before all that deny some. */
function firstDeny(acl: Acl, side: Side, protocol: number): number | null {
  const entry = acl[side].find(({ allows, protocol: own }) => !allows && (own === ANY || own === protocol));
  return entry?.number ?? null;
}

const isOnePort = (ports: readonly Range[]): boolean => ports.length === 1 && ports[0]?.[0] === ports[0]?.[1];
