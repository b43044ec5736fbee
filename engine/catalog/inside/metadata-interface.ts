/** A network interface as the metadata of its instance tells of it. */
import type { MetadataInterface } from '../../guest/imds/metadata';
import { hostDnsName } from '../../lifecycle/names';
import type { ResourceOf } from '../descriptors';
import { getKind, knownIdOf } from '../lookup';
import { elasticIpsOf } from '../network-interface/lifecycle';
import { macAddressOf } from '../network-interface/mac-address';
import { nameRules } from '../network-interface/name-rules';
import { designAddresses } from '../public-address';
import type { InsideWorld } from './world';

type Interface = ResourceOf<'network-interface'>;

export function metadataInterface(world: InsideWorld, eni: Interface): MetadataInterface {
  const { document, live } = world;
  const subnet = getKind(document, eni.subnetId, 'subnet');
  const vpc = getKind(document, subnet?.vpcId, 'vpc');
  const rules = nameRules(document, eni);
  const now = live[eni.id] ?? live[eni.attachment?.deviceIndex === 0 ? eni.attachment.instanceId : ''];
  const privateIp = now?.privateIp ?? eni.privateIpAddress;
  const list = (...values: readonly (string | undefined)[]) => values.filter((value) => value !== undefined);
  return {
    macAddress: macAddressOf(eni.id),
    deviceNumber: eni.attachment?.deviceIndex ?? 0,
    interfaceId: knownIdOf(document, eni.id),
    localHostname: hostDnsName(privateIp ?? null, rules) ?? '',
    ...(now?.publicDnsName ? { publicHostname: now.publicDnsName } : {}),
    localIpv4s: list(privateIp, ...(eni.secondaryPrivateIpAddresses ?? [])),
    publicIpv4s: publicIpv4s(world, eni, privateIp, now?.publicIp),
    ipv6s: eni.ipv6Addresses ?? [],
    groups: eni.groupSet.map((id) => ({
      id: knownIdOf(document, id),
      name: getKind(document, id, 'security-group')?.groupName ?? id,
    })),
    subnetId: knownIdOf(document, eni.subnetId),
    ...(subnet?.cidrBlock === undefined ? {} : { subnetIpv4: subnet.cidrBlock }),
    ...(subnet?.ipv6CidrBlock === undefined ? {} : { subnetIpv6: subnet.ipv6CidrBlock }),
    vpcId: vpc ? knownIdOf(document, vpc.id) : '',
    vpcIpv4s: vpc ? [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? [])] : [],
    vpcIpv6s: list(vpc?.ipv6CidrBlock),
  };
}

/** That of the primary address first, then Elastic IPs of the others. */
function publicIpv4s(
  { document, at }: InsideWorld,
  eni: Interface,
  privateIp: string | undefined,
  publicIp: string | null | undefined,
): MetadataInterface['publicIpv4s'] {
  const drawn =
    at === 'design' && privateIp !== undefined ? designAddresses(document).get(eni.id)?.get(privateIp) : null;
  const primary = publicIp ?? drawn;
  const others = elasticIpsOf(document, eni).flatMap(({ publicIp: own, privateIpAddress }) =>
    privateIpAddress === undefined || privateIpAddress === privateIp || own === primary
      ? []
      : [{ publicIp: own, privateIp: privateIpAddress }],
  );
  return [...(primary && privateIp !== undefined ? [{ publicIp: primary, privateIp }] : []), ...others];
}
