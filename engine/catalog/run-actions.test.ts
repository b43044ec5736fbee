import { describe, expect, it } from 'vitest';
import { HOUR, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';
import type { Instance } from './instance/kind';
import { actionsFor } from './run';

function optionsAt(time: number, id: string, steps: readonly Step[] = [], set: Partial<Instance> = {}) {
  const document = timeline([...place(), ...machine(1, { set, dataVolume: true })], steps);
  return actionsFor(document, id, play(document).momentAt(time).live);
}

const enabled = (...args: Parameters<typeof optionsAt>): string[] =>
  optionsAt(...args)
    .filter((option) => option.enabled)
    .map(({ type }) => type);

describe('the actions of a thing', () => {
  it('an instance that runs can be stopped, rebooted, terminated; its host can fail; it can write', () => {
    expect(enabled(HOUR, 'i-1')).toEqual([
      'stop',
      'force-stop',
      'reboot',
      'terminate',
      'shut-down',
      'halt',
      'crash',
      'fail-host',
      'schedule-event',
      'write-data',
    ]);
  });

  it('a stopped one can be started or terminated', () => {
    expect(enabled(HOUR, 'i-1', [[5 * MINUTE, 'stop', 'i-1']])).toEqual(['start', 'terminate']);
  });

  it('a terminated one is past everything', () => {
    expect(enabled(HOUR, 'i-1', [[5 * MINUTE, 'terminate', 'i-1']])).toEqual([]);
  });

  it('says in EC2’s words what it would refuse', () => {
    const stop = optionsAt(HOUR, 'i-1', [], { disableApiStop: true }).find(({ type }) => type === 'stop');
    expect(stop).toEqual({
      type: 'stop',
      label: 'Stop',
      enabled: false,
      reason:
        "OperationNotPermitted: The instance 'i-1' may not be stopped. Modify its 'disableApiStop' instance attribute and try again.",
    });
  });

  it('only Spot can be taken back, and only once', () => {
    const set: Partial<Instance> = {
      instanceMarketOptions: {
        marketType: 'spot',
        spotInstanceType: 'one-time',
        instanceInterruptionBehavior: 'terminate',
      },
    };
    const types = optionsAt(HOUR, 'i-1').map(({ type }) => type);
    expect(types).not.toContain('spot-interrupt');
    expect(enabled(HOUR, 'i-1', [], set)).toContain('spot-interrupt');
    const noticed = enabled(HOUR, 'i-1', [[HOUR, 'spot-interrupt', 'i-1']], set);
    expect(noticed).not.toContain('spot-interrupt');
  });

  it('a zone can fail or come back', () => {
    expect(enabled(HOUR, 'az-1')).toEqual(['fail-zone']);
    expect(enabled(HOUR, 'az-1', [[5 * MINUTE, 'fail-zone', 'az-1']])).toEqual(['restore-zone']);
  });

  it('a volume can be written to while its instance runs', () => {
    expect(enabled(HOUR, 'vol-10')).toEqual(['write-data', 'fail-volume']);
    expect(enabled(HOUR, 'vol-10', [[5 * MINUTE, 'fail-volume', 'vol-10']])).toEqual([
      'write-data',
      'restore-volume',
    ]);
    expect(enabled(HOUR, 'vol-10', [[5 * MINUTE, 'stop', 'i-1']])).toEqual(['fail-volume']);
  });

  it('what is offered is done, what is not is not', () => {
    const document = timeline([...place(), ...machine(1)], [[20 * MINUTE, 'stop', 'i-1']]);
    for (const time of [1000, MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE]) {
      const { live } = play(document).momentAt(time);
      for (const option of actionsFor(document, 'i-1', live)) {
        if (option.type === 'write-data') continue;
        const acted = play({
          ...document,
          script: [...document.script, { id: 'act-2', at: time, type: option.type, target: 'i-1' }],
        });
        const event = acted.outline().events.findLast(({ type, at }) => type === option.type && at === time);
        expect([
          time,
          option.type,
          event?.severity === 'warning' || event?.message.includes('nothing changes'),
        ]).toEqual([time, option.type, !option.enabled]);
      }
    }
  });
});
