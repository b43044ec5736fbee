import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** A volume at one moment, kept in its Region. https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html */
export interface Snapshot extends ResourceBase {
  readonly kind: 'snapshot';
  readonly region: ResourceId;
  /** GiB of the volume it was taken from. */
  readonly volumeSize: number;
  readonly encrypted: boolean;
  /** Absent: the Region's own key, `aws/ebs`. */
  readonly kmsKey?: 'aws/ebs' | 'customer-managed';
  readonly sourceVolumeId?: ResourceId;
  readonly sourceSnapshotId?: ResourceId;
}

export const snapshot: KindDescriptor<Snapshot> = {
  kind: 'snapshot',
  label: 'Snapshot',
  plural: 'Snapshots',
  idPrefix: 'snap',
  cloudFormationType: null,
  category: 'storage',
  appearance: 'chip',
  summary: 'A volume at one moment, kept in its Region beyond any one zone.',
  roles: [],
  source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-snapshots.html',
};
