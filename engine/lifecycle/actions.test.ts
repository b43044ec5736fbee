import { describe, expect, it } from 'vitest';
import { INSTANCE_STATES, type InstanceState } from '../model/live';
import { CALLS, decide, type Call } from './actions';
import type { LifecycleCells, Machine } from './machine';

const machine: Machine = {
  subject: 0,
  resource: 'i-1',
  id: 'i-1',
  zone: 1,
  rootDevice: 'ebs',
  market: 'on-demand',
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
  return decision.verdict === 'refuse' ? (decision.refusal.code ?? '') : decision.verdict;
}

const WRONG = 'IncorrectInstanceState';

// ec2-instance-lifecycle: pending, running, stopping, stopped, shutting-down, terminated
const EXPECTED: Readonly<Record<Call, readonly string[]>> = {
  start: ['no-op', 'no-op', WRONG, 'act', WRONG, WRONG],
  stop: [WRONG, 'act', 'no-op', 'no-op', WRONG, WRONG],
  reboot: ['no-op', 'act', WRONG, WRONG, WRONG, 'no-op'],
  terminate: ['act', 'act', 'act', 'act', 'no-op', 'no-op'],
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
    for (const call of CALLS) expect(outcome(call, 'not-launched')).toBe('InvalidInstanceID.NotFound');
  });

  it('says in EC2’s words from which state nothing can be started', () => {
    const decision = decide('start', machine, cellsOf('stopping'), none);
    expect(decision).toMatchObject({
      refusal: { message: "The instance 'i-1' is not in a state from which it can be started." },
    });
  });
});

describe('protections', () => {
  it('termination protection refuses terminate and nothing else', () => {
    const calls = CALLS.map((call) => outcome(call, 'running', { terminationProtected: true }));
    expect(calls).toEqual(['no-op', 'act', 'act', 'OperationNotPermitted']);
  });

  it('stop protection refuses stop and terminate', () => {
    const calls = CALLS.map((call) => outcome(call, 'running', { stopProtected: true }));
    expect(calls).toEqual(['no-op', 'OperationNotPermitted', 'act', 'OperationNotPermitted']);
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
    const calls = CALLS.map((call) => outcome(call, 'running', { rootDevice: 'instance-store' }));
    expect(calls).toEqual(['no-op', 'UnsupportedOperation', 'act', 'act']);
  });
});
