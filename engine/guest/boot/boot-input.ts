/** What the boot of an instance depends on: the catalogue fills it in. */
import type { UserDataPlan } from '../user-data/plan';
import type { BootState } from './boot-state';
import type { GuestDisk } from './guest-disk';
import type { ImageFamily } from './images';

export const BOOT_CAUSES = ['launch', 'start', 'reboot', 'resume'] as const;
/** `resume`: the memory saved by hibernation is read back, nothing boots. */
export type BootCause = (typeof BOOT_CAUSES)[number];

/**
 * Where the blocks of a volume are. `snapshot`: they come from S3 when they are touched first, which is slow.
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-initialize.html
 */
export type VolumeBlocks = 'snapshot' | 'present' | 'instance-store-image';

export interface BootVolume {
  readonly id: string;
  /** As in the block device mapping: `/dev/sdf`. */
  readonly device: string;
  readonly sizeGib: number;
  readonly blocks: VolumeBlocks;
  /** It holds a file system. */
  readonly formatted: boolean;
}

export interface BootInterface {
  readonly id: string;
  readonly deviceIndex: number;
  readonly macAddress: string;
  readonly privateIp: string;
  /** CIDR block of its subnet. */
  readonly subnetCidr: string;
}

export interface BootInput {
  readonly instanceId: string;
  readonly instanceType: string;
  readonly imageId: string;
  readonly family: ImageFamily;
  readonly architecture: 'x86_64' | 'arm64';
  readonly cause: BootCause;
  readonly region: string;
  /** The host as the placement names it. */
  readonly host: string;
  readonly rootVolume: BootVolume;
  readonly volumes: readonly BootVolume[];
  /** The primary one first. */
  readonly interfaces: readonly BootInterface[];
  /** Of the DHCP options set: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html */
  readonly dhcp: { readonly domainName: string; readonly domainNameServers: readonly string[] };
  /** Without its domain: `ip-10-0-1-5`. */
  readonly hostName: string;
  readonly keyName?: string;
  readonly userData?: UserDataPlan;
  /** What the root volume, or the image it comes from, holds. */
  readonly disk: GuestDisk;
  /** resume: what the machine was doing when it was hibernated. */
  readonly suspended?: BootState;
}

/**
 * User data runs when the instance id is another than at the last first boot: a launch, and the launch of an image
 * made of an instance, but neither a reboot nor stop and start.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export const isFirstBoot = (input: BootInput): boolean =>
  input.cause !== 'resume' && input.disk.instanceId !== input.instanceId;
