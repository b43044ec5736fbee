import { describe, expect, it } from 'vitest';
import type { Instance } from './instance/kind';
import {
  at,
  eventsOf,
  HOUR,
  machine,
  MINUTE,
  place,
  play,
  timeline,
  type MachineShape,
  type Step,
} from '../testing/timeline';

const playOne = (shape: MachineShape, steps: readonly Step[]) =>
  play(timeline([...place(), ...machine(1, shape)], steps));
const HIBERNATES = { hibernationOptions: { configured: true } } satisfies Partial<Instance>;
const messages = (run: ReturnType<typeof play>): string[] => eventsOf(run, 'i-1').map(({ type }) => type);

describe('hibernation', () => {
  const steps: readonly Step[] = [
    [5 * MINUTE, 'write-data', 'i-1', { label: 'cache', to: 'memory' }],
    [10 * MINUTE, 'hibernate', 'i-1'],
    [20 * MINUTE, 'start', 'i-1'],
  ];

  it('keeps what is in memory, and is billed while it writes it', () => {
    const run = playOne({ set: HIBERNATES, encrypted: true }, steps);
    expect(at(run, 10 * MINUTE, 'i-1')).toMatchObject({ state: 'stopping', billing: true });
    expect(at(run, 15 * MINUTE, 'i-1')).toMatchObject({
      state: 'stopped',
      billing: false,
      stateReason: 'Client.UserInitiatedHibernate',
      memory: ['cache'],
    });
    expect(at(run, 30 * MINUTE, 'i-1')).toMatchObject({ state: 'running', memory: ['cache'] });
  });

  it('is refused where it was not configured at launch', () => {
    const run = playOne({}, steps);
    expect(at(run, 15 * MINUTE, 'i-1').state).toBe('running');
  });

  it('of a system that has halted is a plain shutdown', () => {
    const run = playOne({ set: HIBERNATES, encrypted: true }, [[9 * MINUTE, 'halt', 'i-1'], ...steps]);
    expect(at(run, 19 * MINUTE, 'i-1').memory).toEqual([]);
  });
});

describe('the system inside', () => {
  it('that halts stays running and billed, and fails its instance check within a minute', () => {
    const run = playOne({}, [[10 * MINUTE, 'halt', 'i-1']]);
    expect(at(run, 10 * MINUTE, 'i-1')).toMatchObject({ guest: 'halted', instanceStatus: 'passed' });
    expect(at(run, 11 * MINUTE, 'i-1')).toMatchObject({
      state: 'running',
      billing: true,
      systemStatus: 'passed',
      instanceStatus: 'failed',
    });
  });

  it('comes back with a reboot, which takes some minutes', () => {
    const run = playOne({}, [
      [10 * MINUTE, 'crash', 'i-1'],
      [12 * MINUTE, 'reboot', 'i-1'],
    ]);
    expect(at(run, 14 * MINUTE, 'i-1').guest).toBe('booting');
    expect(at(run, 20 * MINUTE, 'i-1')).toMatchObject({ guest: 'up', instanceStatus: 'passed' });
  });

  it('that shuts down stops the instance, whatever protects it', () => {
    const run = playOne({ set: { disableApiStop: true } }, [[10 * MINUTE, 'shut-down', 'i-1']]);
    expect(at(run, 15 * MINUTE, 'i-1')).toMatchObject({
      state: 'stopped',
      stateReason: 'Client.InstanceInitiatedShutdown',
    });
  });

  it('terminates it where the instance says so, whatever protects it', () => {
    const set = { disableApiTermination: true, instanceInitiatedShutdownBehavior: 'terminate' } as const;
    const run = playOne({ set }, [[10 * MINUTE, 'shut-down', 'i-1']]);
    expect(at(run, 15 * MINUTE, 'i-1').state).toBe('terminated');
  });

  it('with its root on the instance store always terminates', () => {
    const run = playOne({ set: { rootDeviceType: 'instance-store', instanceType: 'd2.xlarge' } }, [
      [10 * MINUTE, 'shut-down', 'i-1'],
    ]);
    expect(at(run, 15 * MINUTE, 'i-1').state).toBe('terminated');
  });
});

