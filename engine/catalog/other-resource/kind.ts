import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/**
 * Something an import found that takes part in routing and is not modelled yet: a transit gateway, a VPN gateway, a
 * firewall. It is drawn, and named in every verdict it could touch.
 */
export interface OtherResource extends ResourceBase {
  readonly kind: 'other-resource';
  readonly region: ResourceId;
  /** In AWS's words: `Transit gateway`, `Virtual private gateway` … */
  readonly resourceType: string;
  /** The VPC it is attached to, if it is one. */
  readonly vpcId?: ResourceId;
}

export const otherResource: KindDescriptor<OtherResource> = {
  kind: 'other-resource',
  label: 'Other resource',
  plural: 'Other resources',
  idPrefix: 'other',
  cloudFormationType: null,
  category: 'world',
  appearance: 'chip',
  summary: 'Found by an import and not modelled: verdicts that it could touch say so.',
  roles: [],
  importOnly: true,
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/extend-intro.html',
};
