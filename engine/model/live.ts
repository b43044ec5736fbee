/** The state of things at a moment of a run, and what is asked of it. */
import type { ActionType } from './document';
import type { ResourceId } from './resource';

export const INSTANCE_STATES = [
  'pending',
  'running',
  'stopping',
  'stopped',
  'shutting-down',
  'terminated',
] as const;
/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html `not-launched`: the launch was refused, see `error`. */
export type InstanceState = (typeof INSTANCE_STATES)[number] | 'not-launched';

export const CHECK_STATES = [
  'initializing',
  'passed',
  'failed',
  'insufficient-data',
  'not-applicable',
] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** `halted`: the system has stopped its processor and does not answer, though EC2 goes on billing it. */
export const GUEST_STATES = ['booting', 'up', 'halted', 'crashed'] as const;
export type GuestState = (typeof GUEST_STATES)[number];

/**
 * The closed list of things a run can say of a resource. Flat and plain, so that a change list, a snapshot and
 * the inspector are the same data. Absent means: does not apply to this kind.
 */
export interface LiveFields {
  /** Instance, volume, interface, NAT gateway or zone state, in AWS's words. */
  state?: string;
  /** Why it is so: a `StateReason.Code` or an error code of EC2. */
  stateReason?: string | null;
  /** The sentence that goes with `stateReason`. */
  stateMessage?: string | null;
  systemStatus?: CheckState;
  instanceStatus?: CheckState;
  /** Nitro: are the volumes reachable, and do they answer? */
  ebsStatus?: CheckState;
  /** What goes on inside while EC2 says `pending` or `running`. `null`: nothing, it is off. */
  guest?: GuestState | null;
  /** What listens inside: `tcp/80 httpd`. Of instances with user data, whose boot is played step by step. */
  listening?: readonly string[] | null;
  userData?: 'running' | 'done' | 'failed' | 'not-simulated' | null;
  /** A maintenance that AWS has announced, and when it is due (ms). */
  scheduledEvent?: string | null;
  scheduledEventAt?: number | null;
  /** Physical host, ours to name: `use1-az1/rack-2/host-5`. */
  host?: string | null;
  /** Auto-assigned or Elastic public IPv4 of the primary private address. */
  publicIp?: string | null;
  /** Where `publicIp` comes from. */
  publicIpOwner?: 'amazon' | 'elastic' | null;
  publicDnsName?: string | null;
  /** Of an Elastic IP: the private address it stands for. */
  privateIp?: string | null;
  privateDnsName?: string | null;
  /** What is in memory: `lost` never appears, a loss is an empty list. */
  memory?: readonly string[];
  /** Labels of the data on the instance store disks. */
  instanceStore?: readonly string[];
  /** Labels of the data on a volume. */
  data?: readonly string[];
  /** `impaired`: a volume that does not answer; what is on it is kept. */
  volumeStatus?: 'ok' | 'impaired';
  /** Of an image: others no longer find it in lists. */
  deprecated?: boolean;
  attachedTo?: ResourceId | null;
  /** Of an interface that was attached or detached in the run. */
  deviceIndex?: number | null;
  /** `hot`: it was attached while the instance ran; `warm`: while it was stopped. Absent: at launch, `cold`. */
  attachedWhile?: 'hot' | 'warm' | null;
  /** Of an interface or a volume that was attached in the run: always `false`. */
  deleteOnTermination?: boolean | null;
  /** The secondary private IPv4 addresses of an interface, once one has moved. */
  secondaryIps?: readonly string[];
  /** Once it was changed in the run. */
  sourceDestCheck?: boolean;
  /** Of a volume that was attached or detached in the run. */
  device?: string | null;
  /** Spot: when it will be taken (ms) and what happens then. */
  spotNoticeAt?: number | null;
  spotAction?: string | null;
  spotRequest?: string | null;
  billing?: boolean;
  /** Nitro enclaves that run in it: `signer (2 vCPU, 512 MiB)`. */
  enclaves?: readonly string[];
}
export type LiveField = keyof LiveFields;

export type LiveState = Readonly<Record<ResourceId, Readonly<LiveFields>>>;

/** One change of one field: before and after. */
export interface LiveChange {
  readonly subject: ResourceId;
  readonly field: LiveField;
  readonly before: LiveFields[LiveField] | undefined;
  readonly after: LiveFields[LiveField] | undefined;
}

/** One line of the event log. */
export interface RunEvent {
  readonly sequence: number;
  /** ms since time 0. */
  readonly at: number;
  /** Kebab-case, from the kernel's closed list of event types. */
  readonly type: string;
  readonly subject: ResourceId;
  readonly message: string;
  readonly severity: 'info' | 'good' | 'warning' | 'bad';
  readonly changes: readonly LiveChange[];
  readonly source?: string;
}

/** The run at one moment. */
export interface RunMoment {
  readonly at: number;
  readonly live: LiveState;
}

/** Which lines of the log are wanted. */
export interface RunLogQuery {
  /** ms; lines of this time and later. */
  readonly from: number;
  /** ms; the last time wanted. Absent: to the end of the run. */
  readonly to?: number;
  /** Only what happens to this or changes it. */
  readonly subject?: ResourceId;
  /** About how many lines; a time is told whole. */
  readonly limit: number;
}

export interface RunLog {
  readonly lines: readonly RunEvent[];
  /** ms: looked through up to and with this time. Ask on from the next ms where it is earlier than was asked for. */
  readonly to: number;
}

/** What a whole run was: its event log and how far the timeline goes. */
export interface RunOutline {
  /** ms: the last time the timeline shows. */
  readonly until: number;
  /** The log from its beginning; of a long run not to its end, see `toldUntil`. */
  readonly events: readonly RunEvent[];
  /** ms: the log is longer than what is in `events`; it is whole up to and with this time. */
  readonly toldUntil?: number;
  /** Set when the event cap ended the run early. */
  readonly cutShort?: string;
  /** Same document, same seed, same hash. */
  readonly traceHash: string;
}

/** Something that can be done with a thing at a moment, or why it can't. */
export interface ActionOption {
  readonly type: ActionType;
  readonly label: string;
  readonly enabled: boolean;
  /** AWS does not say what happens here; what is done is our reading. */
  readonly uncertain?: true;
  /** Why not, in EC2's words. */
  readonly reason?: string;
}
