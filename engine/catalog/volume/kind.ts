import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface Volume extends ResourceBase {
  readonly kind: 'volume';
  /** Zone id: a volume can't leave it. */
  readonly availabilityZone: ResourceId;
  /** GiB */
  readonly size: number;
  readonly volumeType: VolumeType;
  readonly iops?: number;
  /** MiB/s, gp3 only. */
  readonly throughput?: number;
  readonly encrypted: boolean;
  /** What it was made from: its blocks are fetched when they are first read. */
  readonly snapshotId?: ResourceId;
  readonly attachment?: VolumeAttachment;
}

export const VOLUME_TYPES = ['gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard'] as const;
export type VolumeType = (typeof VOLUME_TYPES)[number];

export interface VolumeAttachment {
  readonly instanceId: ResourceId;
  /** `/dev/xvda` is the root volume of an image here, unless the import named another. */
  readonly device: string;
  readonly root?: boolean;
  readonly deleteOnTermination: boolean;
}

export const volume: KindDescriptor<Volume> = {
  kind: 'volume',
  label: 'EBS volume',
  plural: 'EBS volumes',
  idPrefix: 'vol',
  cloudFormationType: 'AWS::EC2::Volume',
  category: 'storage',
  appearance: 'docked',
  summary: 'A network disk in one Availability Zone that outlives the instance, unless told to go with it.',
  roles: ['disk'],
  source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html',
};
