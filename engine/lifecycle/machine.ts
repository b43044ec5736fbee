/** The words of the lifecycle domain: what it has to know of the things it moves through their states. */
import type { EventHandle } from '../kernel/event-queue';
import type { Cells } from '../kernel/state-table';
import type { RandomStreams } from '../kernel/random-streams';
import type { ResourceId } from '../model/resource';
import type { LiveFields } from '../model/live';
import type { ActionType, ScheduledEventCode } from '../model/document';
import type { Refusal } from './refusal';
import type { ManagedImage } from './images';
import type { LaunchRequest } from './launch/launch-request';

export interface Machine {
  readonly subject: number;
  /** Its id in the document. */
  readonly resource: ResourceId;
  /** The id that EC2's messages name. */
  readonly id: string;
  /** Subject of its Availability Zone. */
  readonly zone: number;
  /** What an import saw; absent: it is launched at time 0. */
  readonly observed?: 'running' | 'stopped' | 'terminated';
  readonly rootDevice: 'ebs' | 'instance-store';
  readonly market: 'on-demand' | 'spot';
  /** Launched with hibernation configured. */
  readonly hibernates: boolean;
  /** What a shutdown from inside does. A root volume on an instance store always means `terminate`. */
  readonly shutdownBehavior: 'stop' | 'terminate';
  /** Has the status check of attached EBS volumes: Nitro. */
  readonly checksVolumes: boolean;
  /** What runs inside comes up step by step, after `running`. */
  readonly bootsInSteps: boolean;
  /** The script launches it, not time 0. */
  readonly launchedByScript: boolean;
  readonly stopProtected: boolean;
  readonly terminationProtected: boolean;
  /** Simplified automatic recovery applies to its type. */
  readonly recoverable: boolean;
  /** Of its type; absent: not known. */
  readonly limits?: {
    readonly instanceType: string;
    readonly interfaces: number;
    readonly addresses: number;
  };
  /** As it is launched, primary first. */
  readonly interfaces: readonly MachineInterface[];
}

export interface MachineInterface {
  readonly subject: number;
  /** The id that EC2's messages name. */
  readonly id: string;
  readonly deviceIndex: number;
  readonly deleteOnTermination: boolean;
  readonly privateIp: string | undefined;
  /** The Elastic IP of the primary private address. */
  readonly elasticIp?: string;
  /** Subjects of all Elastic IPs of the interface. */
  readonly elasticIps: readonly number[];
  /** Auto-assigned at launch; absent: none. */
  readonly firstPublicIp?: string;
  /** The launch asked for one: a start after a stop brings a new one, unless an exception applies. */
  readonly asksPublicIp: boolean;
  /** The nth auto-assigned address, 0 at launch. */
  readonly publicIpAt: (assignment: number) => string;
  readonly names: NameRules;
}

/** How the Region and the VPC form DNS names. */
export interface NameRules {
  readonly regionName: string;
  /** The VPC has both DNS attributes on. */
  readonly publicNames: boolean;
  /** The instance's id, where the host name is the resource name. */
  readonly resourceName?: string;
}

/** A NAT gateway: it is there or it is not. */
export interface Gateway {
  readonly subject: number;
  readonly zone: number;
  readonly observed?: string;
}

/** What the lifecycle keeps for itself between events. */
export interface LifecycleMemory {
  /** The next step of an instance on its own way; a new action cancels it. */
  next?: EventHandle;
  /** How many auto-assigned addresses it has had. */
  assignments?: number;
  /** When automatic recovery tried, ms. */
  recoveries?: readonly number[];
  /** The next thing that happens to its checks while it runs: a failure that is noticed. */
  noticing?: EventHandle;
  /** ms when EC2 began to place it; of machines that boot in steps. */
  pendingSince?: number;
  /** What AWS has announced. */
  maintenance?: EventHandle;
  /** RAM is being written to, or is on, the root volume. */
  hibernating?: boolean;
  lastHost?: string | null;
  /** Subjects of its interfaces, once one came or went. */
  interfaces?: readonly number[];
  /** Of an interface: subjects of its Elastic IPs, once one came or went. */
  elasticIps?: readonly number[];
  /** Of an interface: the one of its primary private address, once it has changed. */
  elasticIp?: string | null;
  /** Nothing is attached at its root device. */
  rootDetached?: boolean;
  /** Of a zone: hosts that failed and take nobody any more. */
  failedHosts?: readonly string[];
}

export type LifecycleFields = LiveFields & LifecycleMemory;
export type LifecycleCells = Cells<LifecycleFields>;

/** Who finds hardware. `placement/` is one; the run hands it in. */
export interface Hosts {
  /** A host with room for the instance, or why there is none. */
  place(subject: number, wishes: PlaceWishes): { readonly host: string } | { readonly refusal: Refusal };
  release(subject: number): void;
  /** Who is on a host, in no order. */
  on(host: string): readonly number[];
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-instances-status-check_sched.html */
export interface Announcement {
  readonly code: ScheduledEventCode;
  readonly delayMs: number;
}

export interface PlaceWishes {
  /** Hosts of the zone that have failed. */
  readonly failed: readonly string[];
  /** The one it comes from. */
  readonly last: string | null;
  readonly random: RandomStreams;
}

export interface LifecycleWorld {
  readonly machines: readonly Machine[];
  readonly machineOf: (subject: number) => Machine | undefined;
  readonly gateways: readonly Gateway[];
  /** The instance a volume is attached to, and whether that starts from it. */
  readonly userOfDisk: (
    disk: number,
    cells: LifecycleCells,
  ) => { readonly machine: Machine; readonly root: boolean } | undefined;
  /** A volume attached to the instance does not answer. */
  readonly hasStalledDisk: (machine: number, cells: LifecycleCells) => boolean;
  /** What the nth action of the script announces. */
  readonly announcement: (action: number) => Announcement | undefined;
  readonly isZone: (subject: number) => boolean;
  readonly interfaceOf: (subject: number) => MachineInterface | undefined;
  readonly hosts: Hosts;
  readonly imageOf: (subject: number) => ManagedImage | undefined;
  /** What is asked for when it is launched. */
  readonly launchRequestOf: (subject: number) => LaunchRequest | undefined;
  /** What Spot does not allow. */
  readonly spotRefusal: (action: ActionType, machine: Machine, cells: LifecycleCells) => Refusal | undefined;
}

/** EC2 has seen it running before: `stateReason` of the last stop stays until it runs again. */
export const isRestart = (cells: LifecycleCells, subject: number): boolean =>
  typeof cells.get(subject, 'stateReason') === 'string';
