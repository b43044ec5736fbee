/** The addresses and names things have before any run: as drawn, as if everything were running. */
import { privateDnsName, publicDnsName } from '../lifecycle/names';
import type { LiveFields, LiveState } from '../model/live';
import type { ResourceId } from '../model/resource';
import type { Scenario } from './descriptors';
import { allOf, getKind, primaryInterface } from './lookup';
import { designAddresses } from './public-address';

export function designLive(document: Scenario): LiveState {
  const automatic = designAddresses(document);
  const elastic = new Map(
    allOf(document, 'elastic-ip').flatMap((address) =>
      address.networkInterfaceId === undefined ? [] : [[address.networkInterfaceId, address] as const],
    ),
  );
  const live: Record<string, LiveFields> = {};
  const inSubnet = new Map<ResourceId, NamingRules>();
  for (const machine of allOf(document, 'instance')) {
    const eni = primaryInterface(document, machine.id);
    const address = eni?.privateIpAddress;
    if (!eni || address === undefined) continue;
    const rules = inSubnet.get(eni.subnetId) ?? namingRulesIn(document, eni.subnetId);
    inSubnet.set(eni.subnetId, rules);
    const own = elastic.get(eni.id);
    const isOwn = own !== undefined && (own.privateIpAddress ?? address) === address;
    const publicIp = isOwn ? own.publicIp : (automatic.get(eni.id)?.get(address) ?? null);
    live[machine.id] = {
      privateIp: address,
      privateDnsName: privateDnsName(address, rules),
      publicIp,
      publicIpOwner: publicIp === null ? null : isOwn ? 'elastic' : 'amazon',
      publicDnsName: publicIp === null ? null : publicDnsName(publicIp, rules),
    };
  }
  return live;
}

type NamingRules = Parameters<typeof publicDnsName>[1];

function namingRulesIn(document: Scenario, subnetId: ResourceId): NamingRules {
  const vpc = getKind(document, getKind(document, subnetId, 'subnet')?.vpcId, 'vpc');
  return {
    regionName: getKind(document, vpc?.region, 'region')?.regionName ?? 'us-east-1',
    publicNames: vpc !== undefined && vpc.enableDnsHostnames && vpc.enableDnsSupport,
  };
}
