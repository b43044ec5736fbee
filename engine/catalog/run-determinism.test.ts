import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resource, Scenario } from './descriptors';
import { lifecycleRoles } from './lifecycle-roles';
import { createPlayback } from './playback';
import { createRun } from './run';
import { HOUR, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';
import { ACTION_TYPES } from '../model/document';
import { EVENT_TYPES } from '../kernel/event-types';
import { eventTypeOf } from '../kernel/simulation';

const SPOT = {
  instanceMarketOptions: {
    marketType: 'spot',
    spotInstanceType: 'persistent',
    instanceInterruptionBehavior: 'stop',
  },
} as const;

const inGroup = { placementGroup: 'pg-1' };

const resources: readonly Resource[] = [
  ...place(),
  { id: 'pg-1', kind: 'placement-group', region: 'region-1', groupName: 'apart', strategy: 'spread' },
  ...machine(4, { set: inGroup }),
  ...machine(5, { set: inGroup }),
  ...machine(1, { dataVolume: true, elasticIp: true }),
  ...machine(2, { zone: 2, set: { instanceType: 'm5d.large' }, secondInterface: true }),
  ...machine(3, { set: SPOT }),
  ...machine(10, { zone: 2 }),
  { id: 'igw-1', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-1' },
  {
    id: 'eni-90',
    kind: 'network-interface',
    subnetId: 'subnet-1',
    privateIpAddress: '10.0.1.90',
    secondaryPrivateIpAddresses: ['10.0.1.91'],
    groupSet: [],
    sourceDestCheck: true,
  },
];

/** A script of anything at any time, aimed at anything. */
const script = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 2 * HOUR }),
    fc.constantFrom(...ACTION_TYPES),
    fc.constantFrom(
      'i-1',
      'i-2',
      'i-3',
      'i-4',
      'i-5',
      'i-10',
      'az-1',
      'az-2',
      'vol-1',
      'vol-10',
      'eni-1',
      'eni-20',
      'eni-90',
      'eip-1',
      'i-99',
    ),
    fc.constantFrom<NonNullable<Step[3]>>(
      { label: 'a', to: 'root' },
      { label: 'b', to: 'memory' },
      { to: 'i-1' },
      { to: 'i-2', allowReassignment: true },
      { to: 'eni-90', allowReassignment: true },
      { to: 'eni-1' },
    ),
  ),
  { maxLength: 25 },
);

const scenario = script.map((steps) => timeline(resources, steps));

const shuffled = (document: Scenario, order: readonly number[]): Scenario => {
  const entries = Object.entries(document.resources);
  const keyed = entries.map((entry, index) => ({ entry, key: order[index % order.length] ?? 0 }));
  return {
    ...document,
    resources: Object.fromEntries(keyed.toSorted((a, b) => a.key - b.key).map(({ entry }) => entry)),
    script: document.script.toReversed(),
  };
};

