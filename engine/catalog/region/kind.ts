import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase } from '../../model/resource';

export interface Region extends ResourceBase {
  readonly kind: 'region';
  /** `us-east-1` */
  readonly regionName: string;
}

export const region: KindDescriptor<Region> = {
  kind: 'region',
  label: 'Region',
  plural: 'Regions',
  idPrefix: 'region',
  cloudFormationType: null,
  category: 'places',
  appearance: 'box',
  summary: 'Where the network stands. VPCs, addresses and images belong to one region.',
  roles: ['place'],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
};
