import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** NFS for many instances, reached by a mount target in each zone. https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html */
export interface FileSystem extends ResourceBase {
  readonly kind: 'file-system';
  readonly region: ResourceId;
  /** One Zone storage: the zone it lies in. Absent: over all zones of the Region. */
  readonly availabilityZoneName?: ResourceId;
  /** Network interfaces that instances mount it by, at most one in a zone. */
  readonly mountTargets: readonly ResourceId[];
}

export const fileSystem: KindDescriptor<FileSystem> = {
  kind: 'file-system',
  label: 'EFS file system',
  plural: 'EFS file systems',
  idPrefix: 'fs',
  cloudFormationType: 'AWS::EFS::FileSystem',
  category: 'storage',
  appearance: 'chip',
  summary: 'Files that many instances share, mounted over TCP 2049.',
  roles: [],
  source: 'https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html',
};