describe('the same document and seed', () => {
  it('give the same run, whatever the order in the file and the size of the slices', () => {
    fc.assert(
      fc.property(scenario, fc.array(fc.nat(), { minLength: 3, maxLength: 9 }), (document, order) => {
        const outline = play(document).outline();
        const sliced = createRun(shuffled(document, order));
        while (sliced.advance(3) === 'more');
        expect(sliced.outline()).toEqual(outline);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('another seed gives another run', () => {
    const document = timeline(resources);
    const other = play({ ...document, seed: 2 }).outline();
    expect(other.traceHash).not.toBe(play(document).outline().traceHash);
  });

  it('goes on from a snapshot anywhere as if it had never been interrupted', () => {
    fc.assert(
      fc.property(scenario, fc.nat({ max: 60 }), (document, steps) => {
        const roles = lifecycleRoles(document);
        const whole = createPlayback(roles, { maxEvents: 10_000 });
        const half = createPlayback(roles, { maxEvents: 10_000 });
        for (let step = 0; step < steps; step += 1) half.step();
        const resumed = createPlayback(roles, { maxEvents: 10_000 }, half.snapshot());
        while (whole.step());
        while (resumed.step());
        expect(resumed.traceHash).toBe(whole.traceHash);
        expect(resumed.snapshot().cells).toEqual(whole.snapshot().cells);
      }),
      { seed: 12, numRuns: 60 },
    );
  });

  it('shows a moment as the changes up to then add up, whichever way one came to it', () => {
    fc.assert(
      fc.property(scenario, fc.array(fc.nat({ max: 3 * HOUR }), { maxLength: 6 }), (document, times) => {
        const run = play(document);
        const { events, until } = run.outline();
        for (const time of times) {
          const { live } = run.momentAt(time);
          const first = createRun(document).momentAt(time);
          expect(live).toEqual(first.live);
          const expected = new Map<string, unknown>();
          for (const event of events)
            if (event.at <= Math.min(time, until))
              for (const { subject, field, after } of event.changes)
                expected.set(`${subject} ${field}`, after);
          for (const [key, value] of expected) {
            const [subject = '', field = ''] = key.split(' ');
            expect([key, (live[subject] as Record<string, unknown>)[field]]).toEqual([key, value]);
          }
        }
      }),
      { seed: 13, numRuns: 40 },
    );
  });

  it('an instance that is added does not change the times of the others', () => {
    const alone = play(timeline([...place(), ...machine(1)])).outline();
    const together = play(timeline([...place(), ...machine(0), ...machine(1), ...machine(2)])).outline();
    const timesOf = ({ events }: typeof alone): unknown =>
      events.filter(({ subject }) => subject === 'i-1').map(({ at, type }) => [at, type]);
    expect(timesOf(together)).toEqual(timesOf(alone));
  });
});

describe('a run', () => {
  it('has no event of its own for an instance that is stopped or terminated: what was waiting is cancelled', () => {
    const own = EVENT_TYPES.filter((type) => !(ACTION_TYPES as readonly string[]).includes(type));
    fc.assert(
      fc.property(scenario, (document) => {
        const roles = lifecycleRoles(document);
        const states = new Map<number, unknown>();
        const playback = createPlayback(roles, {
          maxEvents: 10_000,
          record: (event, _note, changes) => {
            const type = eventTypeOf(event);
            const before = states.get(event.subject);
            if (own.includes(type) && type !== 'instance-terminated')
              expect([type, before]).not.toEqual([type, expect.stringMatching(/^(stopped|terminated)$/)]);
            if (type === 'instance-terminated') expect(before).not.toBe('terminated');
            for (const { subject, field, after } of changes)
              if (field === 'state') states.set(subject, after);
          },
        });
        while (playback.step());
      }),
      { seed: 15, numRuns: 100 },
    );
  });

  it('never leaves an instance with a host it should not have, or data it should have lost', () => {
    fc.assert(
      fc.property(scenario, (document) => {
        const run = play(document);
        for (let minute = 0; minute <= 180; minute += 7) {
          const { live } = run.momentAt(minute * MINUTE);
          for (const id of ['i-1', 'i-2', 'i-3', 'i-10']) {
            const { state, host, memory, billing, publicIpOwner, publicIp } = live[id] ?? {};
            const off = state === 'stopped' || state === 'terminated';
            if (off) expect([id, host, memory, billing]).toEqual([id, null, [], false]);
            if (off) expect(publicIpOwner).not.toBe('amazon');
            if (state === 'pending' || state === 'running') expect(host).toBeTruthy();
            expect(Boolean(publicIp)).toBe(Boolean(publicIpOwner));
          }
        }
      }),
      { seed: 14, numRuns: 40 },
    );
  });

  it('lasts two hours, or an hour after the last action', () => {
    const until = (steps: readonly Step[]): number => play(timeline(resources, steps)).outline().until;
    expect(until([])).toBe(2 * HOUR);
    expect(until([[30 * MINUTE, 'stop', 'i-1']])).toBe(2 * HOUR);
    expect(until([[720 * HOUR, 'stop', 'i-1']])).toBe(721 * HOUR);
  });

  it('runs past the 25th day, where 32-bit milliseconds end', () => {
    const run = play(timeline(resources, [[719 * HOUR, 'stop', 'i-1']]));
    expect(run.outline().events.at(-1)).toMatchObject({ subject: 'i-1', type: 'instance-stopped' });
    expect(run.momentAt(720 * HOUR).live['i-1']?.state).toBe('stopped');
  });

  it('ends with a message when it has more events than a run may have', () => {
    const run = createRun(timeline(resources), { maxEvents: 5 });
    while (run.advance(2) === 'more');
    expect(run.outline().events.length).toBeLessThanOrEqual(5);
    expect(run.outline().cutShort).toContain('cut short at 5 events');
    expect(play(timeline(resources)).outline().cutShort).toBeUndefined();
  });

  it('keeps a moment as it was when another is asked for', () => {
    const run = play(timeline(resources, [[10 * MINUTE, 'terminate', 'i-1']]));
    const before = run.momentAt(9 * MINUTE).live;
    const copy = JSON.stringify(before);
    run.momentAt(HOUR);
    run.momentAt(0);
    expect(JSON.stringify(before)).toBe(copy);
  });

  it('takes what an import saw as it is: running without a launch, stopped without an address', () => {
    const run = play(
      timeline([...place(), ...machine(1), ...machine(2)], [[MINUTE, 'start', 'i-2']], {
        'i-1': { awsId: 'i-0a', state: 'running', publicIps: { '10.0.1.11': '203.0.113.5' } },
        'i-2': { awsId: 'i-0b', state: 'stopped' },
      }),
    );
    expect(run.momentAt(0).live['i-1']).toMatchObject({
      state: 'running',
      systemStatus: 'passed',
      publicIp: '203.0.113.5',
    });
    expect(run.momentAt(0).live['i-2']).toMatchObject({ state: 'stopped', publicIp: null, host: null });
    expect(run.momentAt(5 * MINUTE).live['i-2']).toMatchObject({ state: 'running', publicIpOwner: 'amazon' });
    expect(run.outline().events[0]).toMatchObject({ type: 'start', subject: 'i-2' });
  });
});
