import { describe, expect, it } from 'vitest';
import { eventTypeOf } from '../kernel/simulation';
import { lifecycleRoles } from './lifecycle-roles';
import { createPlayback } from './playback';
import type { Instance } from './instance/kind';
import { instanceStateOf } from './instance/network';
import type { Resource } from './descriptors';
import {
  at,
  eventsOf,
  HOUR,
  machine,
  MINUTE,
  place,
  play,
  SECOND,
  timeline,
  type Step,
} from '../testing/timeline';

const playOne = (set: Partial<Instance>, steps: readonly Step[], more: readonly Resource[] = []) =>
  play(timeline([...place(), ...machine(1, { set, encrypted: true }), ...more], steps));

const nat: Resource = {
  id: 'nat-1',
  kind: 'nat-gateway',
  subnetId: 'subnet-1',
  connectivityType: 'private',
  privateIpAddress: '10.0.1.200',
};

describe('a host fails', () => {
  it('a type with automatic recovery is moved to another host and passes its checks again', () => {
    const run = playOne({}, [[10 * MINUTE, 'fail-host', 'i-1']]);
    expect(at(run, 10 * MINUTE, 'i-1')).toMatchObject({
      state: 'running',
      systemStatus: 'failed',
      instanceStatus: 'failed',
    });
    expect(at(run, 30 * MINUTE, 'i-1')).toMatchObject({ systemStatus: 'passed', instanceStatus: 'passed' });
  });

  it('the network finds it impaired until it is back', () => {
    const document = timeline([...place(), ...machine(1)], [[10 * MINUTE, 'fail-host', 'i-1']]);
    const run = play(document);
    const stateAt = (time: number): string =>
      instanceStateOf({ document, at: time, live: run.momentAt(time).live }, 'i-1');
    expect([9, 11, 30].map((minute) => stateAt(minute * MINUTE))).toEqual(['running', 'impaired', 'running']);
  });

  it('a type without it stays down until stop and start', () => {
    const set = { instanceType: 'm5d.large' };
    const failed: Step = [10 * MINUTE, 'fail-host', 'i-1'];
    expect(at(playOne(set, [failed]), HOUR, 'i-1').systemStatus).toBe('failed');
    const mended = playOne(set, [failed, [20 * MINUTE, 'stop', 'i-1'], [30 * MINUTE, 'start', 'i-1']]);
    expect(at(mended, HOUR, 'i-1')).toMatchObject({ state: 'running', systemStatus: 'passed' });
  });

  it('automatic recovery tries three times a day', () => {
    const steps = [1, 2, 3, 4].map((hour): Step => [hour * HOUR, 'fail-host', 'i-1']);
    const run = playOne({}, steps);
    expect(eventsOf(run, 'i-1').filter(({ type }) => type === 'instance-recovered')).toHaveLength(3);
    expect(at(run, 5 * HOUR, 'i-1').systemStatus).toBe('failed');
    const nextDay = playOne({}, [...steps.slice(0, 3), [26 * HOUR, 'fail-host', 'i-1']]);
    expect(at(nextDay, 27 * HOUR, 'i-1').systemStatus).toBe('passed');
  });

  it('a launch whose host fails does not come up; a start goes back to stopped', () => {
    expect(at(playOne({}, [[1, 'fail-host', 'i-1']]), HOUR, 'i-1')).toMatchObject({
      state: 'terminated',
      stateReason: 'Server.InternalError',
    });
    const steps: Step[] = [
      [10 * MINUTE, 'stop', 'i-1'],
      [20 * MINUTE, 'start', 'i-1'],
      [20 * MINUTE + 1, 'fail-host', 'i-1'],
    ];
    expect(at(playOne({}, steps), HOUR, 'i-1')).toMatchObject({
      state: 'stopped',
      stateReason: 'Server.InternalError',
    });
  });

  it('a stopped instance has no host that could fail', () => {
    const run = playOne({}, [
      [10 * MINUTE, 'stop', 'i-1'],
      [20 * MINUTE, 'fail-host', 'i-1'],
    ]);
    expect(eventsOf(run, 'i-1').at(-1)?.severity).toBe('warning');
  });
});

describe('a zone fails', () => {
  it('everything in it stops answering, and comes back when it is restored', () => {
    const run = playOne(
      {},
      [
        [10 * MINUTE, 'fail-zone', 'az-1'],
        [20 * MINUTE, 'restore-zone', 'az-1'],
      ],
      [nat, ...machine(2, { zone: 2 })],
    );
    const states = (minute: number) => ({
      zone: at(run, minute * MINUTE, 'az-1').state,
      checks: at(run, minute * MINUTE, 'i-1').systemStatus,
      volume: at(run, minute * MINUTE, 'vol-1').state,
      nat: at(run, minute * MINUTE, 'nat-1').state,
    });
    const fine = { zone: 'available', checks: 'passed', volume: 'in-use', nat: 'available' };
    expect(states(9)).toEqual(fine);
    expect(states(15)).toEqual({
      zone: 'impaired',
      checks: 'failed',
      volume: 'unavailable',
      nat: 'unavailable',
    });
    expect(states(40)).toEqual(fine);
    expect(at(run, 15 * MINUTE, 'i-2').systemStatus).toBe('passed');
    expect(at(run, 15 * MINUTE, 'vol-2').state).toBe('in-use');
  });

  it('nothing starts there meanwhile', () => {
    const run = playOne({}, [
      [5 * MINUTE, 'stop', 'i-1'],
      [10 * MINUTE, 'fail-zone', 'az-1'],
      [11 * MINUTE, 'start', 'i-1'],
    ]);
    expect(eventsOf(run, 'i-1').at(-1)?.message).toContain('InsufficientInstanceCapacity');
    expect(at(run, 30 * MINUTE, 'i-1').state).toBe('stopped');
  });

  it('what stood on a host that had failed before stays down', () => {
    const run = playOne({ instanceType: 'm5d.large' }, [
      [10 * MINUTE, 'fail-host', 'i-1'],
      [20 * MINUTE, 'fail-zone', 'az-1'],
      [30 * MINUTE, 'restore-zone', 'az-1'],
    ]);
    expect(at(run, HOUR, 'i-1').systemStatus).toBe('failed');
  });

  it('only zones fail, and only those that are there', () => {
    const run = playOne({}, [
      [MINUTE, 'fail-zone', 'az-9'],
      [MINUTE, 'fail-zone', 'vol-1'],
      [MINUTE, 'restore-zone', 'az-1'],
    ]);
    const said = run.outline().events.filter((event) => event.at === MINUTE);
    expect(said.map(({ severity, changes }) => [severity, changes.length])).toEqual([
      ['warning', 0],
      ['warning', 0],
      ['info', 0],
    ]);
  });
});

