import type { DerivedFacts } from '../../model/inspection';
import type { LiveState } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, subnetOfInstance } from '../lookup';

export function inspectZone(document: Scenario, zone: ResourceOf<'zone'>, live: LiveState): DerivedFacts {
  const machines = allOf(document, 'instance').filter(
    (machine) => subnetOfInstance(document, machine.id)?.availabilityZone === zone.id,
  );
  return {
    facts: [
      { label: 'State', value: live[zone.id]?.state ?? 'available' },
      {
        label: 'Subnets',
        value: String(allOf(document, 'subnet').filter((s) => s.availabilityZone === zone.id).length),
      },
      { label: 'Instances', value: String(machines.length) },
    ],
    tables: [],
  };
}
