/** Who can't be heard at all: nothing that a machine's groups let in could come from there. Saves most walks. */
import type { Address } from '../../model/ip/address';
import type { Endpoint } from '../../network/endpoints';
import type { Interface, Network } from '../../network/network';
import { ADDRESS, EMPTY, type Diagram } from '../../network/symbolic/diagram';
import type { Ground } from '../../network/symbolic/ground';
import { familyOfValue } from '../../network/symbolic/ruleset';
import type { Sender } from './senders';

/**
 * @param asked the traffic that is asked about
 * @returns whether anything of a sender could pass the groups of the end; true wherever that is not certain
 */
export function hearing(ground: Ground, to: Endpoint, asked: Diagram): (sender: Sender) => boolean {
  const one = interfaceOf(to);
  if (!one) return () => true;
  const { store, filters, family } = ground;
  // References to groups are in it, so it holds all that comes in with or without them.
  const groups = filters.groupsOf(one, 'inbound', 'kept');
  if (groups.unknown !== EMPTY) return () => true;
  const heard = store.intersect(groups.allowed, asked);
  if (heard === EMPTY) return () => false;
  // Behind a translation or a router anybody may send from these.
  if (store.intersect(heard, borrowedOf(ground)) !== EMPTY) return () => true;
  // Plain loops: every check asks it of every sender.
  return ({ interfaces }) => {
    for (const { addresses } of interfaces)
      for (const address of addresses)
        if (familyOfValue(address) === family && store.at(heard, ADDRESS, address) !== EMPTY) return true;
    return interfaces.length === 0;
  };
}

const interfaceOf = (end: Endpoint): Interface | null => {
  const found = end.type === 'host' && end.host.interfaces.length === 1 ? end.host.interfaces[0] : undefined;
  const one = end.type === 'interface' ? end.interface : found;
  return one && one.service === null && one.groups.length > 0 ? one : null;
};

const known = new WeakMap<Ground, Diagram>();

/** Addresses that packets of others may carry as their source. */
function borrowedOf(ground: Ground): Diagram {
  const before = known.get(ground);
  if (before) return before;
  const set = ground.filters.addresses(borrowed(ground.network));
  known.set(ground, set);
  return set;
}

function* borrowed(network: Network): Iterable<Address> {
  yield* network.publicOwners.keys();
  for (const nat of network.nats.values()) yield nat.address;
  for (const { addresses, checked, service } of network.interfaces.values())
    if (!checked || service !== null) yield* addresses;
}
