/** New snapshots, and names that no other image has. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';

/** EC2 takes 3 to 128 characters. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateImage.html */
const MAX_NAME = 128;

export function nextImageName(document: Scenario, stem: string): string {
  const taken = new Set(allOf(document, 'image').map(({ imageName }) => imageName));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '-image' : `-image-${number}`;
    const name = stem.slice(0, MAX_NAME - suffix.length) + suffix;
    if (!taken.has(name)) return name;
  }
}

/** Encrypted as the volume is. */
export const snapshotOf = (
  draft: Draft,
  volume: ResourceOf<'volume'>,
  region: ResourceId,
): ResourceOf<'snapshot'> => ({
  id: draft.nextId('snapshot'),
  kind: 'snapshot',
  region,
  volumeSize: volume.size,
  encrypted: volume.encrypted,
  sourceVolumeId: volume.id,
});

/** A copy can be encrypted, never decrypted; in another Region it takes that Region's key. */
export const copyOfSnapshot = (
  draft: Draft,
  snapshot: ResourceOf<'snapshot'>,
  region: ResourceId,
  encrypt: boolean,
): ResourceOf<'snapshot'> => ({
  id: draft.nextId('snapshot'),
  kind: 'snapshot',
  region,
  volumeSize: snapshot.volumeSize,
  encrypted: snapshot.encrypted || encrypt,
  ...(snapshot.kmsKey && region === snapshot.region ? { kmsKey: snapshot.kmsKey } : {}),
  sourceSnapshotId: snapshot.id,
});
