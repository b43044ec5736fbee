import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** A whole server for one account. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html */
export interface DedicatedHost extends ResourceBase {
  readonly kind: 'dedicated-host';
  readonly region: ResourceId;
  readonly availabilityZone: ResourceId;
  /** `m5` for any size of a family, or one type. */
  readonly instanceType: string;
  /** `on`: takes instances that ask for host tenancy without naming a host. */
  readonly autoPlacement?: 'on' | 'off';
  readonly hostRecovery?: 'on' | 'off';
}

export const dedicatedHost: KindDescriptor<DedicatedHost> = {
  kind: 'dedicated-host',
  label: 'Dedicated host',
  plural: 'Dedicated hosts',
  idPrefix: 'h',
  cloudFormationType: 'AWS::EC2::Host',
  category: 'places',
  appearance: 'chip',
  summary: 'A whole server for this account alone, in one Availability Zone.',
  roles: [],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html',
};
