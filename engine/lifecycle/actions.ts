/**
 * The state × action table: what EC2 does with each call in each state, and how well that is known.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html, API_RebootInstances.html,
 * API_TerminateInstances.html
 */
import type { InstanceState } from '../model/live';
import { isRestart, type LifecycleCells, type LifecycleWorld, type Machine } from './machine';
import type { Refusal } from './refusal';

export const CALLS = [
  'launch',
  'start',
  'stop',
  'force-stop',
  'hibernate',
  'reboot',
  'terminate',
  // From inside: the system's own doing, which no protection of the API prevents.
  'shut-down',
  'halt',
  'crash',
] as const;
export type Call = (typeof CALLS)[number];

/** act: does it · no-op: succeeds and changes nothing · refuse: an error · restarts: act, if it ran before. */
export type Does = 'act' | 'no-op' | 'refuse' | 'restarts';
/**
 * documented: AWS's pages say so · observed: what EC2 is seen to answer · unknown: AWS says nothing or sources differ,
 * so that it is our reading, and the page says so.
 */
export type Known = 'documented' | 'observed' | 'unknown';

type Cell = readonly [Does, Known];
type Row = Readonly<Record<InstanceState, Cell>>;

const NO_INSTANCE: Cell = ['refuse', 'documented'];
const row = (
  pending: Cell,
  running: Cell,
  stopping: Cell,
  stopped: Cell,
  shuttingDown: Cell,
  terminated: Cell,
): Row => ({
  'not-launched': NO_INSTANCE,
  pending,
  running,
  stopping,
  stopped,
  'shutting-down': shuttingDown,
  terminated,
});

const ACT: Cell = ['act', 'documented'];
const SEEN_REFUSED: Cell = ['refuse', 'observed'];
const SEEN_IDLE: Cell = ['no-op', 'observed'];
const PERHAPS_REFUSED: Cell = ['refuse', 'unknown'];
/** There is no system that runs. */
const OFF: Cell = ['refuse', 'documented'];
const INSIDE = row(OFF, ACT, OFF, OFF, OFF, OFF);
/** An instance is launched once; another launch is another instance. */
const THERE: Cell = ['refuse', 'documented'];

export const TRANSITIONS: Readonly<Record<Call, Row>> = {
  launch: { ...row(THERE, THERE, THERE, THERE, THERE, THERE), 'not-launched': ACT },
  start: row(SEEN_IDLE, SEEN_IDLE, SEEN_REFUSED, ACT, SEEN_REFUSED, SEEN_REFUSED),
  stop: row(['restarts', 'unknown'], ACT, SEEN_IDLE, SEEN_IDLE, SEEN_REFUSED, SEEN_REFUSED),
  'force-stop': row(
    ['restarts', 'unknown'],
    ACT,
    ACT,
    SEEN_IDLE,
    ['refuse', 'documented'],
    ['refuse', 'documented'],
  ),
  hibernate: row(SEEN_REFUSED, ACT, PERHAPS_REFUSED, PERHAPS_REFUSED, SEEN_REFUSED, SEEN_REFUSED),
  reboot: row(['no-op', 'unknown'], ACT, PERHAPS_REFUSED, SEEN_REFUSED, PERHAPS_REFUSED, [
    'no-op',
    'documented',
  ]),
  terminate: row(ACT, ACT, ACT, ACT, SEEN_IDLE, SEEN_IDLE),
  'shut-down': INSIDE,
  halt: INSIDE,
  crash: INSIDE,
};

export type Decision = { readonly known: Known } & (
  | { readonly verdict: 'act' }
  | { readonly verdict: 'no-op'; readonly state: InstanceState }
  | { readonly verdict: 'refuse'; readonly refusal: Refusal }
);

