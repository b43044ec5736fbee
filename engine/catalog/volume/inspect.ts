import type { DerivedFacts } from '../../model/inspection';
import type { LiveState } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind, labelOf } from '../lookup';

export function inspectVolume(document: Scenario, disk: ResourceOf<'volume'>, live: LiveState): DerivedFacts {
  const state = live[disk.id];
  const holder = state === undefined ? disk.attachment?.instanceId : state.attachedTo;
  return {
    facts: [
      { label: 'State', value: state?.state ?? (holder ? 'in-use' : 'available') },
      { label: 'Attached to', value: holder ? labelOf(document, holder) : 'nothing' },
      { label: 'Holds', value: state?.data?.join(', ') || 'nothing yet' },
      {
        label: 'Zone',
        value: getKind(document, disk.availabilityZone, 'zone')?.zoneName ?? 'unknown',
        note: 'can’t leave it; lost with it',
      },
      {
        label: 'On terminate',
        value: disk.attachment?.deleteOnTermination ? 'deleted' : 'kept',
        note: 'a stop never deletes it',
      },
    ],
    tables: [],
  };
}
