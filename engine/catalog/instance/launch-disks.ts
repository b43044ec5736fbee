/** The volumes that a launch makes, with the snapshots they are made from. */
import type { AskedDisk } from '../../lifecycle/launch/launch-request';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind, knownIdOf, volumesOf } from '../lookup';
import type { Subjects } from '../subjects';
import type { InstanceImage } from './instance-image';

export const askedDisks = (
  document: Scenario,
  instance: ResourceOf<'instance'>,
  found: InstanceImage,
  subjects: Subjects,
): readonly AskedDisk[] =>
  volumesOf(document, instance.id).map((volume) => {
    const snapshot = snapshotOf(document, volume, found, subjects);
    return {
      device: volume.attachment?.device ?? '',
      sizeGib: volume.size,
      volumeType: volume.volumeType,
      root: volume.attachment?.root === true,
      encrypted: volume.encrypted,
      ...(snapshot ? { snapshot } : {}),
    };
  });

/** Its own; of a volume of the image, that of the image. */
function snapshotOf(
  document: Scenario,
  volume: ResourceOf<'volume'>,
  found: InstanceImage,
  subjects: Subjects,
): AskedDisk['snapshot'] {
  const snapshot = getKind(document, snapshotIdOf(volume, found), 'snapshot');
  if (snapshot) {
    const regionName = getKind(document, snapshot.region, 'region')?.regionName;
    return {
      id: knownIdOf(document, snapshot.id),
      subject: subjects.of(snapshot.id),
      sizeGib: snapshot.volumeSize,
      encrypted: snapshot.encrypted,
      ...(regionName === undefined ? {} : { regionName }),
    };
  }
  const root = volume.attachment?.root === true && volume.snapshotId === undefined;
  return root && found.from === 'list' && found.chosen
    ? { id: `the snapshot of ${found.image.title}`, sizeGib: found.image.rootSizeGib, encrypted: false }
    : undefined;
}

/** What a launch makes it from: its own snapshot, or that of the image. */
export const snapshotIdOf = (volume: ResourceOf<'volume'>, found: InstanceImage): string | undefined =>
  volume.snapshotId ?? ofImage(volume, found);

/** The first disk of an image is its root. */
function ofImage(volume: ResourceOf<'volume'>, found: InstanceImage): string | undefined {
  if (found.from !== 'drawing') return undefined;
  const mappings = found.image.blockDeviceMappings ?? [];
  const mapping =
    volume.attachment?.root === true
      ? mappings[0]
      : mappings.slice(1).find(({ deviceName }) => deviceName === volume.attachment?.device);
  return mapping?.snapshotId;
}
