/** What a RunInstances request asks for, as the checks of a launch see it. */
import type { QuotaClass } from '../../model/document';
import type { Refusal } from '../refusal';

export interface LaunchRequest {
  /** As people know the instance. */
  readonly name: string;
  readonly regionName: string;
  readonly zoneName: string;
  readonly market: 'on-demand' | 'spot';
  /** Absent: an AMI of which nothing but the id is known. */
  readonly image?: AskedImage;
  /** What is wrong with the id of an image, where it is no image at all. */
  readonly imageFault?: { readonly id: string; readonly fault: 'malformed' | 'not-found' };
  readonly type: AskedType;
  /** Absent: the account's quota of that class is not set. */
  readonly quota?: AskedQuota;
  /** Primary first; an instance without one stands nowhere. */
  readonly interfaces: readonly AskedInterface[];
  readonly keyPair?: AskedKeyPair;
  readonly windows: boolean;
  readonly placement: AskedPlacement;
  readonly hibernates: boolean;
  readonly enclaves: boolean;
  readonly rootDevice: 'ebs' | 'instance-store';
  readonly disks: readonly AskedDisk[];
  /** What user data and Spot options get wrong: others know those. */
  readonly userDataRefusal?: Refusal;
  readonly spotRefusal?: Refusal;
}

export interface AskedImage {
  readonly id: string;
  /** Absent: a public one that is always there. */
  readonly subject?: number;
  /** Absent: in every Region. */
  readonly regionName?: string;
  /** The account may launch it. */
  readonly permitted: boolean;
  /** A product of AWS Marketplace that the account has not subscribed to. */
  readonly unsubscribed: boolean;
  readonly architectures: readonly string[];
  readonly bootMode?: 'uefi' | 'legacy-bios' | 'uefi-preferred';
  readonly virtualizationType: 'hvm' | 'paravirtual';
  /** Absent: as the launch wants it. */
  readonly rootDevice?: 'ebs' | 'instance-store';
  /** It has the drivers for ENA and NVMe. */
  readonly nitroDrivers: boolean;
}

export interface AskedType {
  readonly name: string;
  /** `undefined`: the data does not say. */
  readonly offered: boolean | undefined;
  /** Absent: a type that the data does not know, of which nothing is refused. */
  readonly facts?: TypeFacts;
}

export interface TypeFacts {
  readonly family: string;
  readonly architectures: readonly string[];
  readonly vCpus: number;
  readonly memoryMiB: number;
  readonly bootModes: readonly string[];
  readonly supportedRootDevices: readonly string[];
  readonly supportedUsageClasses: readonly string[];
  readonly enaSupport: 'required' | 'supported' | 'unsupported';
  readonly ebsNvme: 'required' | 'supported' | 'unsupported';
  readonly bareMetal: boolean;
  readonly hibernation: boolean;
  readonly enclaves: boolean;
  readonly dedicatedHosts: boolean;
  readonly maxEnis: number;
  readonly ipv4PerEni: number;
  readonly maxEbsVolumes: number | null;
}

export interface AskedQuota {
  readonly quotaClass: QuotaClass;
  /** vCPUs */
  readonly limit: number;
  readonly vCpus: number;
  /** Machines that count towards the same quota, and their vCPUs. */
  readonly others: readonly { readonly subject: number; readonly vCpus: number }[];
}

export interface AskedInterface {
  readonly id: string;
  readonly subject: number;
  readonly deviceIndex: number;
  /** Absent: its subnet is not there. */
  readonly subnet?: {
    readonly label: string;
    /** Absent: IPv6 only. */
    readonly cidrBlock?: string;
    readonly zoneName: string;
  };
  readonly address?: string;
  /** Why EC2 does not give out the address. */
  readonly addressFault?: 'reserved' | 'outside';
  /** Addresses and prefixes it takes of what the type allows. */
  readonly ipv4Count: number;
  /** Groups that are nowhere, and those of another VPC. */
  readonly missingGroups: readonly string[];
  readonly strangeGroups: readonly string[];
}

export interface AskedKeyPair {
  readonly name: string;
  readonly regionName: string;
  /** `unknown`: no key pair of the Region is drawn, so that nothing can be said. */
  readonly known: 'yes' | 'no' | 'unknown';
  readonly type?: 'rsa' | 'ed25519';
}

export interface AskedPlacement {
  readonly tenancy: 'default' | 'dedicated' | 'host';
  readonly namesHost: boolean;
  readonly group?: { readonly name: string; readonly strategy: 'cluster' | 'spread' | 'partition' };
}

export interface AskedDisk {
  readonly device: string;
  readonly sizeGib: number;
  readonly volumeType: string;
  readonly root: boolean;
  readonly encrypted: boolean;
  readonly snapshot?: {
    readonly id: string;
    /** Absent: of a public image. */
    readonly subject?: number;
    readonly sizeGib: number;
    readonly encrypted: boolean;
    readonly regionName?: string;
  };
}

/** How things are at the moment of the launch. */
export interface LaunchMoment {
  /** State of an image, a snapshot or an interface; `undefined`: it has none. */
  readonly stateOf: (subject: number) => string | undefined;
  /** The machine is pending or running. */
  readonly counts: (subject: number) => boolean;
  /** An interface that somebody else has by now: who. */
  readonly userOf: (networkInterface: number) => string | undefined;
}

export type LaunchCheck = (request: LaunchRequest, moment: LaunchMoment) => Refusal | undefined;

/** The errors are those of https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html. */
export const refuse = (code: string, message: string): Refusal => ({ code, message });
