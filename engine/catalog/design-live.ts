/** The addresses and names things have before any run: as drawn, as if everything were running. */
import { hostDnsName, publicDnsName } from '../lifecycle/names';
import type { LiveFields, LiveState } from '../model/live';
import type { Scenario } from './descriptors';
import { allOf, primaryInterface } from './lookup';
import { nameRules } from './network-interface/name-rules';
import { designAddresses } from './public-address';

export function designLive(document: Scenario): LiveState {
  const automatic = designAddresses(document);
  const elastic = new Map(
    allOf(document, 'elastic-ip').flatMap((address) =>
      address.networkInterfaceId === undefined ? [] : [[address.networkInterfaceId, address] as const],
    ),
  );
  const live: Record<string, LiveFields> = {};
  for (const machine of allOf(document, 'instance')) {
    const eni = primaryInterface(document, machine.id);
    const address = eni?.privateIpAddress;
    if (!eni) continue;
    const rules = nameRules(document, eni);
    const privateName = hostDnsName(address ?? null, rules);
    if (address === undefined) {
      // IPv6 alone: named by itself, not by an address.
      if (privateName !== null) live[machine.id] = { privateDnsName: privateName };
      continue;
    }
    const own = elastic.get(eni.id);
    const isOwn = own !== undefined && (own.privateIpAddress ?? address) === address;
    const publicIp = isOwn ? own.publicIp : (automatic.get(eni.id)?.get(address) ?? null);
    live[machine.id] = {
      privateIp: address,
      privateDnsName: privateName,
      publicIp,
      publicIpOwner: publicIp === null ? null : isOwn ? 'elastic' : 'amazon',
      publicDnsName: publicIp === null ? null : publicDnsName(publicIp, rules),
    };
  }
  return live;
}
