/**
 * The state × action table: what EC2 does with each call in each state.
 * Documented: start from stopped; stop, reboot and terminate from running; terminate from anywhere; a reboot of a
 * terminated instance is ignored. The other cells are what EC2 is seen to answer.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
 */
import type { InstanceState } from '../model/live';
import { isRestart, type LifecycleCells, type LifecycleWorld, type Machine, type Refusal } from './machine';

export const CALLS = ['start', 'stop', 'reboot', 'terminate'] as const;
export type Call = (typeof CALLS)[number];

/** act: does it · no-op: succeeds and changes nothing · refuse: IncorrectInstanceState · restarts: act, if it ran before. */
export type Cell = 'act' | 'no-op' | 'refuse' | 'restarts';

const TRANSITIONS: Readonly<Record<Call, Readonly<Record<InstanceState, Cell>>>> = {
  start: {
    'not-launched': 'refuse',
    pending: 'no-op',
    running: 'no-op',
    stopping: 'refuse',
    stopped: 'act',
    'shutting-down': 'refuse',
    terminated: 'refuse',
  },
  stop: {
    'not-launched': 'refuse',
    pending: 'restarts',
    running: 'act',
    stopping: 'no-op',
    stopped: 'no-op',
    'shutting-down': 'refuse',
    terminated: 'refuse',
  },
  reboot: {
    'not-launched': 'refuse',
    pending: 'no-op',
    running: 'act',
    stopping: 'refuse',
    stopped: 'refuse',
    'shutting-down': 'refuse',
    terminated: 'no-op',
  },
  terminate: {
    'not-launched': 'refuse',
    pending: 'act',
    running: 'act',
    stopping: 'act',
    stopped: 'act',
    'shutting-down': 'no-op',
    terminated: 'no-op',
  },
};

export type Decision =
  | { readonly verdict: 'act' }
  | { readonly verdict: 'no-op'; readonly state: InstanceState }
  | { readonly verdict: 'refuse'; readonly refusal: Refusal };

/** What EC2 does with a call, given how things are now. */
export function decide(
  call: Call,
  machine: Machine,
  cells: LifecycleCells,
  spotRefusal: LifecycleWorld['spotRefusal'],
): Decision {
  const state = cells.get(machine.subject, 'state') as InstanceState;
  if (state === 'not-launched') return refuse(notFound(machine.id));
  const cell = TRANSITIONS[call][state];
  if (cell === 'no-op') return { verdict: 'no-op', state };
  if (cell === 'refuse') return refuse(wrongState(call, machine.id));
  if (cell === 'restarts' && !isRestart(cells, machine.subject)) return refuse(neverRan(machine.id));
  const refusal = protection(call, machine) ?? spotRefusal(call, machine, cells);
  return refusal ? refuse(refusal) : { verdict: 'act' };
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html */
function protection(call: Call, machine: Machine): Refusal | undefined {
  if (call === 'stop' && machine.rootDevice === 'instance-store')
    return {
      code: 'UnsupportedOperation',
      message: `The instance '${machine.id}' does not have an 'ebs' root device type and cannot be stopped.`,
    };
  const attribute =
    call === 'terminate' && machine.terminationProtected
      ? 'disableApiTermination'
      : (call === 'terminate' || call === 'stop') && machine.stopProtected
        ? 'disableApiStop'
        : undefined;
  if (attribute === undefined) return undefined;
  const verb = call === 'stop' ? 'stopped' : 'terminated';
  return {
    code: 'OperationNotPermitted',
    message: `The instance '${machine.id}' may not be ${verb}. Modify its '${attribute}' instance attribute and try again.`,
  };
}

const PARTICIPLE = {
  start: 'started',
  stop: 'stopped',
  reboot: 'rebooted',
  terminate: 'terminated',
} as const;

const wrongState = (call: Call, id: string): Refusal => ({
  code: 'IncorrectInstanceState',
  message: `The instance '${id}' is not in a state from which it can be ${PARTICIPLE[call]}.`,
});

const neverRan = (id: string): Refusal => ({
  code: 'IncorrectInstanceState',
  message: `Instance '${id}' cannot be stopped as it has never reached the 'running' state.`,
});

const notFound = (id: string): Refusal => ({
  code: 'InvalidInstanceID.NotFound',
  message: `The instance ID '${id}' does not exist.`,
});

const refuse = (refusal: Refusal): Decision => ({ verdict: 'refuse', refusal });