describe('a volume that does not answer', () => {
  it('fails the attached EBS check; what is on it is kept, and it passes again', () => {
    const run = playOne({ dataVolume: true }, [
      [5 * MINUTE, 'write-data', 'vol-10', { label: 'orders' }],
      [10 * MINUTE, 'fail-volume', 'vol-10'],
      [15 * MINUTE, 'write-data', 'vol-10', { label: 'lost' }],
      [20 * MINUTE, 'restore-volume', 'vol-10'],
    ]);
    expect(at(run, 12 * MINUTE, 'i-1')).toMatchObject({ ebsStatus: 'failed', instanceStatus: 'passed' });
    expect(at(run, 25 * MINUTE, 'i-1').ebsStatus).toBe('passed');
    expect(at(run, 25 * MINUTE, 'vol-10').data).toEqual(['orders']);
  });

  it('as the root volume takes the system along until it answers again', () => {
    const run = playOne({}, [
      [10 * MINUTE, 'fail-volume', 'vol-1'],
      [20 * MINUTE, 'restore-volume', 'vol-1'],
    ]);
    expect(at(run, 12 * MINUTE, 'i-1')).toMatchObject({ ebsStatus: 'failed', instanceStatus: 'failed' });
    expect(at(run, 25 * MINUTE, 'i-1')).toMatchObject({
      guest: 'up',
      ebsStatus: 'passed',
      instanceStatus: 'passed',
    });
  });

  it('is not checked on types that are not Nitro', () => {
    const run = playOne({ set: { instanceType: 't2.micro' } }, [[10 * MINUTE, 'fail-volume', 'vol-1']]);
    expect(at(run, 12 * MINUTE, 'i-1').ebsStatus).toBeUndefined();
  });
});

describe('a scheduled event', () => {
  const announced = (
    code: 'instance-retirement' | 'system-reboot' | 'system-maintenance' | 'instance-stop',
  ) => [5 * MINUTE, 'schedule-event', 'i-1', { code, delayMs: 20 * MINUTE }] as const;

  it('is seen until it is due, then done', () => {
    const run = playOne({}, [announced('instance-retirement')]);
    expect(at(run, 10 * MINUTE, 'i-1')).toMatchObject({
      scheduledEvent: 'instance-retirement',
      scheduledEventAt: 25 * MINUTE,
    });
    expect(at(run, 30 * MINUTE, 'i-1')).toMatchObject({ state: 'stopped', scheduledEvent: null });
  });

  it('of retirement terminates an instance with its root on the instance store', () => {
    const run = playOne({ set: { rootDeviceType: 'instance-store', instanceType: 'd2.xlarge' } }, [
      announced('instance-retirement'),
    ]);
    expect(at(run, 30 * MINUTE, 'i-1').state).toBe('terminated');
  });

  it('goes away with a stop and start before it is due', () => {
    const run = playOne({}, [
      announced('instance-stop'),
      [10 * MINUTE, 'stop', 'i-1'],
      [15 * MINUTE, 'start', 'i-1'],
    ]);
    expect(at(run, 30 * MINUTE, 'i-1')).toMatchObject({ state: 'running', scheduledEvent: null });
  });

  it('of a system reboot is met by a reboot of one’s own, onto another host', () => {
    const run = playOne({}, [announced('system-reboot'), [10 * MINUTE, 'reboot', 'i-1']]);
    expect(at(run, 20 * MINUTE, 'i-1').host).not.toBe(at(run, 9 * MINUTE, 'i-1').host);
    expect(at(run, 20 * MINUTE, 'i-1').scheduledEvent).toBeNull();
    expect(messages(run)).not.toContain('scheduled-event-due');
  });

  it('of maintenance silences it for a short while and keeps what is in memory', () => {
    const run = playOne({}, [
      [2 * MINUTE, 'write-data', 'i-1', { label: 'cache', to: 'memory' }],
      announced('system-maintenance'),
    ]);
    expect(at(run, 25 * MINUTE, 'i-1').systemStatus).toBe('failed');
    expect(at(run, HOUR, 'i-1')).toMatchObject({ systemStatus: 'passed', memory: ['cache'] });
  });
});

describe('an instance that the script launches', () => {
  it('is not there before, and is launched then', () => {
    const run = playOne({ set: { launch: 'by-script' }, dataVolume: true }, [[10 * MINUTE, 'launch', 'i-1']]);
    expect(at(run, 5 * MINUTE, 'i-1').state).toBe('not-launched');
    expect(at(run, 5 * MINUTE, 'vol-1').state).toBe('not-created');
    expect(at(run, 5 * MINUTE, 'vol-10').state).toBe('available');
    expect(at(run, 15 * MINUTE, 'i-1').state).toBe('running');
    expect(at(run, 15 * MINUTE, 'vol-10').state).toBe('in-use');
  });

  it('is launched once', () => {
    const run = playOne({}, [[10 * MINUTE, 'launch', 'i-1']]);
    const event = eventsOf(run, 'i-1').find(({ type }) => type === 'launch');
    expect(event?.message).toContain('it was launched already');
  });
});

describe('a stop by force', () => {
  it('cuts off a system that does not go down', () => {
    const run = playOne({}, [
      [10 * MINUTE, 'halt', 'i-1'],
      [11 * MINUTE, 'stop', 'i-1'],
      [12 * MINUTE, 'force-stop', 'i-1'],
    ]);
    expect(at(run, 12 * MINUTE, 'i-1').state).toBe('stopping');
    expect(at(run, 12.5 * MINUTE, 'i-1').state).toBe('stopped');
  });
});
