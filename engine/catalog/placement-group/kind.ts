import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface PlacementGroup extends ResourceBase {
  readonly kind: 'placement-group';
  readonly region: ResourceId;
  readonly groupName: string;
  readonly strategy: 'cluster' | 'spread' | 'partition';
  /** Partition strategy: 1 to 7. */
  readonly partitionCount?: number;
}

export const placementGroup: KindDescriptor<PlacementGroup> = {
  kind: 'placement-group',
  label: 'Placement group',
  plural: 'Placement groups',
  idPrefix: 'pg',
  cloudFormationType: 'AWS::EC2::PlacementGroup',
  category: 'start',
  appearance: 'chip',
  summary:
    'Keeps instances close together (cluster), on separate racks (spread) or in separate sets of racks (partition).',
  roles: ['group'],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-groups.html',
};
