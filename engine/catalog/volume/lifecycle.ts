/** A volume as the storage domain sees it. */
import type { Disk } from '../../storage/disk';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind, knownIdOf } from '../lookup';
import type { Subjects } from '../subjects';

/** @param snapshotId what a launch makes it from, where that is not its own */
export const diskOf = (
  document: Scenario,
  volume: ResourceOf<'volume'>,
  subjects: Subjects,
  snapshotId = volume.snapshotId,
): Disk => ({
  subject: subjects.of(volume.id),
  resource: volume.id,
  id: knownIdOf(document, volume.id),
  device: volume.attachment?.device ?? '',
  zone: subjects.of(volume.availabilityZone),
  root: volume.attachment?.root === true,
  deleteOnTermination: volume.attachment?.deleteOnTermination === true,
  machine: getKind(document, volume.attachment?.instanceId, 'instance')
    ? subjects.of(volume.attachment?.instanceId)
    : undefined,
  ...(getKind(document, snapshotId, 'snapshot') ? { snapshot: subjects.of(snapshotId) } : {}),
});
