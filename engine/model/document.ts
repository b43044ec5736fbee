/** The one thing that is saved, shared, undone and simulated. `docs/scenario-format.md` describes it. */
import type { LayoutBox, ResourceBase, ResourceId } from './resource';

export const DOCUMENT_FORMAT = 'ec2-playground';
/** One integer for the whole document; `persistence/migrations` lifts older ones. */
export const DOCUMENT_VERSION = 1;

export interface ScenarioDocument<R extends ResourceBase = ResourceBase> {
  readonly format: typeof DOCUMENT_FORMAT;
  readonly version: typeof DOCUMENT_VERSION;
  /** 32-bit unsigned; every random stream of a run starts from it. */
  readonly seed: number;
  readonly title: string;
  /** Calendar time of simulated time 0, ISO 8601 in UTC. */
  readonly startsAt: string;
  readonly accounts: Readonly<Record<string, AccountSettings>>;
  readonly resources: Readonly<Record<ResourceId, R>>;
  /** What an import found. Seeds time 0, is not checked again as a launch. */
  readonly observed: Readonly<Record<ResourceId, Observed>>;
  /** Positions of what is drawn. Never read by the simulation. Keys: resource ids, and `vpc-1/az-1` for a lane. */
  readonly layout: Readonly<Record<string, LayoutBox>>;
  readonly script: readonly ScriptAction[];
  readonly checks: readonly Check[];
  readonly slides: readonly Slide[];
  readonly notes: readonly Note[];
}

/** Quotas and switches of one account. Absent means: not limited, not set. */
export interface AccountSettings {
  readonly name?: string;
  readonly quotas?: AccountQuotas;
}

/** vCPUs that may be pending or running in each Region. A class that is absent is not limited. */
export interface AccountQuotas {
  readonly onDemand?: VCpuQuotas;
  readonly spot?: VCpuQuotas;
}
export type VCpuQuotas = Readonly<Partial<Record<QuotaClass, number>>>;

/** `standard`: A, C, D, H, I, M, R, T and Z. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html */
export const QUOTA_CLASSES = [
  'standard',
  'f',
  'g-and-vt',
  'p',
  'inf',
  'trn',
  'x',
  'dl',
  'high-memory',
  'hpc',
] as const;
export type QuotaClass = (typeof QUOTA_CLASSES)[number];

export interface Observed {
  /** The id AWS gave it; works wherever an id is asked for. */
  readonly awsId?: string;
  /** Instance state, NAT gateway state, attachment state … in AWS's words. */
  readonly state?: string;
  /** Auto-assigned public IPv4 addresses by private address. */
  readonly publicIps?: Readonly<Record<string, string>>;
  /** Route states of a route table by destination. */
  readonly routeStates?: Readonly<Record<string, 'active' | 'blackhole'>>;
  /**
   * Mode of Block Public Access at a VPC; absent where it is off.
   * Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
   */
  readonly blockPublicAccess?: BlockPublicAccessMode;
}

export const BLOCK_PUBLIC_ACCESS_MODES = ['block-bidirectional', 'block-ingress'] as const;
export type BlockPublicAccessMode = (typeof BLOCK_PUBLIC_ACCESS_MODES)[number];

export const ACTION_TYPES = [
  'start',
  'stop',
  'reboot',
  'terminate',
  'spot-interrupt',
  'fail-host',
  'fail-zone',
  'restore-zone',
  'write-data',
  'launch',
  'hibernate',
  'force-stop',
  'shut-down',
  'halt',
  'crash',
  'fail-volume',
  'restore-volume',
  'schedule-event',
  'run-enclave',
  'terminate-enclave',
  'create-image',
  'deprecate-image',
  'disable-image',
  'enable-image',
  'deregister-image',
  'attach-network-interface',
  'detach-network-interface',
  'associate-address',
  'disassociate-address',
  'attach-volume',
  'detach-volume',
  'move-private-address',
  'set-source-dest-check',
] as const;
export type ActionType = (typeof ACTION_TYPES)[number];

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-instances-status-check_sched.html */
export const SCHEDULED_EVENT_CODES = [
  'instance-stop',
  'instance-retirement',
  'instance-reboot',
  'system-reboot',
  'system-maintenance',
] as const;
export type ScheduledEventCode = (typeof SCHEDULED_EVENT_CODES)[number];

