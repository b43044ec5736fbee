/** Setting one property, as the inspector does, with all that follows from it. */
import { descriptorOf, type Resource, type ResourceOf } from '../../catalog/descriptors';
import { allOf, get, getKind, interfacesOf, labelOf } from '../../catalog/lookup';
import { instanceTypeFacts } from '../../facts/instance-types';
import { regionFacts } from '../../facts/regions';
import type { Field } from '../../model/kind';
import type { ResourceId } from '../../model/resource';
import { makeElasticIp } from '../make/make-machine';
import { zonesOf } from '../next-zone';
import { planMoveAddress, planMoveGateway } from '../place';
import { changeZone } from '../place/boxes';
import { planJoinGroup, planLeaveGroup } from '../place/instance';
import { accept, refuse, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { addressRefusal } from './address';
import { checkField } from './check-field';
import { planSubnetCidr, planVpcCidr } from './cidr';
import { planVolumeProperty } from './volume';

const MAX_NAME = 255;

/** @param value `null` takes an optional property away. */
export function planSet(situation: Situation, id: ResourceId, key: string, value: unknown): Plan {
  const { document } = situation;
  const resource = get(document, id);
  if (!resource) return refuse('NotFound', `There is no resource ${id}.`, SOURCES.errors);
  if (key === 'name') return planName(situation, resource, value);
  const descriptor = descriptorOf(resource.kind);
  const field = descriptor?.fields.find((candidate) => candidate.key === key);
  if (!descriptor || !field)
    return refuse('UnknownProperty', `A ${resource.kind} has no property "${key}".`, SOURCES.errors);
  if (field.fixed)
    return refuse(
      'InvalidParameterValue',
      `${field.label} of ${labelOf(document, id)} is set when it is created and can't change.`,
      descriptor.source,
    );
  const empty = value === null || value === undefined || value === '';
  if (empty && !field.optional)
    return refuse('MissingParameter', `${field.label} can't be empty.`, descriptor.source);
  if (empty) return planValue(situation, resource, field, null);
  const checked = checkField(document, field, value);
  return checked.ok
    ? planValue(situation, resource, field, checked.value)
    : refuse('InvalidParameterValue', checked.message, descriptor.source);
}

function planName({ document }: Situation, resource: Resource, value: unknown): Plan {
  const name = typeof value === 'string' ? value.trim() : '';
  if (name.length > MAX_NAME)
    return refuse(
      'InvalidParameterValue',
      `Name: ${name.length} characters are too many; allowed: ${MAX_NAME}.`,
      SOURCES.errors,
    );
  return accept(`Rename ${labelOf(document, resource.id)}`, (draft) => {
    draft.update(resource.id, { name: name === '' ? null : name });
    return resource.id;
  });
}

function plain(
  { document }: Situation,
  resource: Resource,
  field: Field,
  set: Record<string, unknown>,
): Plan {
  return accept(`Change ${field.label.toLowerCase()} of ${labelOf(document, resource.id)}`, (draft) => {
    draft.update(resource.id, set);
    return resource.id;
  });
}

/** The value is well formed; whether it may be, and what it brings, depends on the kind. */
function planValue(situation: Situation, resource: Resource, field: Field, value: unknown): Plan {
  const { document } = situation;
  const { key } = field;
  switch (resource.kind) {
    case 'vpc':
      if (key === 'cidrBlock') return planVpcCidr(situation, resource, String(value));
      break;
    case 'subnet': {
      if (key === 'cidrBlock' && value !== null) return planSubnetCidr(situation, resource, String(value));
      if (key === 'availabilityZone') return planSubnetZone(situation, resource, String(value));
      const refused =
        key === 'routeTableId' || key === 'networkAclId' ? otherVpc(situation, resource, value) : null;
      if (refused) return refused;
      break;
    }
    case 'network-interface': {
      const refused = interfaceRefusal(situation, resource, key, value);
      if (refused) return refused;
      break;
    }
    case 'nat-gateway':
      if (key === 'connectivityType') return planConnectivity(situation, resource, field, value);
      if (key === 'privateIpAddress') {
        const refused = addressRefusal(situation, resource.subnetId, String(value), resource.id);
        if (refused) return refused;
      }
      break;
    case 'instance': {
      const group = getKind(document, typeof value === 'string' ? value : undefined, 'placement-group');
      if (key === 'placementGroup')
        return group ? planJoinGroup(situation, resource, group) : planLeaveGroup(situation, resource);
      const refused = instanceRefusal(situation, resource, key, value);
      if (refused) return refused;
      break;
    }
    case 'volume':
      if (key === 'size' || key === 'volumeType' || key === 'iops' || key === 'throughput')
        return planVolumeProperty(situation, resource, key, value);
      break;
    case 'elastic-ip': {
      if (key === 'networkInterfaceId') {
        const eni = getKind(document, typeof value === 'string' ? value : undefined, 'network-interface');
        return planMoveAddress(
          situation,
          resource,
          eni ? { type: 'resource', resource: eni } : { type: 'canvas' },
        );
      }
      const refused = key === 'privateIpAddress' ? notOnInterface(situation, resource, value) : null;
      if (refused) return refused;
      break;
    }
    case 'internet-gateway': {
      const vpc = getKind(document, typeof value === 'string' ? value : undefined, 'vpc');
      if (key === 'vpcId')
        return planMoveGateway(
          situation,
          resource,
          vpc ? { type: 'resource', resource: vpc } : { type: 'canvas' },
        );
      break;
    }
    case 'security-group': {
      const refused = key === 'groupName' ? groupNameRefusal(situation, resource, String(value)) : null;
      if (refused) return refused;
      break;
    }
    case 'placement-group':
      if (key === 'strategy' || key === 'partitionCount')
        return planStrategy(situation, resource, field, value);
      break;
    case 'region':
      if (key === 'regionName') return planRegionName(situation, resource, String(value));
      break;
    case 'network-acl': {
      const refused = key === 'entries' ? entriesRefusal(value) : null;
      if (refused) return refused;
      break;
    }
    case 'route-table':
    case 'zone':
    case 'internet':
      break;
  }
  return plain(situation, resource, field, { [key]: value });
}

function planSubnetZone(situation: Situation, subnet: ResourceOf<'subnet'>, zoneId: string): Plan {
  const { document } = situation;
  const zone = getKind(document, zoneId, 'zone');
  const region = getKind(document, subnet.vpcId, 'vpc')?.region;
  if (!zone || zone.region !== region)
    return refuse(
      'InvalidParameterValue',
      `The zone must be one of the VPC's region: ${zonesOf(document, region ?? '')
        .map((candidate) => candidate.zoneName)
        .join(', ')}.`,
      SOURCES.subnets,
    );
  return accept(
    `Redraw ${labelOf(document, subnet.id)} in ${zone.zoneName} with everything in it`,
    (draft) => {
      if (zone.id !== subnet.availabilityZone) changeZone(draft, subnet, zone.id);
      return subnet.id;
    },
  );
}

function otherVpc({ document }: Situation, subnet: ResourceOf<'subnet'>, value: unknown): Refused | null {
  const used = get(document, typeof value === 'string' ? value : undefined);
  if (!used || !('vpcId' in used) || used.vpcId === subnet.vpcId) return null;
  return refuse(
    'InvalidParameterValue',
    `${labelOf(document, used.id)} and ${labelOf(document, subnet.id)} belong to different networks (VPCs).`,
    SOURCES.subnets,
  );
}

function interfaceRefusal(
  situation: Situation,
  eni: ResourceOf<'network-interface'>,
  key: string,
  value: unknown,
): Refused | null {
  const { document } = situation;
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

function instanceRefusal(
  { document }: Situation,
  instance: ResourceOf<'instance'>,
  key: string,
  value: unknown,
): Refused | null {
  const label = labelOf(document, instance.id);
  if (key === 'instanceType') {
    const limit = instanceTypeFacts(String(value))?.maxEnis;
    const attached = interfacesOf(document, instance.id).length;
    if (limit !== undefined && attached > limit)
      return refuse(
        'AttachmentLimitExceeded',
        `${label} has ${attached} network interfaces, and ${String(value)} takes ${limit}. Detach ${attached - limit} first, or choose a larger type.`,
        SOURCES.interfaceLimits,
      );
  }
  if (key === 'partitionNumber' && value !== null) {
    const group = getKind(document, instance.placementGroup, 'placement-group');
    const count = group?.strategy === 'partition' ? (group.partitionCount ?? 7) : 0;
    if (Number(value) > count)
      return refuse(
        'InvalidParameterValue',
        count === 0
          ? `${label} is in no partition placement group.`
          : `Partition ${String(value)} is outside 1 to ${count} of ${group?.groupName ?? 'the group'}.`,
        SOURCES.placementGroups,
      );
  }
  return null;
}

function planConnectivity(
  situation: Situation,
  nat: ResourceOf<'nat-gateway'>,
  field: Field,
  value: unknown,
): Plan {
  const { document } = situation;
  if (value === 'private')
    return plain(situation, nat, field, { connectivityType: value, allocationId: null });
  const region = getKind(document, getKind(document, nat.subnetId, 'subnet')?.vpcId, 'vpc')?.region;
  return accept(`Make ${labelOf(document, nat.id)} public with an Elastic IP`, (draft) => {
    const allocationId = nat.allocationId ?? makeElasticIp(draft, region ?? '');
    draft.update(nat.id, { connectivityType: value, allocationId });
    return nat.id;
  });
}

function notOnInterface(
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

function groupNameRefusal(
  { document }: Situation,
  group: ResourceOf<'security-group'>,
  name: string,
): Refused | null {
  if (group.groupName === 'default')
    return refuse('CannotDelete', 'The default group of a VPC keeps its name.', SOURCES.defaultGroup);
  if (name.toLowerCase().startsWith('sg-'))
    return refuse(
      'InvalidParameterValue',
      `Group name: "${name}" may not start with sg-.`,
      SOURCES.securityGroups,
    );
  const taken = allOf(document, 'security-group').some(
    (other) =>
      other.id !== group.id &&
      other.vpcId === group.vpcId &&
      other.groupName.toLowerCase() === name.toLowerCase(),
  );
  return taken
    ? refuse(
        'InvalidGroup.Duplicate',
        `The VPC already has a group "${name}". Names are unique in a VPC, whatever their case.`,
        SOURCES.securityGroups,
      )
    : null;
}

/** EC2 sets these at creation only; the drawing may change them, and partition numbers that no longer exist go. */
function planStrategy(
  situation: Situation,
  group: ResourceOf<'placement-group'>,
  field: Field,
  value: unknown,
): Plan {
  const { document } = situation;
  const strategy = field.key === 'strategy' ? value : group.strategy;
  const given = field.key === 'partitionCount' ? value : group.partitionCount;
  const partitionCount = strategy === 'partition' ? (given ?? 3) : null;
  return accept(`Change ${field.label.toLowerCase()} of ${group.groupName}`, (draft) => {
    draft.update(group.id, { strategy, partitionCount });
    for (const instance of allOf(document, 'instance'))
      if (
        instance.placementGroup === group.id &&
        instance.partitionNumber !== undefined &&
        (typeof partitionCount !== 'number' || instance.partitionNumber > partitionCount)
      )
        draft.update(instance.id, { partitionNumber: null });
    return group.id;
  });
}

/** The zones keep their order and take the new region's names. */
function planRegionName({ document }: Situation, region: ResourceOf<'region'>, regionName: string): Plan {
  const known = Object.entries(regionFacts(regionName)?.exampleZoneNames ?? {}).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return accept(`Move everything to ${regionName}`, (draft) => {
    draft.update(region.id, { regionName });
    zonesOf(document, region.id).forEach((zone, index) => {
      const [zoneName, zoneId] = known[index] ?? [`${regionName}${'abcdef'.charAt(index % 6)}`, null];
      draft.update(zone.id, { zoneName, zoneId });
    });
    return region.id;
  });
}

/** Rule numbers are unique in each direction. */
function entriesRefusal(value: unknown): Refused | null {
  const seen = new Set<string>();
  for (const entry of value as readonly { readonly ruleNumber: number; readonly egress: boolean }[]) {
    const key = `${entry.egress ? 'outbound' : 'inbound'} rule ${entry.ruleNumber}`;
    if (seen.has(key))
      return refuse(
        'NetworkAclEntryAlreadyExists',
        `There is already an ${key}. Each number is used once in each direction.`,
        SOURCES.networkAcls,
      );
    seen.add(key);
  }
  return null;
}
