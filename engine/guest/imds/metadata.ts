/** What the instance metadata service is answered from; the catalogue fills it in for one moment. */

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html */
export interface MetadataOptions {
  readonly instanceId: string;
  readonly httpEndpoint: 'enabled' | 'disabled';
  readonly httpTokens: 'optional' | 'required';
  /** 1 to 64: how far the answer to a PUT gets. */
  readonly hopLimit: number;
  readonly ipv6Endpoint: 'enabled' | 'disabled';
  /** The IPv6 endpoint is there on Nitro only. */
  readonly nitro: boolean;
}

export interface Metadata {
  readonly accountId: string;
  readonly instanceId: string;
  readonly instanceType: string;
  readonly imageId: string;
  readonly reservationId: string;
  readonly architecture: string;
  readonly lifeCycle: 'on-demand' | 'spot';
  /** Calendar time of the last launch or start. */
  readonly pendingTime: string;
  readonly interfaces: readonly MetadataInterface[];
  readonly placement: MetadataPlacement;
  readonly blockDevices: BlockDevices;
  readonly key?: { readonly name: string; readonly type: 'rsa' | 'ed25519' };
  readonly role?: string;
  readonly announcement?: Announcement;
  readonly interruption?: Interruption;
  /** Absent: not enabled. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly userData?: string;
}

export interface MetadataInterface {
  readonly macAddress: string;
  readonly deviceNumber: number;
  readonly interfaceId: string;
  /** The name a DHCP answer gives. */
  readonly localHostname: string;
  readonly publicHostname?: string;
  readonly localIpv4s: readonly string[];
  readonly publicIpv4s: readonly { readonly publicIp: string; readonly privateIp: string }[];
  readonly ipv6s: readonly string[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly subnetId: string;
  readonly subnetIpv4?: string;
  readonly subnetIpv6?: string;
  readonly vpcId: string;
  readonly vpcIpv4s: readonly string[];
  readonly vpcIpv6s: readonly string[];
}

export interface MetadataPlacement {
  readonly region: string;
  readonly availabilityZone: string;
  readonly availabilityZoneId?: string;
  readonly groupName?: string;
  readonly partitionNumber?: number;
  /** A dedicated host: of others the metadata says nothing. */
  readonly hostId?: string;
}

/** Device names as in the block device mapping: `/dev/sdf`. */
export interface BlockDevices {
  readonly root: string;
  /** EBS volumes but the root volume. */
  readonly ebs: readonly string[];
  /** Disks of an instance store that are not NVMe. */
  readonly ephemeral: readonly string[];
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_scheduled_events.html */
export interface Announcement {
  readonly code: string;
  readonly eventId: string;
  /** `01 Jan 2026 00:00:00 GMT` */
  readonly notBefore: string;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html */
export interface Interruption {
  readonly action: 'terminate' | 'stop' | 'hibernate';
  /** ISO 8601, UTC. */
  readonly time: string;
}