/** Something done at a simulated time. The target is an instance, a zone (fail-zone, restore-zone), an image (create-image and the like), or what is attached, associated or written to. */
export interface ScriptAction {
  readonly id: string;
  /** Milliseconds since time 0. */
  readonly at: number;
  readonly type: ActionType;
  readonly target: ResourceId;
  /** write-data: what is written and where. */
  readonly label?: string;
  /** Also what something is attached to, associated with or moved to. */
  readonly to?: 'instance-store' | 'root' | 'memory' | ResourceId;
  /** schedule-event: what AWS announces. Absent: `instance-retirement`. */
  readonly code?: ScheduledEventCode;
  /** schedule-event: how long after the announcement it happens. Absent: a day. */
  readonly delayMs?: number;
  /** attach-network-interface: 1 or more. Absent: the lowest that is free. */
  readonly deviceIndex?: number;
  /** attach-volume: `/dev/sdf`. Absent: the first name that is free. */
  readonly device?: string;
  /** associate-address: which private address of the interface, absent: the primary one. move-private-address: which one moves, absent: the only secondary one. */
  readonly privateIpAddress?: string;
  /** associate-address: take the address away from where it is. Absent: yes, as in EC2. */
  readonly allowReassociation?: boolean;
  /** move-private-address: take the address away from where it is. Absent: no, as in EC2. */
  readonly allowReassignment?: boolean;
  /** set-source-dest-check: on or off. Absent: off. */
  readonly sourceDestCheck?: boolean;
  /** Done again after so many ms, and again. Absent: once. */
  readonly every?: number;
  /** With `every`: how often in all, the first time included. */
  readonly times?: number;
  /** run-enclave: what is carved from the instance. Absent: 2 vCPUs, 512 MiB. */
  readonly vCpus?: number;
  readonly memoryMiB?: number;
  /** run-enclave: what it is called. terminate-enclave: which one; absent: all. */
  readonly name?: string;
}

/** A hundred years in milliseconds: nothing in a document is later. */
export const MAX_TIME_MS = 3_155_760_000_000;

/** When an action happens for the last time, ms since time 0. */
export const lastTimeOf = ({ at, every = 0, times = 1 }: ScriptAction): number => at + every * (times - 1);

export const CHECK_TYPES = ['can-reach', 'cannot-reach', 'only-these-reach', 'stays-in-vpc'] as const;
export type CheckType = (typeof CHECK_TYPES)[number];

/** What a check may leave out of account: what listens on the machines, and whether they run. */
export const CHECK_IGNORES = ['services', 'states'] as const;
export type CheckIgnores = (typeof CHECK_IGNORES)[number];

/** A statement that must hold. */
export type Check = PathCheck | OnlyTheseReachCheck | StaysInVpcCheck;

interface CheckBase {
  readonly id: string;
  readonly title?: string;
  /** Absent: nothing. */
  readonly ignoring?: readonly CheckIgnores[];
}

export interface PathCheck extends CheckBase {
  readonly type: 'can-reach' | 'cannot-reach';
  /** An end as a trace takes it: an id, a Name tag, an address, `internet` … */
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  /** Absent: every port. */
  readonly port?: number;
}

/** Nobody but these reaches `to`. */
export interface OnlyTheseReachCheck extends CheckBase {
  readonly type: 'only-these-reach';
  /** Who may: ends as a trace takes them, security groups, subnets, VPCs and blocks of addresses. */
  readonly from: readonly string[];
  readonly to: string;
  readonly protocol: string;
  readonly port?: number;
}

/** No packet of `from` leaves its VPC, by whatever way. */
export interface StaysInVpcCheck extends CheckBase {
  readonly type: 'stays-in-vpc';
  readonly from: string;
}

/** A named view on the document. */
export interface Slide {
  readonly id: string;
  readonly title: string;
  readonly at?: number;
  readonly viewport?: { readonly x: number; readonly y: number; readonly zoom: number };
  readonly focus?: readonly ResourceId[];
  readonly note?: string;
}

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}
