/** Rules on placement groups and their members. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, getKind, labelOf } from '../catalog/lookup';
import { instanceTypeFacts } from '../facts/instance-types';
import { zoneName, zoneOf } from './availability-zone';
import { finding, mend, page, type Finding, type Rule } from './rule';

type Instance = ResourceOf<'instance'>;
type Group = ResourceOf<'placement-group'>;

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

export const PLACEMENT_RULES: readonly Rule[] = [
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
