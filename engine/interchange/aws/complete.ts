/**
 * Adds what the input implies but does not list, in AWS's own shape, so that the translation of each list need not care:
 * interfaces, disks and addresses that only instances name, and placeholders for what is referred to and missing.
 */
import { ipv4 } from './cidr';
import type { Collected, Element } from './collected';
import { assignAnswers } from './answers';
import type { ForeignListener } from './balancer-facts';
import { dropUnplaced, dropUnusable } from './drop-unusable';
import { addPlaceholders } from './placeholders';
import { isAccountId, localName } from './place';
import type { TerminatedInstance } from '../../model/import';
import type { ImportReport } from './report';
import { settleBalancers } from './settle-balancers';
import { settleConnections } from './settle-connections';
import { has, object, objects, text, type Foreign } from './values';

export interface Completed extends Collected {
  /** Interfaces that belong to a NAT gateway, which is drawn instead: NAT gateway id by interface id. */
  readonly natInterfaces: ReadonlyMap<string, string>;
  /** AWS ids of things that exist and can't be held. */
  readonly unheld: ReadonlySet<string>;
  readonly terminated: readonly TerminatedInstance[];
  /** Listeners of the load balancers that the input says enough of, by ARN. */
  readonly listeners: ReadonlyMap<string, readonly ForeignListener[]>;
}

export function complete(collected: Collected, report: ImportReport): Completed {
  const terminated = dropTerminated(collected, report);
  assignAnswers(collected, report);
  addInterfaces(collected, report);
  const unusable = dropUnusable(collected, report);
  const natInterfaces = takeNatInterfaces(collected);
  addPlaceholders(collected, new Set(terminated.map(({ id }) => id)), report);
  dropUnplaced(collected, report);
  const listeners = settleBalancers(collected, report);
  const unheld = new Set([...unusable, ...settleConnections(collected, report)]);
  addVolumes(collected, report);
  addAddresses(collected, natInterfaces);
  addPlacementGroups(collected, report);
  const { lists, given, vpcAttributes, publicAccessBlocks, answers } = collected;
  const own = { natInterfaces, unheld, terminated, listeners };
  return { lists, given, vpcAttributes, publicAccessBlocks, answers, ...own };
}

/** Terminated instances stay listed for about an hour, without subnet or interfaces. */
function dropTerminated({ lists }: Collected, report: ImportReport): readonly TerminatedInstance[] {
  const terminated: TerminatedInstance[] = [];
  for (const [id, { value }] of lists.Instances) {
    if (text(object(value, 'State'), 'Name')?.toLowerCase() !== 'terminated') continue;
    const nameTag = objects(value, 'Tags').find((tag) => text(tag, 'Key') === 'Name');
    const name = nameTag && text(nameTag, 'Value');
    terminated.push(name === undefined ? { id } : { id, name });
  }
  for (const { id } of terminated) {
    lists.Instances.delete(id);
    report.info(id, 'A terminated instance was left out.');
  }
  return terminated;
}

function addInterfaces({ lists, given }: Collected, report: ImportReport): void {
  const attached = new Set<string>();
  for (const eni of lists.NetworkInterfaces.values())
    attached.add(text(object(eni.value, 'Attachment'), 'InstanceId') ?? '');
  for (const instance of lists.Instances.values()) {
    const nested = objects(instance.value, 'NetworkInterfaces');
    for (const eni of nested) {
      const id = text(eni, 'NetworkInterfaceId');
      if (id === undefined || lists.NetworkInterfaces.has(id)) continue;
      const attachment = { Status: 'attached', ...object(eni, 'Attachment'), InstanceId: instance.id };
      lists.NetworkInterfaces.set(id, {
        ...instance,
        id,
        value: { ...eni, Attachment: attachment, FromInstance: true },
      });
      if (given.has('NetworkInterfaces'))
        report.warn(
          id,
          'An interface of an instance is missing from NetworkInterfaces; it was taken from the instance.',
        );
    }
    // A narrow --query leaves the subnet and the address on the instance only.
    const subnetId = text(instance.value, 'SubnetId');
    if (nested.length === 0 && subnetId !== undefined && !attached.has(instance.id)) {
      const id = `${instance.id}/primary`;
      lists.NetworkInterfaces.set(id, { ...instance, id, value: interfaceOfInstance(instance, subnetId) });
      report.warn(
        instance.id,
        'The input names no interface of this instance; one was made from its subnet and address.',
      );
    }
  }
}

function interfaceOfInstance({ id, value }: Element, subnetId: string): Foreign {
  const publicIp = text(value, 'PublicIpAddress');
  return {
    SubnetId: subnetId,
    VpcId: value['VpcId'],
    PrivateIpAddress: value['PrivateIpAddress'],
    Ipv6Addresses: has(value, 'Ipv6Address') ? [{ Ipv6Address: value['Ipv6Address'] }] : undefined,
    Groups: value['SecurityGroups'],
    SourceDestCheck: value['SourceDestCheck'],
    Association: publicIp === undefined ? undefined : { PublicIp: publicIp, IpOwnerId: 'amazon' },
    Attachment: { InstanceId: id, DeviceIndex: 0, DeleteOnTermination: true, Status: 'attached' },
    FromInstance: true,
    Synthetic: true,
  };
}

