import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

export interface ElasticIp extends ResourceBase {
  readonly kind: 'elastic-ip';
  readonly region: ResourceId;
  readonly publicIp: string;
  /** The interface it is associated with; a NAT gateway names its Elastic IP itself. */
  readonly networkInterfaceId?: ResourceId;
  /** Which of the interface's private addresses; absent: the primary one. */
  readonly privateIpAddress?: string;
}

export const elasticIp: KindDescriptor<ElasticIp> = {
  kind: 'elastic-ip',
  label: 'Elastic IP',
  plural: 'Elastic IPs',
  idPrefix: 'eip',
  cloudFormationType: 'AWS::EC2::EIP',
  category: 'gateways',
  appearance: 'chip',
  summary: 'A public IPv4 address you keep until you release it; it survives stop and start.',
  roles: ['address'],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
};
