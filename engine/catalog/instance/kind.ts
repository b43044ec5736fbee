import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** Where it stands follows from its primary network interface; its disks are volumes attached to it. */
export interface Instance extends ResourceBase {
  readonly kind: 'instance';
  readonly instanceType: string;
  readonly imageId?: string;
  readonly platform?: 'linux' | 'windows';
  /** Launch option; absent: what the subnet says. */
  readonly associatePublicIpAddress?: boolean;
  readonly placementGroup?: ResourceId;
  readonly partitionNumber?: number;
  readonly tenancy?: 'default' | 'dedicated' | 'host';
  /** Absent: On-Demand. */
  readonly instanceMarketOptions?: SpotOptions;
  readonly instanceInitiatedShutdownBehavior?: 'stop' | 'terminate';
  readonly disableApiTermination?: boolean;
  readonly disableApiStop?: boolean;
  /** The guest sends each reply out by the interface its request came in by. */
  readonly policyRouting?: boolean;
  readonly rootDeviceType?: 'ebs' | 'instance-store';
  /** What a router does with packets that are not for itself. Absent: `nat` towards the internet, else `route`. */
  readonly packetForwarding?: 'nat' | 'route' | 'off';
  /** What listens in the guest. Absent: not known, so that nothing is refused for want of a listener. */
  readonly services?: readonly Service[];
}

export interface Service {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly name?: string;
}

export interface SpotOptions {
  readonly marketType: 'spot';
  readonly spotInstanceType: 'one-time' | 'persistent';
  readonly instanceInterruptionBehavior: 'terminate' | 'stop' | 'hibernate';
}

export const instance: KindDescriptor<Instance> = {
  kind: 'instance',
  label: 'Instance',
  plural: 'Instances',
  idPrefix: 'i',
  cloudFormationType: 'AWS::EC2::Instance',
  category: 'start',
  appearance: 'card',
  summary: 'A virtual machine. Comes with a primary network interface and a root volume.',
  roles: ['machine'],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Instances.html',
};
