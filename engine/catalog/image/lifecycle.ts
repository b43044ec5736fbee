/** An image as the lifecycle sees it. */
import type { ManagedImage } from '../../lifecycle/images';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind, knownIdOf } from '../lookup';
import type { Subjects } from '../subjects';

export function managedImageOf(
  document: Scenario,
  image: ResourceOf<'image'>,
  subjects: Subjects,
): ManagedImage {
  const observed = document.observed[image.id]?.state;
  const source = getKind(document, image.sourceInstanceId, 'instance');
  return {
    subject: subjects.of(image.id),
    id: knownIdOf(document, image.id),
    own: (image.owner ?? 'self') === 'self',
    madeByScript: document.script.some(({ type, target }) => type === 'create-image' && target === image.id),
    ...(observed === undefined ? {} : { observed }),
    ...(source ? { source: subjects.of(source.id) } : {}),
    noReboot: image.noReboot === true,
    snapshots: (image.blockDeviceMappings ?? []).flatMap(({ snapshotId }) => {
      const snapshot = getKind(document, snapshotId, 'snapshot');
      if (!snapshot) return [];
      const disk = getKind(document, snapshot.sourceVolumeId, 'volume');
      return [{ subject: subjects.of(snapshot.id), ...(disk ? { disk: subjects.of(disk.id) } : {}) }];
    }),
  };
}
