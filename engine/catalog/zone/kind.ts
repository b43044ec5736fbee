import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** An Availability Zone; drawn as a lane in every VPC that has a subnet in it. */
export interface Zone extends ResourceBase {
  readonly kind: 'zone';
  readonly region: ResourceId;
  /** `us-east-1a`: one account's name for it. */
  readonly zoneName: string;
  /** `use1-az1`: the same for every account. */
  readonly zoneId?: string;
  /** Servers that EC2 has for this account here. Absent: as many as are asked for. */
  readonly hosts?: number;
}

export const zone: KindDescriptor<Zone> = {
  kind: 'zone',
  label: 'Availability Zone',
  plural: 'Availability Zones',
  idPrefix: 'az',
  cloudFormationType: null,
  category: 'places',
  appearance: 'box',
  summary: 'One or more data centres that fail together. A subnet stands in exactly one.',
  roles: ['place'],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
};
