/** A dedicated host as the placement domain sees it. */
import { hostCapacityOf } from '../../facts/dedicated-host-capacity';
import type { DedicatedHost } from '../../placement/dedicated-hosts';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind, labelOf } from '../lookup';
import type { Subjects } from '../subjects';

export function dedicatedHostOf(
  document: Scenario,
  host: ResourceOf<'dedicated-host'>,
  subjects: Subjects,
): DedicatedHost {
  const [family = '', size] = host.instanceType.split('.');
  return {
    id: host.id,
    label: labelOf(document, host.id),
    zone: subjects.of(host.availabilityZone),
    zoneLabel: getKind(document, host.availabilityZone, 'zone')?.zoneName ?? 'another zone',
    family,
    ...(size === undefined ? {} : { instanceType: host.instanceType }),
    autoPlacement: host.autoPlacement !== 'off',
    // A family that the data does not know is never full.
    capacity: hostCapacityOf(family) ?? Number.MAX_SAFE_INTEGER,
  };
}