/** What EC2 does with a call, given how things are now. */
export function decide(
  call: Call,
  machine: Machine,
  cells: LifecycleCells,
  spotRefusal: LifecycleWorld['spotRefusal'],
): Decision {
  const state = cells.get(machine.subject, 'state') as InstanceState;
  const [does, known] = TRANSITIONS[call][state];
  const refuse = (refusal: Refusal): Decision => ({ verdict: 'refuse', refusal, known });
  if (state === 'not-launched' && does === 'refuse') return refuse(notFound(machine.id));
  if (does === 'no-op') return { verdict: 'no-op', state, known };
  if (does === 'refuse') return refuse(wrongState(call, machine.id, state));
  if (does === 'restarts' && !isRestart(cells, machine.subject)) return refuse(neverRan(machine.id));
  const refusal =
    silent(call, machine, cells) ?? attributes(call, machine) ?? spotRefusal(call, machine, cells);
  return refusal ? { verdict: 'refuse', refusal, known: 'documented' } : { verdict: 'act', known };
}

/** A system that has halted or crashed takes no command from inside. */
function silent(call: Call, machine: Machine, cells: LifecycleCells): Refusal | undefined {
  if (call !== 'shut-down' && call !== 'halt' && call !== 'crash') return undefined;
  const guest = cells.get(machine.subject, 'guest');
  return guest === 'halted' || guest === 'crashed'
    ? { message: `The system in '${machine.id}' has ${guest} and takes no command. Reboot the instance.` }
    : undefined;
}

/** What attributes of the instance do not allow. */
function attributes(call: Call, machine: Machine): Refusal | undefined {
  const stops = call === 'stop' || call === 'force-stop' || call === 'hibernate';
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_StopInstances.html
  if (stops && machine.rootDevice === 'instance-store')
    return {
      code: 'UnsupportedOperation',
      message: `The instance '${machine.id}' does not have an 'ebs' root device type and cannot be stopped.`,
    };
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/enabling-hibernation.html
  if (call === 'hibernate' && !machine.hibernates)
    return {
      code: 'UnsupportedHibernationConfiguration',
      message: `The instance '${machine.id}' was not launched with hibernation. It can't be switched on later: launch another one, or stop it.`,
    };
  return stops || call === 'terminate' ? protection(call, machine) : undefined;
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html, ec2-stop-protection.html */
function protection(call: Call, machine: Machine): Refusal | undefined {
  const attribute =
    call === 'terminate' && machine.terminationProtected
      ? 'disableApiTermination'
      : machine.stopProtected
        ? 'disableApiStop'
        : undefined;
  if (attribute === undefined) return undefined;
  const verb = call === 'terminate' ? 'terminated' : 'stopped';
  return {
    code: 'OperationNotPermitted',
    message: `The instance '${machine.id}' may not be ${verb}. Modify its '${attribute}' instance attribute and try again.`,
  };
}

const PARTICIPLE: Readonly<Record<Call, string>> = {
  launch: 'launched',
  start: 'started',
  stop: 'stopped',
  'force-stop': 'stopped',
  hibernate: 'hibernated',
  reboot: 'rebooted',
  terminate: 'terminated',
  'shut-down': 'shut down',
  halt: 'halted',
  crash: 'crashed',
};

function wrongState(call: Call, id: string, state: InstanceState): Refusal {
  if (call === 'launch')
    return {
      message: `'${id}' is ${state}: it was launched already. Draw another instance to launch one more.`,
    };
  if (call === 'shut-down' || call === 'halt' || call === 'crash')
    return { message: `'${id}' is ${state}: no system runs in it.` };
  return {
    code: 'IncorrectInstanceState',
    message: `The instance '${id}' is not in a state from which it can be ${PARTICIPLE[call]}.`,
  };
}

const neverRan = (id: string): Refusal => ({
  code: 'IncorrectInstanceState',
  message: `Instance '${id}' cannot be stopped as it has never reached the 'running' state.`,
});

const notFound = (id: string): Refusal => ({
  code: 'InvalidInstanceID.NotFound',
  message: `The instance ID '${id}' does not exist.`,
});
