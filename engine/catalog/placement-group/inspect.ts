import type { DerivedFacts } from '../../model/inspection';
import type { LiveState } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, labelOf } from '../lookup';

const MEANING: Record<ResourceOf<'placement-group'>['strategy'], string> = {
  cluster: 'one zone, close together; fails together',
  spread: 'a rack each; at most 7 running per zone',
  partition: 'up to 7 sets of racks per zone',
};

export function inspectPlacementGroup(
  document: Scenario,
  group: ResourceOf<'placement-group'>,
  live: LiveState,
): DerivedFacts {
  const members = allOf(document, 'instance').filter((machine) => machine.placementGroup === group.id);
  return {
    facts: [
      { label: 'Means', value: MEANING[group.strategy] },
      { label: 'Members', value: String(members.length) },
      ...members.map((machine) => ({
        label: labelOf(document, machine.id),
        value: live[machine.id]?.host ?? 'not placed yet',
      })),
    ],
    tables: [],
  };
}
