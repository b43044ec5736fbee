/** An instance's type, user data and partition; the strategy of its group. */
import { type ResourceOf } from '../../catalog/descriptors';
import { allOf, getKind, interfacesOf, labelOf } from '../../catalog/lookup';
import { instanceTypeFacts } from '../../facts/instance-types';
import { parseUserData } from '../../guest/user-data/parse-user-data';
import type { Field } from '../../model/kind';
import { accept, refuse, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';

export function instanceRefusal(
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
  if (key === 'userData' && typeof value === 'string') {
    const windows = instance.platform === 'windows';
    const read = parseUserData(value, { platform: windows ? 'windows' : 'linux' });
    if (!read.ok)
      return refuse(
        'InvalidUserData.Malformed',
        read.error.message.replace(/^InvalidUserData\.Malformed: /, ''),
        SOURCES.userData,
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

/** EC2 sets these at creation only; the drawing may change them, and partition numbers that no longer exist go. */
export function planStrategy(
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
