/** Rules on instances, volumes and placement groups. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, getKind, labelOf, primaryInterface, subnetOfInstance, volumesOf } from '../catalog/lookup';
import { VOLUME_LIMITS } from '../editing/set/volume';
import { nextDevice, ROOT_DEVICE } from '../editing/next-device';
import { Draft } from '../editing/draft';
import { instanceTypeFacts, isOffered } from '../facts/instance-types';
import { finding, mend, page, type Finding, type Rule } from './rule';

type Instance = ResourceOf<'instance'>;
type Group = ResourceOf<'placement-group'>;

const zoneOf = (document: Scenario, instance: Instance): string | undefined =>
  subnetOfInstance(document, instance.id)?.availabilityZone;
const zoneName = (document: Scenario, id: string | undefined): string =>
  getKind(document, id, 'zone')?.zoneName ?? id ?? 'no zone';

const leaveGroup = (document: Scenario, instance: Instance, group: Group) =>
  mend(`Take ${labelOf(document, instance.id)} out of ${group.groupName}`, {
    type: 'update',
    id: instance.id,
    set: { placementGroup: null, partitionNumber: null },
  });

/** A finding for each member of a group that a test complains of. */
const eachMember = (
  document: Scenario,
  check: (instance: Instance, group: Group) => Finding | undefined,
): readonly Finding[] =>
  allOf(document, 'instance').flatMap((instance) => {
    const group = getKind(document, instance.placementGroup, 'placement-group');
    return (group && check(instance, group)) ?? [];
  });

function membersByZone(document: Scenario, group: Group): ReadonlyMap<string, readonly Instance[]> {
  const zones = new Map<string, Instance[]>();
  for (const instance of allOf(document, 'instance')) {
    const zone = instance.placementGroup === group.id ? zoneOf(document, instance) : undefined;
    if (zone !== undefined) zones.set(zone, [...(zones.get(zone) ?? []), instance]);
  }
  return zones;
}

/** Running instances per zone in a spread group. */
const SPREAD_LIMIT = 7;

