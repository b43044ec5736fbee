/** To whom a packet goes that is inside the network of its destination: a neighbour, an owner of the address, or nobody. */
import { makeAddress } from '../model/ip/address';
import type { Interface, Nat, Subnet, Vpc } from './network';
import { isInSubnet, ownerOf } from './owners';
import { SOURCES } from './sources';
import { stop, type Next, type Walk } from './walk';

/** S4: inside a subnet packets go straight to their neighbour; no ACL, no route. `null` if it is no neighbour. */
export function toNeighbour(walk: Walk, subnet: Subnet): Next | null {
  const { destination } = walk.header;
  if (!isInSubnet(subnet, destination)) return null;
  const owner = ownerOf(subnet.vpc, destination);
  return owner?.subnet === subnet ? arriveAt(owner, false) : nobody(walk, subnet.vpc);
}

export const arriveAt = (owner: Interface | Nat, crossesEdge: boolean): Next =>
  owner.type === 'nat'
    ? { type: 'arrive-nat', nat: owner, crossesEdge }
    : { type: 'arrive', interface: owner, crossesEdge };

export function nobody(walk: Walk, vpc: Vpc): Next {
  const address = makeAddress(walk.header.destination);
  const home = vpc.subnets.find((candidate) => isInSubnet(candidate, walk.header.destination));
  return stop(
    walk,
    {
      resource: (home ?? vpc).id,
      kind: home ? 'subnet' : 'vpc',
      message: home
        ? `No interface in ${home.label} has the address ${address}.`
        : `No subnet of ${vpc.label} holds the address ${address}.`,
      source: SOURCES.subnet,
    },
    { code: 'NO_POSSIBLE_DESTINATION', resource: (home ?? vpc).id },
  );
}
