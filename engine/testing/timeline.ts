/** Small designs that move in time, for tests: one VPC, two zones, instances with their disks. */
import type { Instance } from '../catalog/instance/kind';
import type { Resource, Scenario } from '../catalog/descriptors';
import { createRun, type Run } from '../catalog/run';
import type { ActionType, Observed, ScriptAction } from '../model/document';
import type { LiveFields, RunEvent } from '../model/live';
import { emptyScenario, withResources } from './network';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export interface MachineShape {
  readonly zone?: 1 | 2;
  readonly set?: Partial<Omit<Instance, 'id' | 'kind'>>;
  /** Root volume's settings. */
  readonly encrypted?: boolean;
  /** Give it a data volume that outlives it. */
  readonly dataVolume?: boolean;
  /** Give it one more interface. */
  readonly secondInterface?: boolean;
  readonly elasticIp?: boolean;
}

/** `i-n` with `eni-n`, `vol-n`; further ones are `vol-n0`, `eni-n0`, `eip-n`. */
export function machine(n: number, shape: MachineShape = {}): readonly Resource[] {
  const zone = shape.zone ?? 1;
  const all: Resource[] = [
    {
      id: `i-${n}`,
      kind: 'instance',
      instanceType: 'm5.large',
      ...shape.set,
    },
    {
      id: `eni-${n}`,
      kind: 'network-interface',
      subnetId: `subnet-${zone}`,
      privateIpAddress: `10.0.${zone}.${10 + n}`,
      groupSet: [],
      sourceDestCheck: true,
      attachment: { instanceId: `i-${n}`, deviceIndex: 0, deleteOnTermination: true },
    },
  ];
  if (shape.set?.rootDeviceType !== 'instance-store')
    all.push({
      id: `vol-${n}`,
      kind: 'volume',
      availabilityZone: `az-${zone}`,
      size: 8,
      volumeType: 'gp3',
      encrypted: shape.encrypted ?? false,
      attachment: { instanceId: `i-${n}`, device: '/dev/xvda', root: true, deleteOnTermination: true },
    });
  if (shape.dataVolume)
    all.push({
      id: `vol-${n}0`,
      kind: 'volume',
      availabilityZone: `az-${zone}`,
      size: 100,
      volumeType: 'gp3',
      encrypted: false,
      attachment: { instanceId: `i-${n}`, device: '/dev/sdf', deleteOnTermination: false },
    });
  if (shape.secondInterface)
    all.push({
      id: `eni-${n}0`,
      kind: 'network-interface',
      subnetId: `subnet-${zone}`,
      privateIpAddress: `10.0.${zone}.${100 + n}`,
      groupSet: [],
      sourceDestCheck: true,
      attachment: { instanceId: `i-${n}`, deviceIndex: 1, deleteOnTermination: false },
    });
  if (shape.elasticIp)
    all.push({
      id: `eip-${n}`,
      kind: 'elastic-ip',
      region: 'region-1',
      publicIp: `198.51.100.${n}`,
      networkInterfaceId: `eni-${n}`,
    });
  return all;
}

/** Two zones, a public subnet in each. */
export function place(regionName = 'us-east-1', zoneIds: readonly string[] = []): readonly Resource[] {
  const all: Resource[] = [
    { id: 'region-1', kind: 'region', regionName },
    {
      id: 'vpc-1',
      kind: 'vpc',
      region: 'region-1',
      cidrBlock: '10.0.0.0/16',
      enableDnsSupport: true,
      enableDnsHostnames: true,
    },
  ];
  for (const zone of [1, 2]) {
    const zoneId = zoneIds[zone - 1];
    all.push({
      id: `az-${zone}`,
      kind: 'zone',
      region: 'region-1',
      zoneName: `${regionName}${zone === 1 ? 'a' : 'b'}`,
      ...(zoneId === undefined ? {} : { zoneId }),
    });
    all.push({
      id: `subnet-${zone}`,
      kind: 'subnet',
      vpcId: 'vpc-1',
      availabilityZone: `az-${zone}`,
      cidrBlock: `10.0.${zone}.0/24`,
      mapPublicIpOnLaunch: true,
    });
  }
  return all;
}

export type Step = readonly [
  at: number,
  type: ActionType,
  target: string,
  extra?: Partial<Omit<ScriptAction, 'id' | 'at' | 'type' | 'target'>>,
];

/** Actions `act-1`, `act-2` … at the times given. */
export function timeline(
  resources: readonly Resource[],
  steps: readonly Step[] = [],
  observed: Readonly<Record<string, Observed>> = {},
): Scenario {
  return {
    ...withResources(emptyScenario(), resources),
    observed,
    script: steps.map(([at, type, target, extra], index) => ({
      id: `act-${index + 1}`,
      at,
      type,
      target,
      ...extra,
    })),
  };
}

/** Plays to the end. */
export function play(document: Scenario): Run {
  const run = createRun(document);
  while (run.advance(1000) === 'more');
  return run;
}

export const at = (run: Run, time: number, id: string): LiveFields => run.momentAt(time).live[id] ?? {};

export const eventsOf = (run: Run, subject: string): readonly RunEvent[] =>
  run.outline().events.filter((event) => event.subject === subject);
