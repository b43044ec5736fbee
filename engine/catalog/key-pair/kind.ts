import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** The public half lies with EC2, the private half with whoever made it. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html */
export interface KeyPair extends ResourceBase {
  readonly kind: 'key-pair';
  readonly region: ResourceId;
  readonly keyName: string;
  readonly keyType: 'rsa' | 'ed25519';
  /** Somebody still has the private half: it is given out once. Absent: yes. */
  readonly privateKeyKept?: boolean;
}

export const keyPair: KindDescriptor<KeyPair> = {
  kind: 'key-pair',
  label: 'Key pair',
  plural: 'Key pairs',
  idPrefix: 'key',
  cloudFormationType: 'AWS::EC2::KeyPair',
  category: 'security',
  appearance: 'chip',
  summary: 'Lets its owner log in by SSH, or read the password of a Windows instance.',
  roles: [],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html',
};
