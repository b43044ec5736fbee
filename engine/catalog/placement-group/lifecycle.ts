/** A placement group as the placement domain sees it. */
import type { Group } from '../../placement/placement';
import type { ResourceOf } from '../descriptors';

/** EC2 makes two partitions where none are asked for, and at most seven. */
export const groupOf = (group: ResourceOf<'placement-group'>): Group => ({
  id: group.id,
  name: group.groupName,
  strategy: group.strategy,
  partitionCount: Math.min(7, Math.max(1, group.partitionCount ?? 2)),
});