describe('Spot takes it back', () => {
  const spot = (
    interruption: 'terminate' | 'stop' | 'hibernate',
    spotInstanceType: 'one-time' | 'persistent' = 'persistent',
  ): Partial<Instance> => ({
    instanceMarketOptions: {
      marketType: 'spot',
      spotInstanceType,
      instanceInterruptionBehavior: interruption,
    },
  });
  const taken: Step = [10 * MINUTE, 'spot-interrupt', 'i-1'];

  it('two minutes after the notice', () => {
    const run = playOne(spot('terminate', 'one-time'), [taken]);
    expect(at(run, 10 * MINUTE, 'i-1')).toMatchObject({
      state: 'running',
      spotNoticeAt: 12 * MINUTE,
      spotAction: 'terminate',
      spotRequest: 'marked-for-termination',
    });
    expect(at(run, 12 * MINUTE - 1, 'i-1').state).toBe('running');
    expect(at(run, 12 * MINUTE, 'i-1')).toMatchObject({
      state: 'shutting-down',
      stateReason: 'Server.SpotInstanceTermination',
      billing: false,
    });
    expect(at(run, 15 * MINUTE, 'i-1').spotRequest).toBe('instance-terminated-no-capacity');
  });

  it('at once if it hibernates, and bills while it writes its memory', () => {
    const run = playOne(spot('hibernate'), [taken]);
    expect(at(run, 10 * MINUTE, 'i-1')).toMatchObject({ state: 'stopping', billing: true });
    expect(at(run, 15 * MINUTE, 'i-1')).toMatchObject({ state: 'stopped', billing: false });
  });

  it('with a stop where the type or the root volume does not allow hibernation', () => {
    const document = timeline([...place(), ...machine(1, { set: spot('hibernate') })], [taken]);
    expect(at(play(document), 10 * MINUTE, 'i-1')).toMatchObject({ state: 'running', spotAction: 'stop' });
  });

  it('and only EC2 starts what it has stopped', () => {
    const run = playOne(spot('stop'), [taken, [20 * MINUTE, 'start', 'i-1']]);
    expect(eventsOf(run, 'i-1').at(-1)).toMatchObject({ severity: 'warning' });
    expect(eventsOf(run, 'i-1').at(-1)?.message).toContain('IncorrectSpotRequestState');
    expect(at(run, HOUR, 'i-1')).toMatchObject({
      state: 'stopped',
      spotRequest: 'instance-stopped-no-capacity',
    });
  });

  it('a persistent one may be stopped and started by its user, a one-time one may not', () => {
    const steps: Step[] = [
      [10 * MINUTE, 'stop', 'i-1'],
      [20 * MINUTE, 'start', 'i-1'],
    ];
    const persistent = playOne(spot('stop'), steps);
    expect(at(persistent, 15 * MINUTE, 'i-1').spotRequest).toBe('instance-stopped-by-user');
    expect(at(persistent, HOUR, 'i-1')).toMatchObject({ state: 'running', spotRequest: 'fulfilled' });
    const oneTime = playOne(spot('terminate', 'one-time'), steps);
    expect(eventsOf(oneTime, 'i-1').find(({ type }) => type === 'stop')?.message).toContain(
      'UnsupportedOperation',
    );
    expect(at(oneTime, 15 * MINUTE, 'i-1').state).toBe('running');
  });

  it('not any more if its user ends it within the two minutes', () => {
    const resources = [...place(), ...machine(1, { set: spot('terminate', 'one-time') })];
    const document = timeline(resources, [taken, [11 * MINUTE, 'terminate', 'i-1']]);
    const run = play(document);
    expect(at(run, 11 * MINUTE + SECOND, 'i-1').spotNoticeAt).toBeNull();
    const types: string[] = [];
    const playback = createPlayback(lifecycleRoles(document), {
      maxEvents: 1000,
      record: (event) => void types.push(eventTypeOf(event)),
    });
    while (playback.step());
    expect(types).toContain('instance-terminated');
    expect(types).not.toContain('spot-reclaim');
    expect(at(run, 15 * MINUTE, 'i-1').spotRequest).toBe('instance-terminated-by-user');
  });

  it('never an On-Demand instance', () => {
    const run = playOne({}, [taken]);
    expect(eventsOf(run, 'i-1').at(-1)?.message).toContain('not a Spot Instance');
    expect(at(run, HOUR, 'i-1').state).toBe('running');
  });
});
