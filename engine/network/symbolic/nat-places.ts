/** Branches at a NAT gateway: out through it, or addressed to it. */
import type { Interface, Nat } from '../network';
import { goOn, STOPPED, type Branch, type Step } from './branch';
import { EMPTY, PROTOCOL } from './diagram';
import { TRANSLATED_PORTS, missingAcl, throughAcl } from './passages';
import { split, unknown, type Ground } from './ground';

/** tcp, udp and icmp: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
const TRANSLATED_PROTOCOLS = [6, 17, 1];

/** Outward. The ACL of its own subnet sees the packet on the way in and on the way out. */
export function throughNat(ground: Ground, branch: Branch, nat: Nat, by: Interface | Nat): readonly Step[] {
  if (nat.state !== 'available' || ground.family === 6) return STOPPED;
  const alive = ground.store.intersect(branch.alive, ground.store.anyOf(PROTOCOL, TRANSLATED_PROTOCOLS));
  // In its own subnet, or out of itself: a loop.
  if (alive === EMPTY || by.subnet === nat.subnet) return STOPPED;
  const inside = throughAcl(ground, { ...branch, alive }, nat.subnet, 'inbound');
  if (!inside) return unknown({ ...branch, alive }, missingAcl(nat.subnet));
  // An answer on its way out belongs to no connection that went in through here.
  if (branch.leg === 'return') return STOPPED;
  return inside.flatMap((next) =>
    goOn(
      {
        ...withoutLoop(ground, next, nat),
        sessions: [
          ...next.sessions,
          {
            holder: nat,
            address: nat.address,
            client: next.source,
            clientPorts: next.sourcePorts,
            balanced: null,
          },
        ],
        source: nat.address,
        sourcePorts: TRANSLATED_PORTS,
        identity: 'lost',
      },
      { type: 'leave-subnet', by: nat },
    ),
  );
}

/** What the table of the NAT gateway's own subnet sends to the NAT gateway never gets out. */
function withoutLoop(ground: Ground, branch: Branch, nat: Nat): Branch {
  const { table } = nat.subnet;
  if (!table) return branch;
  let left = branch;
  for (const { addresses, route, unknown: uncertain } of ground.filters.cellsOf(table))
    if (!uncertain && route?.target.type === 'nat' && route.target.nat === nat)
      [, left] = split(ground, left, left.destination, addresses);
  return left;
}

/** Addressed to it: a reply finds its connection; anything else is dropped. */
export function arriveAtNat(branch: Branch, nat: Nat): readonly Step[] {
  const session =
    branch.leg === 'return' &&
    branch.sessions.find(({ holder, address }) => holder === nat && address === branch.destination);
  if (!session) return STOPPED;
  return goOn(
    { ...branch, destination: session.client, destinationPorts: session.clientPorts },
    { type: 'leave-subnet', by: nat },
  );
}