export const MACHINE_RULES: readonly Rule[] = [
  {
    id: 'INSTANCE-001',
    severity: 'error',
    sentence: 'An instance has a primary network interface.',
    source: page.interfaces,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) =>
        primaryInterface(document, instance.id)
          ? []
          : finding(
              [instance.id],
              `${labelOf(document, instance.id)} has no interface at device index 0, so it stands in no subnet.`,
            ),
      ),
  },
  {
    id: 'INSTANCE-002',
    severity: 'warning',
    sentence: 'The type of an instance is one the catalogue knows.',
    source: page.instanceTypes,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) =>
        instanceTypeFacts(instance.instanceType)
          ? []
          : finding(
              [instance.id],
              `${labelOf(document, instance.id)} is a ${instance.instanceType}, which the catalogue does not know: its limits are not checked.`,
            ),
      ),
  },
  {
    id: 'INSTANCE-003',
    severity: 'warning',
    sentence: 'The type of an instance is offered in its zone.',
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-discovery.html',
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        const zone = getKind(document, zoneOf(document, instance), 'zone');
        const region = getKind(document, zone?.region, 'region')?.regionName;
        if (!zone?.zoneId || region === undefined) return [];
        if (isOffered(instance.instanceType, region, zone.zoneId) !== false) return [];
        return finding(
          [instance.id],
          `${instance.instanceType} of ${labelOf(document, instance.id)} is not offered in ${zone.zoneName} (${zone.zoneId}). Take another type or zone.`,
        );
      }),
  },
  {
    id: 'INSTANCE-004',
    severity: 'error',
    sentence: 'An EBS-backed instance has a root volume.',
    source: page.rootDevice,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        // An import may come without its volumes.
        if (instance.rootDeviceType === 'instance-store' || document.observed[instance.id]) return [];
        const volumes = volumesOf(document, instance.id);
        const zone = zoneOf(document, instance);
        if (volumes.some((volume) => volume.attachment?.root) || zone === undefined) return [];
        const draft = new Draft(document);
        const isTaken = volumes.some((volume) => volume.attachment?.device === ROOT_DEVICE);
        draft.add({
          id: draft.nextId('volume'),
          kind: 'volume',
          availabilityZone: zone,
          size: 8,
          volumeType: 'gp3',
          encrypted: false,
          attachment: {
            instanceId: instance.id,
            device: isTaken ? '/dev/sda1' : ROOT_DEVICE,
            root: true,
            deleteOnTermination: true,
          },
        });
        return finding(
          [instance.id],
          `${labelOf(document, instance.id)} has no root volume and can't boot.`,
          {
            label: `Add a root volume to ${labelOf(document, instance.id)}`,
            changes: draft.changes,
          },
        );
      }),
  },
  {
    id: 'VOLUME-001',
    severity: 'error',
    sentence: 'A volume is attached in its own zone.',
    source: page.attachVolume,
    check: (document) =>
      allOf(document, 'volume').flatMap((volume) => {
        const instance = getKind(document, volume.attachment?.instanceId, 'instance');
        const zone = instance && zoneOf(document, instance);
        if (!instance || zone === undefined || zone === volume.availabilityZone) return [];
        return finding(
          [volume.id, instance.id],
          `${labelOf(document, volume.id)} is in ${zoneName(document, volume.availabilityZone)}, its instance ${labelOf(document, instance.id)} in ${zoneName(document, zone)}.`,
          volume.attachment?.root
            ? mend(`Create it in ${zoneName(document, zone)}`, {
                type: 'update',
                id: volume.id,
                set: { availabilityZone: zone },
              })
            : mend(`Detach ${labelOf(document, volume.id)}`, {
                type: 'attach',
                id: volume.id,
                relation: 'attachment',
                to: null,
              }),
        );
      }),
  },
  {
    id: 'VOLUME-002',
    severity: 'error',
    sentence: 'A root volume is an SSD: st1 and sc1 do not boot.',
    source: page.volumeTypes,
    check: (document) =>
      allOf(document, 'volume').flatMap((volume) =>
        !volume.attachment?.root || VOLUME_LIMITS[volume.volumeType].boots
          ? []
          : finding(
              [volume.id, volume.attachment.instanceId],
              `${labelOf(document, volume.id)} is the root volume and ${volume.volumeType}; allowed are gp3, gp2, io2, io1 and standard.`,
              mend('Make it gp3', {
                type: 'update',
                id: volume.id,
                set: { volumeType: 'gp3', iops: null, throughput: null },
              }),
            ),
      ),
  },
  {
    id: 'VOLUME-003',
    severity: 'error',
    sentence: 'The size of a volume is within what its type takes.',
    source: page.volumeTypes,
    check: (document) =>
      allOf(document, 'volume').flatMap((volume) => {
        const [min, max] = VOLUME_LIMITS[volume.volumeType].sizeGib;
        if (volume.size >= min && volume.size <= max) return [];
        const size = Math.min(Math.max(volume.size, min), max);
        return finding(
          [volume.id],
          `${labelOf(document, volume.id)} has ${volume.size} GiB; ${volume.volumeType} takes ${min} to ${max} GiB.`,
          mend(`Make it ${size} GiB`, { type: 'update', id: volume.id, set: { size } }),
        );
      }),
  },
  {
    id: 'VOLUME-004',
    severity: 'error',
    sentence: 'Each volume of an instance has a device name of its own.',
    source: page.deviceNames,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        const taken = new Set<string>();
        return volumesOf(document, instance.id).flatMap((volume) => {
          const device = volume.attachment?.device ?? '';
          if (!taken.has(device)) {
            taken.add(device);
            return [];
          }
          return finding(
            [volume.id, instance.id],
            `${labelOf(document, instance.id)} has two volumes at ${device}.`,
            mend(`Move it to ${nextDevice(document, instance.id)}`, {
              type: 'attach',
              id: volume.id,
              relation: 'attachment',
              to: { ...volume.attachment, device: nextDevice(document, instance.id) },
            }),
          );
        });
      }),
  },
  {
    id: 'PLACEMENT-001',
    severity: 'error',
    sentence: 'A spread group holds at most seven running instances in a zone.',
    source: page.placementStrategies,
    check: (document) =>
      allOf(document, 'placement-group').flatMap((group) => {
        if (group.strategy !== 'spread') return [];
        return [...membersByZone(document, group)].flatMap(([zone, members]) => {
          if (members.length <= SPREAD_LIMIT) return [];
          const last = members.at(-1);
          return finding(
            [group.id, ...members.slice(SPREAD_LIMIT).map((instance) => instance.id)],
            `${group.groupName} has ${members.length} instances in ${zoneName(document, zone)}; a spread group starts ${SPREAD_LIMIT} there. The others will not launch.`,
            last && members.length === SPREAD_LIMIT + 1 ? leaveGroup(document, last, group) : undefined,
          );
        });
      }),
  },
  {
    id: 'PLACEMENT-002',
    severity: 'error',
    sentence: 'A cluster group takes types that support it; burstable ones do not.',
    source: page.placementStrategies,
    check: (document) =>
      eachMember(document, (instance, group) => {
        const strategies = instanceTypeFacts(instance.instanceType)?.placementStrategies;
        if (!strategies || strategies.includes(group.strategy)) return undefined;
        return finding(
          [instance.id, group.id],
          `${labelOf(document, instance.id)} is a ${instance.instanceType}, which can't be in a ${group.strategy} group such as ${group.groupName}.`,
          leaveGroup(document, instance, group),
        );
      }),
  },
  {
    id: 'PLACEMENT-003',
    severity: 'error',
    sentence: 'A cluster group stands in one zone.',
    source: page.placementStrategies,
    check: (document) =>
      allOf(document, 'placement-group').flatMap((group) => {
        const zones = group.strategy === 'cluster' ? [...membersByZone(document, group)] : [];
        if (zones.length < 2) return [];
        const [, ...others] = zones.sort(([, a], [, b]) => b.length - a.length);
        const strays = others.flatMap(([, members]) => members);
        const [stray] = strays;
        return finding(
          [group.id, ...strays.map((instance) => instance.id)],
          `${group.groupName} has instances in ${zones.map(([zone]) => zoneName(document, zone)).join(' and ')}; a cluster group stands in one zone.`,
          stray && strays.length === 1 ? leaveGroup(document, stray, group) : undefined,
        );
      }),
  },
  {
    id: 'PLACEMENT-004',
    severity: 'error',
    sentence:
      'A Spot instance in a placement group is terminated when taken back, never stopped or hibernated.',
    source: page.placementLimits,
    check: (document) =>
      eachMember(document, (instance, group) => {
        const options = instance.instanceMarketOptions;
        if (!options || options.instanceInterruptionBehavior === 'terminate') return undefined;
        return finding(
          [instance.id, group.id],
          `${labelOf(document, instance.id)} is a Spot instance set to ${options.instanceInterruptionBehavior} and can't be launched in ${group.groupName}.`,
          mend(`Terminate ${labelOf(document, instance.id)} when taken back`, {
            type: 'update',
            id: instance.id,
            set: { instanceMarketOptions: { ...options, instanceInterruptionBehavior: 'terminate' } },
          }),
        );
      }),
  },
  {
    id: 'PLACEMENT-005',
    severity: 'error',
    sentence:
      'Instances of a spread group use shared hardware; none of any group stands on a Dedicated Host.',
    source: page.placementLimits,
    check: (document) =>
      eachMember(document, (instance, group) => {
        const { tenancy } = instance;
        const refused = tenancy === 'host' || (tenancy === 'dedicated' && group.strategy === 'spread');
        if (!refused) return undefined;
        return finding(
          [instance.id, group.id],
          `${labelOf(document, instance.id)} has tenancy ${tenancy} and can't be in the ${group.strategy} group ${group.groupName}.`,
          leaveGroup(document, instance, group),
        );
      }),
  },
  {
    id: 'PLACEMENT-006',
    severity: 'error',
    sentence: 'A partition number names a partition the group has.',
    source: page.placementStrategies,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        const group = getKind(document, instance.placementGroup, 'placement-group');
        const count = group?.strategy === 'partition' ? (group.partitionCount ?? 7) : 0;
        if (instance.partitionNumber === undefined || instance.partitionNumber <= count) return [];
        return finding(
          [instance.id, ...(group ? [group.id] : [])],
          `${labelOf(document, instance.id)} asks for partition ${instance.partitionNumber}; ${count === 0 ? 'it is in no partition group' : `${group?.groupName ?? 'the group'} has ${count}`}.`,
          mend('Let EC2 choose the partition', {
            type: 'update',
            id: instance.id,
            set: { partitionNumber: null },
          }),
        );
      }),
  },
];
