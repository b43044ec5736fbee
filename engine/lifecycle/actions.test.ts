import { describe, expect, it } from 'vitest';
import { INSTANCE_STATES, type InstanceState } from '../model/live';
import { CALLS, decide, TRANSITIONS, type Call } from './actions';
import type { LifecycleCells, Machine } from './machine';

const machine: Machine = {
  subject: 0,
  resource: 'i-1',
  id: 'i-1',
  zone: 1,
  rootDevice: 'ebs',
  market: 'on-demand',
  hibernates: true,
  shutdownBehavior: 'stop',
  checksVolumes: true,
  launchedByScript: false,
  bootsInSteps: false,
  stopProtected: false,
  terminationProtected: false,
  recoverable: true,
  interfaces: [],
};

const cellsOf = (state: InstanceState, stateReason: string | null = null): LifecycleCells => ({
  get: (_subject, field) => ({ state, stateReason })[field as string] as never,
});

const none = () => undefined;

/** What happens, in a word: act, no-op, or EC2's error code. */
function outcome(call: Call, state: InstanceState, changes: Partial<Machine> = {}, reason?: string): string {
  const decision = decide(call, { ...machine, ...changes }, cellsOf(state, reason), none);
  return decision.verdict === 'refuse' ? (decision.refusal.code ?? 'refused') : decision.verdict;
}

const WRONG = 'IncorrectInstanceState';
const NO = 'refused';

// ec2-instance-lifecycle: pending, running, stopping, stopped, shutting-down, terminated
const EXPECTED: Readonly<Record<Call, readonly string[]>> = {
  launch: [NO, NO, NO, NO, NO, NO],
  start: ['no-op', 'no-op', WRONG, 'act', WRONG, WRONG],
  stop: [WRONG, 'act', 'no-op', 'no-op', WRONG, WRONG],
  'force-stop': [WRONG, 'act', 'act', 'no-op', WRONG, WRONG],
  hibernate: [WRONG, 'act', WRONG, WRONG, WRONG, WRONG],
  reboot: ['no-op', 'act', WRONG, WRONG, WRONG, 'no-op'],
  terminate: ['act', 'act', 'act', 'act', 'no-op', 'no-op'],
  'shut-down': [NO, 'act', NO, NO, NO, NO],
  halt: [NO, 'act', NO, NO, NO, NO],
  crash: [NO, 'act', NO, NO, NO, NO],
};

describe('the state × action table', () => {
  for (const call of CALLS)
    it.each(INSTANCE_STATES.map((state, index) => [state, EXPECTED[call][index] ?? '']))(
      `${call} while %s: %s`,
      (state, expected) => {
        expect(outcome(call, state)).toBe(expected);
      },
    );

  it('lets an instance be stopped in pending if it has run before', () => {
    expect(outcome('stop', 'pending', {}, 'Client.UserInitiatedShutdown')).toBe('act');
  });

  it('knows no instance that was never launched', () => {
    for (const call of CALLS)
      expect(outcome(call, 'not-launched')).toBe(call === 'launch' ? 'act' : 'InvalidInstanceID.NotFound');
  });

  it('says in EC2’s words from which state nothing can be started', () => {
    const decision = decide('start', machine, cellsOf('stopping'), none);
    expect(decision).toMatchObject({
      refusal: { message: "The instance 'i-1' is not in a state from which it can be started." },
    });
  });
});

/** Of the calls that a running instance takes: those that are refused, and how. */
const refusedWhenRunning = (changes: Partial<Machine>): Record<string, string> =>
  Object.fromEntries(
    CALLS.filter((call) => outcome(call, 'running') === 'act')
      .map((call) => [call, outcome(call, 'running', changes)] as const)
      .filter(([, answer]) => answer !== 'act'),
  );

describe('protections', () => {
  it('termination protection refuses terminate and nothing else', () => {
    expect(refusedWhenRunning({ terminationProtected: true })).toEqual({
      terminate: 'OperationNotPermitted',
    });
  });

  it('stop protection refuses stop and terminate', () => {
    expect(refusedWhenRunning({ stopProtected: true })).toEqual({
      stop: 'OperationNotPermitted',
      'force-stop': 'OperationNotPermitted',
      hibernate: 'OperationNotPermitted',
      terminate: 'OperationNotPermitted',
    });
  });

  it('names the attribute to change', () => {
    const decision = decide(
      'terminate',
      { ...machine, terminationProtected: true },
      cellsOf('running'),
      none,
    );
    expect(decision).toMatchObject({
      refusal: {
        message:
          "The instance 'i-1' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.",
      },
    });
  });

  it('an instance with its root on the instance store can be rebooted and terminated, not stopped', () => {
    expect(refusedWhenRunning({ rootDevice: 'instance-store' })).toEqual({
      stop: 'UnsupportedOperation',
      'force-stop': 'UnsupportedOperation',
      hibernate: 'UnsupportedOperation',
    });
  });

  it('hibernation can’t be switched on after the launch', () => {
    expect(refusedWhenRunning({ hibernates: false })).toEqual({
      hibernate: 'UnsupportedHibernationConfiguration',
    });
  });
});

describe('what AWS does not say', () => {
  it('is marked: a stop in pending, a reboot on the way, hibernating twice', () => {
    const unknown = CALLS.flatMap((call) =>
      INSTANCE_STATES.filter((state) => TRANSITIONS[call][state][1] === 'unknown').map(
        (state) => `${call} while ${state}`,
      ),
    );
    expect(unknown).toEqual([
      'stop while pending',
      'force-stop while pending',
      'hibernate while stopping',
      'hibernate while stopped',
      'reboot while pending',
      'reboot while stopping',
      'reboot while shutting-down',
    ]);
  });
});
