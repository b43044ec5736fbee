/** An interface's addresses, groups and attachment. */
import type { ResourceOf } from '../../catalog/descriptors';
import { getKind, labelOf } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import { managedRefusal } from '../place/service';
import { refuse, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { addressRefusal } from './address';
import { delegatedRefusal } from './delegated-blocks';
import { ipv6AddressesRefusal } from './ipv6';

export function interfaceRefusal(
  situation: Situation,
  eni: ResourceOf<'network-interface'>,
  key: string,
  value: unknown,
): Refused | null {
  const { document } = situation;
  const managed = key === 'description' ? null : managedRefusal(document, eni);
  if (managed) return managed;
  if (key === 'attachment')
    return sameAttachment(eni.attachment?.instanceId, value)
      ? null
      : refuse(
          'OperationNotPermitted',
          'Attach or detach an interface by dragging it, or with "Move to…".',
          SOURCES.attachInterface,
        );
  const texts =
    key === 'privateIpAddress'
      ? [value]
      : key === 'secondaryPrivateIpAddresses' && Array.isArray(value)
        ? (value as readonly unknown[])
        : [];
  for (const text of texts) {
    const refused = typeof text === 'string' ? addressRefusal(situation, eni.subnetId, text, eni.id) : null;
    if (refused) return refused;
  }
  if (key === 'ipv6Addresses' && Array.isArray(value)) return ipv6AddressesRefusal(document, eni, value);
  if ((key === 'ipv4Prefixes' || key === 'ipv6Prefixes') && Array.isArray(value))
    return delegatedRefusal(document, eni, value as readonly string[]);
  if (key !== 'groupSet' || !Array.isArray(value)) return null;
  const vpcId = getKind(document, eni.subnetId, 'subnet')?.vpcId;
  if (value.length === 0)
    return refuse(
      'InvalidGroup.NotFound',
      'A network interface needs at least one security group.',
      SOURCES.securityGroups,
    );
  const stranger = value
    .map((id) => getKind(document, id as string, 'security-group'))
    .find((group) => group && group.vpcId !== vpcId);
  return stranger
    ? refuse(
        'InvalidGroup.NotFound',
        `${stranger.groupName} belongs to ${labelOf(document, stranger.vpcId)}, ${labelOf(document, eni.id)} to ${labelOf(document, vpcId ?? '')}.`,
        SOURCES.securityGroups,
      )
    : null;
}

const sameAttachment = (instanceId: ResourceId | undefined, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (value as { readonly instanceId?: unknown }).instanceId === instanceId;

export function notOnInterface(
  { document }: Situation,
  address: ResourceOf<'elastic-ip'>,
  value: unknown,
): Refused | null {
  const eni = getKind(document, address.networkInterfaceId, 'network-interface');
  const own = [eni?.privateIpAddress, ...(eni?.secondaryPrivateIpAddresses ?? [])];
  if (value === null || own.includes(String(value))) return null;
  return refuse(
    'InvalidParameterValue',
    `${String(value)} is not an address of ${eni ? labelOf(document, eni.id) : 'an interface'}; it has ${own.filter(Boolean).join(', ') || 'none'}.`,
    SOURCES.elasticIp,
  );
}
