/** A fleet that moves in time: instances with their interface and root volume in three zones, and what happens to them. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { Resource, Scenario } from '../engine/catalog/descriptors';
import type { ScriptAction } from '../engine/model/document';
import { emptyScenario } from '../engine/persistence/empty';

export const DAY_MS = 24 * 3600 * 1000;
export const DAYS = 30;
const ZONES = 3;
/** m5.large on hosts of 96 vCPUs. */
const INSTANCES_PER_HOST = 48;

export interface FleetShape {
  readonly instances: number;
  /** Stopped at one time of the day and started at another, every day. */
  readonly daily: boolean;
  readonly seed: number;
}

/**
 * Hosts fail at random: as often as it takes that boots, failures and recoveries make about 20 events an instance in the
 * 30 days, which is far more often than in reality.
 */
export function makeFleet({ instances, daily, seed }: FleetShape): Scenario {
  const generator = xorshift128plus(seed);
  const resources: Resource[] = [...surroundings()];
  const script: ScriptAction[] = [];
  for (let n = 1; n <= instances; n += 1) {
    resources.push(...machine(n));
    if (!daily) continue;
    const stopAt = uniformInt(generator, 3600, 11 * 3600) * 1000;
    const startAt = uniformInt(generator, 13 * 3600, 23 * 3600) * 1000;
    const target = `i-${n}`;
    script.push(
      { id: `act-${2 * n - 1}`, at: stopAt, type: 'stop', target, every: DAY_MS, times: DAYS },
      { id: `act-${2 * n}`, at: startAt, type: 'start', target, every: DAY_MS, times: DAYS },
    );
  }
  const failures = daily ? 0 : Math.round((instances * 16) / (INSTANCES_PER_HOST * 4));
  for (let n = 1; n <= failures; n += 1)
    script.push({
      id: `act-${n}`,
      at: uniformInt(generator, 600, DAYS * 24 * 3600) * 1000,
      type: 'fail-host',
      target: `i-${uniformInt(generator, 1, instances)}`,
    });
  return {
    ...emptyScenario(),
    seed,
    resources: Object.fromEntries(resources.map((resource) => [resource.id, resource])),
    script,
  };
}

function surroundings(): readonly Resource[] {
  const all: Resource[] = [
    { id: 'region-1', kind: 'region', regionName: 'us-east-1' },
    {
      id: 'vpc-1',
      kind: 'vpc',
      region: 'region-1',
      cidrBlock: '10.0.0.0/8',
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
  ];
  for (let zone = 1; zone <= ZONES; zone += 1)
    all.push(
      { id: `az-${zone}`, kind: 'zone', region: 'region-1', zoneName: `us-east-1${'abc'[zone - 1]}` },
      {
        id: `subnet-${zone}`,
        kind: 'subnet',
        vpcId: 'vpc-1',
        availabilityZone: `az-${zone}`,
        cidrBlock: `10.${zone * 16}.0.0/12`,
        mapPublicIpOnLaunch: true,
      },
    );
  return all;
}

function machine(n: number): readonly Resource[] {
  const zone = (n % ZONES) + 1;
  const place = Math.floor(n / ZONES) + 10;
  return [
    { id: `i-${n}`, kind: 'instance', instanceType: 'm5.large' },
    {
      id: `eni-${n}`,
      kind: 'network-interface',
      subnetId: `subnet-${zone}`,
      privateIpAddress: `10.${zone * 16 + (place >> 16)}.${(place >> 8) & 255}.${place & 255}`,
      groupSet: [],
      sourceDestCheck: true,
      attachment: { instanceId: `i-${n}`, deviceIndex: 0, deleteOnTermination: true },
    },
    {
      id: `vol-${n}`,
      kind: 'volume',
      availabilityZone: `az-${zone}`,
      size: 8,
      volumeType: 'gp3',
      encrypted: false,
      attachment: { instanceId: `i-${n}`, device: '/dev/xvda', root: true, deleteOnTermination: true },
    },
  ];
}
