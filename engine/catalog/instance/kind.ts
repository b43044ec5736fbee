import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** Where it stands follows from its primary network interface; its disks are volumes attached to it. */
export interface Instance extends ResourceBase {
  readonly kind: 'instance';
  readonly instanceType: string;
  /** An image in the drawing, or an AMI by AWS's id, of which nothing more is known. Absent: Amazon Linux 2023. */
  readonly imageId?: string;
  /** Name of a key pair of the Region. */
  readonly keyName?: string;
  /** As typed, not encoded. Nothing of it is ever executed. */
  readonly userData?: string;
  /** `by-script`: not at time 0 but when the script launches it. */
  readonly launch?: 'by-script';
  readonly platform?: 'linux' | 'windows';
  /** Launch option; absent: what the subnet says. */
  readonly associatePublicIpAddress?: boolean;
  readonly placementGroup?: ResourceId;
  readonly partitionNumber?: number;
  readonly tenancy?: 'default' | 'dedicated' | 'host';
  /** With host tenancy: the dedicated host it is to run on. */
  readonly hostId?: ResourceId;
  /** `host`: it comes back to the same dedicated host after a stop. */
  readonly affinity?: 'default' | 'host';
  /** Absent: On-Demand. */
  readonly instanceMarketOptions?: SpotOptions;
  readonly instanceInitiatedShutdownBehavior?: 'stop' | 'terminate';
  readonly disableApiTermination?: boolean;
  readonly disableApiStop?: boolean;
  readonly hibernationOptions?: { readonly configured: boolean };
  readonly enclaveOptions?: { readonly enabled: boolean };
  readonly metadataOptions?: MetadataOptions;
  readonly maintenanceOptions?: { readonly autoRecovery: 'default' | 'disabled' };
  readonly privateDnsNameOptions?: PrivateDnsNameOptions;
  readonly iamInstanceProfile?: InstanceProfile;
  /** The guest sends each reply out by the interface its request came in by. */
  readonly policyRouting?: boolean;
  readonly rootDeviceType?: 'ebs' | 'instance-store';
  /** What a router does with packets that are not for itself. Absent: `nat` towards the internet, else `route`. */
  readonly packetForwarding?: 'nat' | 'route' | 'off';
  /** What listens in the guest. Absent: not known, so that nothing is refused for want of a listener. */
  readonly services?: readonly Service[];
}

/** Absent: endpoint enabled, tokens as the image says, one hop. */
export interface MetadataOptions {
  readonly httpEndpoint?: 'enabled' | 'disabled';
  readonly httpTokens?: 'optional' | 'required';
  readonly httpPutResponseHopLimit?: number;
  readonly httpProtocolIpv6?: 'enabled' | 'disabled';
  readonly instanceMetadataTags?: 'enabled' | 'disabled';
}

export interface PrivateDnsNameOptions {
  readonly hostnameType?: 'ip-name' | 'resource-name';
  readonly enableResourceNameDnsARecord?: boolean;
}

/** A role for what runs on it, by the managed policies that matter here. */
export interface InstanceProfile {
  readonly roleName: string;
  readonly policies: readonly RolePolicy[];
}

export const ROLE_POLICIES = [
  'AmazonSSMManagedInstanceCore',
  'AmazonS3ReadOnlyAccess',
  'CloudWatchAgentServerPolicy',
] as const;
export type RolePolicy = (typeof ROLE_POLICIES)[number];

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
