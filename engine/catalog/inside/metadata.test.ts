import { describe, expect, it } from 'vitest';
import type { MetadataAnswer, MetadataEntry } from '../../model/inside';
import {
  HOUR,
  machine,
  MINUTE,
  place,
  play,
  timeline,
  type MachineShape,
  type Step,
} from '../../testing/timeline';
import type { Resource } from '../descriptors';
import { designLive } from '../design-live';
import { getKind } from '../lookup';
import { compileNetwork } from '../network-roles';
import { metadataOf } from './metadata';

async function metadata(
  shape: MachineShape,
  at: 'design' | number = 'design',
  steps: readonly Step[] = [],
  more: readonly Resource[] = [],
): Promise<MetadataAnswer> {
  const document = timeline(
    [...place('us-east-1', ['use1-az4', 'use1-az6']), ...machine(1, shape), ...more],
    steps,
  );
  const instance = getKind(document, 'i-1', 'instance');
  if (!instance) throw new Error('There is no instance.');
  const run = play(document);
  const live = at === 'design' ? designLive(document) : run.momentAt(at).live;
  return metadataOf(
    {
      document,
      at,
      live,
      network: () => Promise.resolve(compileNetwork({ document, at, live })),
      run: () => Promise.resolve(run),
    },
    instance,
  );
}

function valueAt({ tree }: MetadataAnswer, path: string): string | undefined {
  let entry: MetadataEntry | undefined;
  let entries: readonly MetadataEntry[] = tree;
  for (const part of path.split('/')) {
    entry = entries.find(({ name }) => name === part || name === `${part}/`);
    entries = entry?.entries ?? [];
  }
  return entry?.value;
}

const setting = ({ settings }: MetadataAnswer, label: string) =>
  settings.find((line) => line.label === label)?.value;

describe('the metadata of an instance', () => {
  it('is there in the drawing, with the addresses it would have', async () => {
    const answer = await metadata({});
    expect(answer.absent).toBeUndefined();
    expect(valueAt(answer, 'meta-data/local-ipv4')).toBe('10.0.1.11');
    expect(valueAt(answer, 'meta-data/public-ipv4')).toMatch(/^54\./);
    expect(valueAt(answer, 'meta-data/public-hostname')).toMatch(/^ec2-54-/);
    expect(valueAt(answer, 'meta-data/mac')).toMatch(/^0a(:[0-9a-f]{2}){5}$/);
    expect(valueAt(answer, 'meta-data/placement/availability-zone-id')).toBe('use1-az4');
  });

  it('asks for tokens and lets two hops pass by what Amazon Linux 2023 says; of an AMI not drawn it does not', async () => {
    const own = await metadata({});
    expect([setting(own, 'HttpTokens'), setting(own, 'HttpPutResponseHopLimit')]).toEqual(['required', '2']);
    const other = await metadata({ set: { imageId: 'ami-0123456789abcdef0' } });
    expect([setting(other, 'HttpTokens'), setting(other, 'HttpPutResponseHopLimit')]).toEqual([
      'optional',
      '1',
    ]);
    const set = await metadata({ set: { metadataOptions: { httpTokens: 'optional' } } });
    expect(setting(set, 'HttpTokens')).toBe('optional');
    expect(set.requests[0]?.status).toBe(200);
  });

  it('loses the public address after a stop and start, and gets another one', async () => {
    const steps: readonly Step[] = [
      [10 * MINUTE, 'stop', 'i-1'],
      [20 * MINUTE, 'start', 'i-1'],
    ];
    const before = await metadata({}, 5 * MINUTE, steps);
    const stopped = await metadata({}, 15 * MINUTE, steps);
    const after = await metadata({}, 30 * MINUTE, steps);
    expect(stopped).toMatchObject({ absent: 'It is stopped: no system runs in it.', tree: [], requests: [] });
    expect(valueAt(after, 'meta-data/public-ipv4')).not.toBe(valueAt(before, 'meta-data/public-ipv4'));
    const identity = valueAt(after, 'dynamic/instance-identity/document') ?? '';
    expect((JSON.parse(identity) as { pendingTime: string }).pendingTime).toBe('2026-01-01T00:20:00Z');
  });

  it('announces maintenance on its calendar date', async () => {
    const answer = await metadata({}, 20 * MINUTE, [
      [10 * MINUTE, 'schedule-event', 'i-1', { code: 'system-reboot', delayMs: 24 * HOUR }],
    ]);
    expect(valueAt(answer, 'meta-data/events/maintenance/scheduled')).toContain(
      '"NotBefore": "02 Jan 2026 00:10:00 GMT"',
    );
  });

  it('gives the Spot notice while it lasts', async () => {
    const spot: MachineShape = {
      set: {
        instanceMarketOptions: {
          marketType: 'spot',
          spotInstanceType: 'one-time',
          instanceInterruptionBehavior: 'terminate',
        },
      },
    };
    const steps: readonly Step[] = [[10 * MINUTE, 'spot-interrupt', 'i-1']];
    const before = await metadata(spot, 9 * MINUTE, steps);
    const noticed = await metadata(spot, 11 * MINUTE, steps);
    expect(valueAt(before, 'meta-data/instance-life-cycle')).toBe('spot');
    expect(valueAt(before, 'meta-data/spot/instance-action')).toBeUndefined();
    expect(valueAt(noticed, 'meta-data/spot/termination-time')).toBe('2026-01-01T00:12:00Z');
  });

  it('has tags only where they are switched on, and no key that a path can’t hold', async () => {
    const tagged = { name: 'web', tags: { stage: 'test', 'a/b': 'x' } };
    expect(valueAt(await metadata({ set: tagged }), 'meta-data/tags/instance/stage')).toBeUndefined();
    const on = await metadata({ set: { ...tagged, metadataOptions: { instanceMetadataTags: 'enabled' } } });
    expect(valueAt(on, 'meta-data/tags/instance/Name')).toBe('web');
    expect(valueAt(on, 'meta-data/tags/instance/stage')).toBe('test');
    expect(valueAt(on, 'meta-data/tags/instance/a')).toBeUndefined();
  });

  it('tells of each interface, its volumes, its partition and its role', async () => {
    const answer = await metadata(
      {
        secondInterface: true,
        dataVolume: true,
        set: {
          placementGroup: 'pg-1',
          partitionNumber: 2,
          keyName: 'my-key',
          iamInstanceProfile: { roleName: 'web-role', policies: [] },
        },
      },
      'design',
      [],
      [
        {
          id: 'pg-1',
          kind: 'placement-group',
          region: 'region-1',
          groupName: 'parts',
          strategy: 'partition',
          partitionCount: 3,
        },
      ],
    );
    const macs = answer.tree
      .find(({ name }) => name === 'meta-data/')
      ?.entries?.find(({ name }) => name === 'network/')?.entries?.[0]?.entries?.[0]?.entries;
    expect(macs).toHaveLength(2);
    expect(valueAt(answer, 'meta-data/block-device-mapping/ebs1')).toBe('sdf');
    expect(valueAt(answer, 'meta-data/placement/group-name')).toBe('parts');
    expect(valueAt(answer, 'meta-data/placement/partition-number')).toBe('2');
    expect(valueAt(answer, 'meta-data/iam/security-credentials/web-role')).toContain('Success');
    expect(valueAt(answer, 'meta-data/public-keys/0/openssh-key')).toContain('my-key');
  });

  it('is out of reach of a system that has crashed', async () => {
    const answer = await metadata({}, 11 * MINUTE, [[10 * MINUTE, 'crash', 'i-1']]);
    expect(answer.absent).toBe('Its system has crashed and answers nobody.');
  });
});
