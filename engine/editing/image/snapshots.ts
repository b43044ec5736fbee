/**
 * A snapshot of a volume, a volume or an image from a snapshot.
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-creating-snapshot.html
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-creating-volume.html
 */
import type { ResourceOf } from '../../catalog/descriptors';
import { allOf, getKind, labelOf } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import { ROOT_DEVICE } from '../next-device';
import { zonesOf } from '../next-zone';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { nextImageName, snapshotOf } from './make-copy';

export function planSnapshot({ document }: Situation, volume: ResourceOf<'volume'>): Plan {
  const region = getKind(document, volume.availabilityZone, 'zone')?.region;
  const label = labelOf(document, volume.id);
  if (region === undefined)
    return refuse(
      'InvalidVolume.NotFound',
      `${label} stands in no zone that is drawn.`,
      SOURCES.attachVolume,
    );
  return accept(`Create a snapshot of ${label}`, (draft) => draft.add(snapshotOf(draft, volume, region)));
}

/** @param zoneId absent: the first zone of the Region. */
export function planVolumeFrom(
  { document }: Situation,
  snapshot: ResourceOf<'snapshot'>,
  zoneId: ResourceId | undefined,
): Plan {
  const label = labelOf(document, snapshot.id);
  const zones = zonesOf(document, snapshot.region);
  const zone = zoneId === undefined ? zones[0] : zones.find(({ id }) => id === zoneId);
  if (!zone)
    return refuse(
      'InvalidParameterValue',
      `${label} is in ${regionName(document, snapshot.region)}; a volume is made from it in a zone of that Region. Draw a subnet there, or copy the snapshot.`,
      SOURCES.regional.snapshot,
    );
  return accept(`Create a volume from ${label} in ${zone.zoneName}`, (draft) =>
    draft.add({
      id: draft.nextId('volume'),
      kind: 'volume',
      availabilityZone: zone.id,
      size: snapshot.volumeSize,
      volumeType: 'gp3',
      encrypted: snapshot.encrypted,
      snapshotId: snapshot.id,
    }),
  );
}

const regionName = (document: Situation['document'], id: ResourceId): string =>
  getKind(document, id, 'region')?.regionName ?? 'another Region';

/** What the snapshot's own image was says which system and processor it has. */
export function planRegisterImage({ document }: Situation, snapshot: ResourceOf<'snapshot'>): Plan {
  const label = labelOf(document, snapshot.id);
  const former = allOf(document, 'image').find((image) =>
    image.blockDeviceMappings?.some(({ snapshotId }) => snapshotId === snapshot.id),
  );
  return accept(`Register ${label} as an image`, (draft) =>
    draft.add({
      id: draft.nextId('image'),
      kind: 'image',
      region: snapshot.region,
      imageName: nextImageName(draft.document, label),
      architecture: former?.architecture ?? 'x86_64',
      operatingSystem: former?.operatingSystem ?? 'amazon-linux-2023',
      blockDeviceMappings: [
        {
          deviceName: ROOT_DEVICE,
          snapshotId: snapshot.id,
          volumeSize: snapshot.volumeSize,
          encrypted: snapshot.encrypted,
          deleteOnTermination: true,
        },
      ],
    }),
  );
}
