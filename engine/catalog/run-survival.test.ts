import { describe, expect, it } from 'vitest';
import type { Instance } from './instance/kind';
import { at, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';

/** An instance with data everywhere it can have some: memory, instance store, root volume, data volume. */
const everywhere: readonly Step[] = [
  [5 * MINUTE, 'write-data', 'i-1', { label: 'session', to: 'memory' }],
  [5 * MINUTE, 'write-data', 'i-1', { label: 'cache', to: 'instance-store' }],
  [5 * MINUTE, 'write-data', 'i-1', { label: 'system', to: 'root' }],
  [5 * MINUTE, 'write-data', 'i-1', { label: 'orders', to: 'vol-10' }],
];

const spot = (interruption: 'terminate' | 'stop' | 'hibernate'): Partial<Instance> => ({
  instanceMarketOptions: {
    marketType: 'spot',
    spotInstanceType: interruption === 'terminate' ? 'one-time' : 'persistent',
    instanceInterruptionBehavior: interruption,
  },
});

/** What is left where, a good while after the steps. */
function left(steps: readonly Step[], set: Partial<Instance> = {}) {
  const run = play(
    timeline(
      [
        ...place(),
        ...machine(1, { set: { instanceType: 'm5d.large', ...set }, dataVolume: true, encrypted: true }),
      ],
      [...everywhere, ...steps],
    ),
  );
  expect(at(run, 6 * MINUTE, 'i-1')).toMatchObject({ memory: ['session'], instanceStore: ['cache'] });
  const now = (id: string) => at(run, 60 * MINUTE, id);
  return {
    state: now('i-1').state,
    memory: now('i-1').memory,
    instanceStore: now('i-1').instanceStore,
    root: [now('vol-1').state, now('vol-1').data],
    data: [now('vol-10').state, now('vol-10').data],
  };
}

const ROOT_KEPT = ['in-use', ['system']];
const DATA_KEPT = ['in-use', ['orders']];

describe('what survives what', () => {
  it('reboot: memory is lost; instance store, root and data volume stay', () => {
    expect(left([[10 * MINUTE, 'reboot', 'i-1']])).toEqual({
      state: 'running',
      memory: [],
      instanceStore: ['cache'],
      root: ROOT_KEPT,
      data: DATA_KEPT,
    });
  });

  it('stop and start: memory and instance store are lost, volumes stay', () => {
    const steps: Step[] = [
      [10 * MINUTE, 'stop', 'i-1'],
      [20 * MINUTE, 'start', 'i-1'],
    ];
    expect(left(steps)).toEqual({
      state: 'running',
      memory: [],
      instanceStore: [],
      root: ROOT_KEPT,
      data: DATA_KEPT,
    });
  });

  it('terminate: the root volume is deleted, the data volume is left as available', () => {
    expect(left([[10 * MINUTE, 'terminate', 'i-1']])).toEqual({
      state: 'terminated',
      memory: [],
      instanceStore: [],
      root: ['deleted', []],
      data: ['available', ['orders']],
    });
  });

  it('Spot takes it back, terminate: as terminate', () => {
    expect(left([[10 * MINUTE, 'spot-interrupt', 'i-1']], spot('terminate'))).toEqual({
      state: 'terminated',
      memory: [],
      instanceStore: [],
      root: ['deleted', []],
      data: ['available', ['orders']],
    });
  });

  it('Spot takes it back, stop: as stop', () => {
    expect(left([[10 * MINUTE, 'spot-interrupt', 'i-1']], spot('stop'))).toEqual({
      state: 'stopped',
      memory: [],
      instanceStore: [],
      root: ROOT_KEPT,
      data: DATA_KEPT,
    });
  });

  it('Spot takes it back, hibernate: memory is on the root volume, the instance store is lost', () => {
    expect(left([[10 * MINUTE, 'spot-interrupt', 'i-1']], spot('hibernate'))).toEqual({
      state: 'stopped',
      memory: ['session'],
      instanceStore: [],
      root: ROOT_KEPT,
      data: DATA_KEPT,
    });
  });

  it('host failure of a type without automatic recovery: down until stop and start, volumes stay', () => {
    expect(left([[10 * MINUTE, 'fail-host', 'i-1']])).toEqual({
      state: 'running',
      memory: [],
      instanceStore: [],
      root: ROOT_KEPT,
      data: DATA_KEPT,
    });
  });

  it('zone outage: volumes are unavailable, then back with their data; memory and instance store are lost', () => {
    const outage: Step = [10 * MINUTE, 'fail-zone', 'az-1'];
    expect(left([outage])).toEqual({
      state: 'running',
      memory: [],
      instanceStore: [],
      root: ['unavailable', ['system']],
      data: ['unavailable', ['orders']],
    });
    expect(left([outage, [20 * MINUTE, 'restore-zone', 'az-1']])).toEqual({
      state: 'running',
      memory: [],
      instanceStore: [],
      root: ROOT_KEPT,
      data: DATA_KEPT,
    });
  });

  it('a root on the instance store goes with the instance', () => {
    const run = play(
      timeline(
        [...place(), ...machine(1, { set: { instanceType: 'd2.xlarge', rootDeviceType: 'instance-store' } })],
        [
          [5 * MINUTE, 'write-data', 'i-1', { label: 'system', to: 'root' }],
          [10 * MINUTE, 'terminate', 'i-1'],
        ],
      ),
    );
    expect(at(run, 6 * MINUTE, 'i-1').instanceStore).toEqual(['system']);
    expect(at(run, 20 * MINUTE, 'i-1').instanceStore).toEqual([]);
  });
});

describe('writing data', () => {
  const lastWarning = (steps: readonly Step[], set: Partial<Instance> = {}): string | undefined =>
    play(timeline([...place(), ...machine(1, { set })], steps))
      .outline()
      .events.findLast(({ severity }) => severity === 'warning')?.message;

  it('needs an instance that runs', () => {
    expect(lastWarning([[0, 'write-data', 'i-1', { label: 'x', to: 'root' }]])).toContain('is not running');
  });

  it('needs a host that is well', () => {
    const steps: Step[] = [
      [5 * MINUTE, 'fail-host', 'i-1'],
      [6 * MINUTE, 'write-data', 'i-1', { label: 'x', to: 'root' }],
    ];
    expect(lastWarning(steps)).toContain('does not answer');
  });

  it('needs a type that has an instance store to write to one', () => {
    const steps: Step[] = [[5 * MINUTE, 'write-data', 'i-1', { label: 'x', to: 'instance-store' }]];
    expect(lastWarning(steps)).toContain('no instance store');
    expect(lastWarning(steps, { instanceType: 'm5d.large' })).toBeUndefined();
  });

  it('needs the volume to be attached to it', () => {
    const steps: Step[] = [[5 * MINUTE, 'write-data', 'i-1', { label: 'x', to: 'vol-77' }]];
    expect(lastWarning(steps)).toContain('no such volume');
  });

  it('may name the volume itself', () => {
    const run = play(
      timeline(
        [...place(), ...machine(1, { dataVolume: true })],
        [[5 * MINUTE, 'write-data', 'vol-10', { label: 'orders' }]],
      ),
    );
    expect(at(run, 6 * MINUTE, 'vol-10').data).toEqual(['orders']);
  });
});