function takeNatInterfaces({ lists }: Collected): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  for (const nat of lists.NatGateways.values())
    for (const address of objects(nat.value, 'NatGatewayAddresses')) {
      const id = text(address, 'NetworkInterfaceId');
      if (id === undefined) continue;
      taken.set(id, nat.id);
      lists.NetworkInterfaces.delete(id);
    }
  return taken;
}

/** Size and type are in describe-volumes only. */
function addVolumes({ lists }: Collected, report: ImportReport): void {
  for (const instance of lists.Instances.values())
    for (const mapping of objects(instance.value, 'BlockDeviceMappings')) {
      const ebs = object(mapping, 'Ebs');
      const id = text(ebs, 'VolumeId');
      if (id === undefined || lists.Volumes.has(id)) continue;
      const attachment = { ...ebs, InstanceId: instance.id, Device: text(mapping, 'DeviceName') };
      const zone = object(instance.value, 'Placement');
      lists.Volumes.set(id, {
        ...instance,
        id,
        value: {
          Size: 8,
          VolumeType: 'gp3',
          State: 'in-use',
          AvailabilityZone: zone['AvailabilityZone'],
          AvailabilityZoneId: zone['AvailabilityZoneId'],
          Attachments: [attachment],
        },
      });
      report.info(
        id,
        'The size of this volume is not in the input (give describe-volumes too); 8 GiB of gp3 were assumed.',
      );
    }
}

/** Elastic IPs that only an interface or a NAT gateway names. */
function addAddresses({ lists }: Collected, natInterfaces: ReadonlyMap<string, string>): void {
  const known = new Set<string>();
  for (const address of lists.Addresses.values()) {
    const publicIp = text(address.value, 'PublicIp');
    if (publicIp !== undefined) known.add(publicIp);
  }
  const add = (from: Element, association: Foreign, eni: string, privateIp: string | undefined): void => {
    const publicIp = ipv4(text(association, 'PublicIp'));
    if (publicIp === undefined || known.has(publicIp)) return;
    known.add(publicIp);
    const id = text(association, 'AllocationId') ?? publicIp;
    const { value: _, ...place } = from;
    lists.Addresses.set(id, {
      ...place,
      id,
      value: {
        PublicIp: publicIp,
        AllocationId: association['AllocationId'],
        NetworkInterfaceId: eni,
        PrivateIpAddress: privateIp,
        VpcId: from.value['VpcId'],
      },
    });
  };
  for (const eni of lists.NetworkInterfaces.values())
    for (const { association, privateIp } of associationsOf(eni.value))
      if (isElastic(association)) add(eni, association, eni.id, privateIp);
  for (const nat of lists.NatGateways.values())
    for (const address of objects(nat.value, 'NatGatewayAddresses')) {
      const eni = text(address, 'NetworkInterfaceId');
      if (eni !== undefined && natInterfaces.has(eni)) add(nat, address, eni, text(address, 'PrivateIp'));
    }
}

export interface ForeignAssociation {
  readonly association: Foreign;
  readonly privateIp: string | undefined;
}

/** Public addresses of an interface with the private address each belongs to. */
export function associationsOf(eni: Foreign): readonly ForeignAssociation[] {
  const found: ForeignAssociation[] = [];
  for (const address of objects(eni, 'PrivateIpAddresses'))
    if (has(address, 'Association'))
      found.push({
        association: object(address, 'Association'),
        privateIp: text(address, 'PrivateIpAddress'),
      });
  if (found.length === 0 && has(eni, 'Association'))
    found.push({ association: object(eni, 'Association'), privateIp: text(eni, 'PrivateIpAddress') });
  return found;
}

/**
 * An address of Amazon's pool has the owner `amazon` (or a service's name) and no allocation; an Elastic IP has an account's.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterfaceAssociation.html
 */
export function isElastic(association: Foreign): boolean {
  if (text(association, 'AllocationId') !== undefined) return true;
  const owner = text(association, 'IpOwnerId');
  return owner !== undefined && (isAccountId(owner) || !owner.startsWith('amazon'));
}

function addPlacementGroups({ lists }: Collected, report: ImportReport): void {
  const known = new Set(
    [...lists.PlacementGroups.values()].map((group) =>
      localName(group, text(group.value, 'GroupName') ?? ''),
    ),
  );
  for (const instance of lists.Instances.values()) {
    const placement = object(instance.value, 'Placement');
    const name = text(placement, 'GroupName');
    if (name === undefined || known.has(localName(instance, name))) continue;
    known.add(localName(instance, name));
    if (lists.PlacementGroups.has(text(placement, 'GroupId') ?? '')) continue;
    const id = text(placement, 'GroupId') ?? localName(instance, name).replace(/^\/+/, '');
    const strategy = has(placement, 'PartitionNumber') ? 'partition' : 'cluster';
    lists.PlacementGroups.set(id, {
      ...instance,
      id,
      value: {
        GroupName: name,
        Strategy: strategy,
        AvailabilityZone: placement['AvailabilityZone'],
        PartitionCount: strategy === 'partition' ? 7 : undefined,
      },
    });
    report.warn(
      name,
      `The placement group is not in the input (give describe-placement-groups too); strategy ${strategy} was assumed.`,
    );
  }
}
