/** A packet on the internet itself. */
import { makeAddress } from '../model/ip/address';
import type { ResourceId } from '../model/resource';
import type { Network } from './network';
import { SOURCES } from './sources';
import { note, pass, stop, type Next, type Walk } from './walk';

/** What stands for the Internet in answers: the drawn one, else the word. */
export const worldId = (network: Network): ResourceId => network.worlds.keys().next().value ?? 'internet';

/** Delivered to whoever has the address: an internet gateway here, somebody outside, or nobody. */
export function onTheInternet(walk: Walk): Next {
  const { destination } = walk.header;
  if (walk.network.publicOwners.has(destination)) {
    note(
      walk,
      'IGW_NAT_REFLECTION',
      'The packet goes out through an internet gateway and comes back in: both ends see public addresses, and group references do not match. The private address is the shorter way inside a VPC.',
    );
    return { type: 'enter-from-internet' };
  }
  const idle = walk.network.idleAddresses.get(destination);
  if (idle !== undefined)
    return stop(
      walk,
      {
        resource: idle,
        kind: 'internet',
        message: `The Elastic IP ${makeAddress(destination)} is associated with nothing.`,
        source: SOURCES.elasticIp,
      },
      { code: 'NO_POSSIBLE_DESTINATION', resource: idle },
    );
  const everybody = destination === walk.scope.outside && walk.scope.outsideScope === 'any';
  pass(walk, {
    resource: worldId(walk.network),
    kind: 'internet',
    message: everybody
      ? 'The packet is on the internet.'
      : `${makeAddress(destination)} gets the packet over the internet.`,
    source: SOURCES.internetGateway,
  });
  return { type: 'delivered', to: 'internet' };
}
