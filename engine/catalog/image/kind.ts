import type { KindDescriptor } from '../../model/kind';
import type { ResourceBase, ResourceId } from '../../model/resource';

/** What an instance is made from: an AMI. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIs.html */
export interface Image extends ResourceBase {
  readonly kind: 'image';
  readonly region: ResourceId;
  readonly imageName: string;
  /** Who owns it. Absent: this account. */
  readonly owner?: 'self' | 'amazon' | 'aws-marketplace' | 'other-account';
  readonly architecture: 'x86_64' | 'arm64' | 'i386';
  readonly operatingSystem: OperatingSystem;
  readonly virtualizationType?: 'hvm' | 'paravirtual';
  /** Absent: what the type's processor starts with (UEFI on Graviton, else legacy BIOS). */
  readonly bootMode?: 'uefi' | 'legacy-bios' | 'uefi-preferred';
  readonly rootDeviceType?: 'ebs' | 'instance-store';
  /** Drivers of Nitro types are in it: ENA and NVMe. Absent: yes. */
  readonly enaSupport?: boolean;
  /** `v2.0`: instances of it ask for a token unless the launch says otherwise. */
  readonly imdsSupport?: 'v2.0';
  readonly blockDeviceMappings?: readonly BlockDeviceMapping[];
  /** Other accounts' images: may this account launch it? Absent: yes, it is public. */
  readonly launchPermission?: 'public' | 'explicit' | 'none';
  /** Accounts that it is shared with. */
  readonly sharedWith?: readonly string[];
  /** Of a marketplace image: this account has subscribed to the product. */
  readonly subscribed?: boolean;
  /** A marketplace product code goes along with every copy. */
  readonly productCode?: string;
  /** What the software in it does: `firewall`, `vpn`; absent: a plain system. */
  readonly appliance?: 'firewall' | 'vpn' | 'nat';
  readonly sourceInstanceId?: ResourceId;
  readonly sourceImageId?: ResourceId;
  /** Made without a reboot: what was in memory and not on disk is missing. */
  readonly noReboot?: boolean;
}

export const OPERATING_SYSTEMS = [
  'amazon-linux-2023',
  'amazon-linux-2',
  'ubuntu-24.04',
  'debian-12',
  'rhel-9',
  'windows-2022',
] as const;
export type OperatingSystem = (typeof OPERATING_SYSTEMS)[number];

export interface BlockDeviceMapping {
  readonly deviceName: string;
  readonly snapshotId?: ResourceId;
  /** GiB */
  readonly volumeSize?: number;
  readonly encrypted?: boolean;
  readonly deleteOnTermination?: boolean;
}

export const image: KindDescriptor<Image> = {
  kind: 'image',
  label: 'Image (AMI)',
  plural: 'Images',
  idPrefix: 'ami',
  cloudFormationType: null,
  category: 'storage',
  appearance: 'chip',
  summary: 'What instances are made from: system, architecture, disks and who may launch it.',
  roles: [],
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIs.html',
};
