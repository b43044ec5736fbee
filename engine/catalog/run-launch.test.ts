import { describe, expect, it } from 'vitest';
import type { Instance } from './instance/kind';
import type { Resource } from './descriptors';
import { at, eventsOf, machine, MINUTE, place, play, timeline, type Step } from '../testing/timeline';

const group = (strategy: 'cluster' | 'spread' | 'partition', partitionCount?: number): Resource => ({
  id: 'pg-1',
  kind: 'placement-group',
  region: 'region-1',
  groupName: 'together',
  strategy,
  ...(partitionCount === undefined ? {} : { partitionCount }),
});

const inGroup: Partial<Instance> = { placementGroup: 'pg-1' };

const several = (count: number, set: Partial<Instance>): Resource[] =>
  Array.from({ length: count }, (_, n) => machine(n + 1, { set })).flat();

function playAll(resources: readonly Resource[], steps: readonly Step[] = []) {
  const run = play(timeline(resources, steps));
  const hosts = (minute: number): (string | null | undefined)[] =>
    resources.filter(({ kind }) => kind === 'instance').map(({ id }) => at(run, minute * MINUTE, id).host);
  return { run, hosts, racks: (minute = 5) => hosts(minute).map((host) => host?.replace(/\/host-\d+$/, '')) };
}

const refusalOf = (resources: readonly Resource[], id: string): unknown => {
  const { state, stateReason } = at(playAll(resources).run, 5 * MINUTE, id);
  return [state, stateReason];
};

describe('a launch', () => {
  it('goes pending, running, then through both status checks; running is billed', () => {
    const { run } = playAll([...place(), ...machine(1)]);
    expect(eventsOf(run, 'i-1').map(({ type }) => type)).toEqual([
      'run-instances',
      'instance-running',
      'system-status-passed',
      'instance-status-passed',
    ]);
    expect(at(run, 0, 'i-1')).toMatchObject({ state: 'pending', billing: false });
    expect(at(run, MINUTE, 'i-1')).toMatchObject({
      state: 'running',
      billing: true,
      systemStatus: 'initializing',
    });
    expect(at(run, 5 * MINUTE, 'i-1')).toMatchObject({ systemStatus: 'passed', instanceStatus: 'passed' });
  });

  it('is refused where the type is not offered in the zone', () => {
    const a1 = machine(1, { set: { instanceType: 'a1.medium' } });
    expect(refusalOf([...place('us-east-1', ['use1-az5']), ...a1], 'i-1')).toEqual([
      'not-launched',
      'Unsupported',
    ]);
    expect(refusalOf([...place('us-east-1', ['use1-az2']), ...a1], 'i-1')).toEqual(['running', null]);
  });

  it('is refused where no address was left for it, and brings nothing of its own into being', () => {
    const resources = [...place(), ...machine(1, { dataVolume: true })].map((resource) => {
      if (resource.kind !== 'network-interface') return resource;
      const { privateIpAddress: _none, ...rest } = resource;
      return rest;
    });
    const { run } = playAll(resources);
    expect(at(run, MINUTE, 'i-1')).toMatchObject({
      state: 'not-launched',
      stateReason: 'InsufficientFreeAddressesInSubnet',
      stateMessage: expect.stringContaining('10.0.1.0/24') as string,
    });
    expect(['eni-1', 'vol-1', 'vol-10'].map((id) => at(run, MINUTE, id).state)).toEqual([
      'not-created',
      'not-created',
      'available',
    ]);
    expect(eventsOf(run, 'i-1')).toHaveLength(1);
  });

  it('is refused with more interfaces than its type takes', () => {
    const third: Resource = {
      id: 'eni-77',
      kind: 'network-interface',
      subnetId: 'subnet-1',
      privateIpAddress: '10.0.1.77',
      groupSet: [],
      sourceDestCheck: true,
      attachment: { instanceId: 'i-1', deviceIndex: 2, deleteOnTermination: false },
    };
    const shape = { set: { instanceType: 't3.micro' }, secondInterface: true };
    expect(refusalOf([...place(), ...machine(1, shape), third], 'i-1')).toEqual([
      'not-launched',
      'AttachmentLimitExceeded',
    ]);
  });

  it('of a Spot Instance is refused where one-time meets stop, or stop meets a placement group', () => {
    const spot = (spotInstanceType: 'one-time' | 'persistent'): Partial<Instance> => ({
      instanceMarketOptions: { marketType: 'spot', spotInstanceType, instanceInterruptionBehavior: 'stop' },
    });
    const refused = ['not-launched', 'InvalidParameterCombination'];
    expect(refusalOf([...place(), ...machine(1, { set: spot('one-time') })], 'i-1')).toEqual(refused);
    expect(refusalOf([...place(), ...machine(1, { set: spot('persistent') })], 'i-1')).toEqual([
      'running',
      null,
    ]);
    const grouped = machine(1, { set: { ...spot('persistent'), ...inGroup } });
    expect(refusalOf([...place(), group('spread'), ...grouped], 'i-1')).toEqual(refused);
  });
});

