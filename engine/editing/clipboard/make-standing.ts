/** Copies of what has addresses in a subnet, and of disks. */
import type { ResourceOf } from '../../catalog/descriptors';
import { defaultSecurityGroup } from '../../catalog/lookup';
import { parseCidr4, type Cidr4 } from '../../model/ip/ipv4';
import type { ResourceId } from '../../model/resource';
import { parseBlock6, type Block6 } from '../ipv6-space';
import { shifted4, shifted6 } from './fresh';
import { leaveOut, led } from './lead';
import { copyOf, here, homeOf, regionFor, type Identity, type Pasting } from './pasting';
import { subnetFor, type Standing } from './subnet-for';

/** The subnet of a copy, and its blocks before and now. */
interface Ground {
  readonly subnet: ResourceOf<'subnet'>;
  readonly from: Cidr4 | null;
  readonly to: Cidr4 | null;
  readonly from6: Block6 | null;
  readonly to6: Block6 | null;
}

function groundOf(pasting: Pasting, original: Standing): Ground | null {
  const subnet = here(pasting, subnetFor(pasting, original), 'subnet');
  if (!subnet) return null;
  const old = pasting.inside.get(original.subnetId);
  const before = old?.kind === 'subnet' ? old : pasting.outside.get(original.subnetId);
  return {
    subnet,
    from: parseCidr4(before?.cidrBlock ?? ''),
    to: parseCidr4(subnet.cidrBlock ?? ''),
    from6: parseBlock6(before?.ipv6CidrBlock),
    to6: parseBlock6(subnet.ipv6CidrBlock),
  };
}

/** The same place in the new subnet where that is free, else the next free one. */
const addressIn = ({ fresh }: Pasting, { subnet, from, to }: Ground, text?: string): string | undefined =>
  to ? fresh.address(subnet.id, to, shifted4(text, from, to)) : undefined;

export function copyInterface(
  pasting: Pasting,
  original: ResourceOf<'network-interface'>,
  identity: Identity,
): ResourceOf<'network-interface'> | null {
  const ground = groundOf(pasting, original);
  // Nodes of a balancer that goes to another VPC are made anew.
  if (!ground) return original.managedBy === undefined ? leaveOut(pasting, original) : null;
  const {
    privateIpAddress,
    secondaryPrivateIpAddresses = [],
    ipv6Addresses = [],
    ipv4Prefixes,
    ipv6Prefixes,
    attachment,
    ...rest
  } = original;
  if (ipv4Prefixes || ipv6Prefixes) pasting.left.push('delegated prefixes');
  const { to6, from6, subnet } = ground;
  const primary = privateIpAddress === undefined ? undefined : addressIn(pasting, ground, privateIpAddress);
  const further = secondaryPrivateIpAddresses.flatMap((text) => addressIn(pasting, ground, text) ?? []);
  const six = ipv6Addresses.flatMap(
    (text) => (to6 && pasting.fresh.address6(subnet.id, to6, shifted6(text, from6, to6))) ?? [],
  );
  const address = primary ?? (six.length === 0 ? addressIn(pasting, ground) : undefined);
  if (address === undefined && six.length === 0) throw new SubnetFull(subnet.id);
  // An attachment to what is not copied is made at the end, if it is kept.
  const seat = attachment && pasting.inside.has(attachment.instanceId) ? { attachment } : {};
  const copy = led(
    pasting,
    original,
    {
      ...rest,
      ...identity,
      ...seat,
      ...(address === undefined ? {} : { privateIpAddress: address }),
      ...(further.length === 0 ? {} : { secondaryPrivateIpAddresses: further }),
      ...(six.length === 0 ? {} : { ipv6Addresses: six }),
    },
    { subnetId: subnet.id },
  );
  if (!copy || copy.groupSet.length > 0 || original.groupSet.length === 0) return copy;
  return { ...copy, groupSet: defaultGroupsOf(pasting, subnet.vpcId) };
}

/** An interface is never without a group: AWS takes the default one where none is named. */
export function defaultGroupsOf({ copies, draft }: Pasting, vpcId: ResourceId): readonly ResourceId[] {
  for (const copy of copies.values())
    if (copy.kind === 'security-group' && copy.vpcId === vpcId && copy.groupName === 'default')
      return [copy.id];
  const group = defaultSecurityGroup(draft.document, vpcId);
  return group ? [group.id] : [];
}

/** A public one gets an Elastic IP of its own. */
export function copyNat(
  pasting: Pasting,
  original: ResourceOf<'nat-gateway'>,
  identity: Identity,
): ResourceOf<'nat-gateway'> | null {
  const ground = groundOf(pasting, original);
  if (!ground) return leaveOut(pasting, original);
  const { subnet } = ground;
  const privateIpAddress = addressIn(pasting, ground, original.privateIpAddress);
  if (privateIpAddress === undefined) throw new SubnetFull(subnet.id);
  const { allocationId, ...rest } = original;
  const copy = led(pasting, original, { ...rest, ...identity, privateIpAddress }, { subnetId: subnet.id });
  if (!copy || original.connectivityType === 'private') return copy;
  const region = here(pasting, subnet.vpcId, 'vpc')?.region ?? regionFor(pasting, original);
  return {
    ...copy,
    allocationId: copyOf(pasting, allocationId, 'elastic-ip')?.id ?? allocate(pasting, region),
  };
}

function allocate({ draft, fresh, changes }: Pasting, region: ResourceId): ResourceId {
  const id = draft.nextId('elastic-ip');
  changes.push({
    type: 'add',
    resource: { id, kind: 'elastic-ip', region, publicIp: fresh.publicAddress() },
  });
  return id;
}

/** A disk goes to the zone of its instance. */
export function copyVolume(
  pasting: Pasting,
  original: ResourceOf<'volume'>,
  identity: Identity,
): ResourceOf<'volume'> | null {
  const { attachment, ...rest } = original;
  const instance = attachment && copyOf(pasting, attachment.instanceId, 'instance');
  const primary =
    instance &&
    pasting.clipping.resources.find(
      (one) =>
        one.kind === 'network-interface' &&
        one.attachment?.instanceId === attachment.instanceId &&
        one.attachment.deviceIndex === 0,
    );
  const subnetId = copyOf(pasting, primary?.id, 'network-interface')?.subnetId;
  const zone =
    here(pasting, subnetId, 'subnet')?.availabilityZone ??
    homeOf(pasting, original.id).zone ??
    pasting.zones.get(original.availabilityZone);
  return led(
    pasting,
    original,
    { ...rest, ...identity, ...(instance ? { attachment } : {}) },
    { availabilityZone: zone },
  );
}

/** The one thing that is not left out quietly: a machine without an address. */
export class SubnetFull extends Error {
  readonly subnetId: ResourceId;

  constructor(subnetId: ResourceId) {
    super(`${subnetId} has no free address.`);
    this.subnetId = subnetId;
  }
}
