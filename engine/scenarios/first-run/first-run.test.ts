import { describe, expect, it } from 'vitest';
import { makeTraceText } from '../../testing/trace-text';
import { machine, MINUTE, place, play, timeline } from '../../testing/timeline';

/** A web server with a cache and orders, a database with an Elastic IP, a Spot worker: everything happens to them. */
const document = timeline(
  [
    ...place(),
    ...machine(1, { set: { instanceType: 'm5d.large' }, dataVolume: true }),
    ...machine(2, { elasticIp: true, secondInterface: true, set: { disableApiTermination: true } }),
    ...machine(3, {
      zone: 2,
      set: {
        instanceMarketOptions: {
          marketType: 'spot',
          spotInstanceType: 'one-time',
          instanceInterruptionBehavior: 'terminate',
        },
      },
    }),
    { id: 'nat-1', kind: 'nat-gateway', subnetId: 'subnet-1', connectivityType: 'private', privateIpAddress: '10.0.1.9' },
  ],
  [
    [5 * MINUTE, 'write-data', 'i-1', { label: 'cache', to: 'instance-store' }],
    [5 * MINUTE, 'write-data', 'i-1', { label: 'orders', to: 'vol-10' }],
    [6 * MINUTE, 'stop', 'i-1'],
    [8 * MINUTE, 'start', 'i-1'],
    [15 * MINUTE, 'spot-interrupt', 'i-3'],
    [20 * MINUTE, 'fail-host', 'i-2'],
    [30 * MINUTE, 'fail-zone', 'az-1'],
    [35 * MINUTE, 'restore-zone', 'az-1'],
    [45 * MINUTE, 'terminate', 'i-1'],
    [45 * MINUTE, 'terminate', 'i-2'],
  ],
);

describe('the first run', () => {
  it('happens as it is written down', async () => {
    await expect(makeTraceText(play(document).outline())).toMatchFileSnapshot('expected.trace.txt');
  });

  it('has the same hash in Node and in every browser', () => {
    expect(play(document).outline().traceHash).toMatchInlineSnapshot(`"81415627a62e14d8"`);
  });
});