describe('placement groups', () => {
  it('spread: seven instances in a zone stand on seven racks, the eighth is not launched', () => {
    const { run, racks } = playAll([...place(), group('spread'), ...several(8, inGroup)]);
    expect(new Set(racks().slice(0, 7)).size).toBe(7);
    expect(at(run, MINUTE, 'i-8')).toMatchObject({
      state: 'not-launched',
      stateReason: 'InsufficientInstanceCapacity',
    });
  });

  it('spread: another zone takes seven more', () => {
    const there = Array.from({ length: 7 }, (_, n) => machine(n + 20, { zone: 2, set: inGroup })).flat();
    const { run } = playAll([...place(), group('spread'), ...several(7, inGroup), ...there]);
    expect(at(run, MINUTE, 'i-26').state).toBe('running');
  });

  it('spread: only running members count, so a stopped one makes room and may not find any later', () => {
    const { run } = playAll(
      [...place(), group('spread'), ...several(8, inGroup)],
      [
        [10 * MINUTE, 'stop', 'i-1'],
        [20 * MINUTE, 'start', 'i-1'],
      ],
    );
    expect(at(run, 30 * MINUTE, 'i-1').state).toBe('running');
  });

  it('cluster: all members stand in one network segment', () => {
    const { racks } = playAll([...place(), group('cluster'), ...several(12, inGroup)]);
    const numbers = racks().map((rack) => Number(rack?.match(/rack-(\d+)/)?.[1]) - 1);
    expect(new Set(numbers.map((rack) => Math.floor(rack / 3))).size).toBe(1);
    expect(new Set(numbers).size).toBeGreaterThan(1);
  });

  it('cluster: a T type is not launched', () => {
    const t3 = machine(1, { set: { ...inGroup, instanceType: 't3.micro' } });
    expect(refusalOf([...place(), group('cluster'), ...t3], 'i-1')).toEqual([
      'not-launched',
      'InvalidParameterCombination',
    ]);
    expect(refusalOf([...place(), group('spread'), ...t3], 'i-1')).toEqual(['running', null]);
  });

  it('cluster: a member in another zone is not launched', () => {
    const there = machine(2, { zone: 2, set: inGroup });
    expect(
      refusalOf([...place(), group('cluster'), ...machine(1, { set: inGroup }), ...there], 'i-2'),
    ).toEqual(['not-launched', 'InvalidPlacementGroup.InUse']);
  });

  it('partition: members of two partitions never share a rack, and an unchosen one goes where fewest are', () => {
    const resources = [1, 2, 3].flatMap((partitionNumber) =>
      [0, 1, 2].flatMap((n) => machine(partitionNumber * 10 + n, { set: { ...inGroup, partitionNumber } })),
    );
    const { racks } = playAll([...place(), group('partition', 3), ...resources]);
    const sets = [0, 3, 6].map((from) => new Set(racks().slice(from, from + 3)));
    const all = sets.flatMap((set) => [...set]);
    expect(new Set(all).size).toBe(all.length);

    const spread = playAll([...place(), group('partition', 3), ...several(6, inGroup)]).racks();
    const partitions = spread.map((rack) => (Number(rack?.match(/rack-(\d+)/)?.[1]) - 1) % 3);
    expect(partitions.toSorted()).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('partition: a partition the group does not have is refused', () => {
    const far = machine(1, { set: { ...inGroup, partitionNumber: 4 } });
    expect(refusalOf([...place(), group('partition', 3), ...far], 'i-1')).toEqual([
      'not-launched',
      'InvalidParameterValue',
    ]);
  });
});

describe('hosts', () => {
  it('a reboot stays on its host, a stop and start moves', () => {
    const { hosts } = playAll(
      [...place(), ...machine(1)],
      [
        [5 * MINUTE, 'reboot', 'i-1'],
        [10 * MINUTE, 'stop', 'i-1'],
        [15 * MINUTE, 'start', 'i-1'],
      ],
    );
    expect(hosts(9)).toEqual(hosts(1));
    expect(hosts(14)).toEqual([null]);
    expect(hosts(20)).not.toEqual(hosts(1));
  });

  it('a host that fails takes everything on it along, and nobody comes back to it', () => {
    const resources = [...place(), group('cluster'), ...several(60, inGroup)];
    const { run, hosts } = playAll(resources, [[10 * MINUTE, 'fail-host', 'i-1']]);
    const failed = hosts(9)[0];
    const neighbours = hosts(9).filter((host) => host === failed).length;
    expect(neighbours).toBeGreaterThan(1);
    const down = run.outline().events.filter(({ type }) => type === 'host-failed');
    expect(down).toHaveLength(neighbours);
    expect(hosts(60)).not.toContain(failed);
  });

  it('never hold more than there is room for', () => {
    const { hosts } = playAll([
      ...place(),
      group('cluster'),
      ...several(200, { ...inGroup, instanceType: 'm5.8xlarge' }),
    ]);
    const perHost = new Map<unknown, number>();
    for (const host of hosts(5)) perHost.set(host, (perHost.get(host) ?? 0) + 1);
    expect(Math.max(...perHost.values())).toBe(3);
  });
});
