/**
 * Networks of any size for measurements, the same for the same seed: VPCs with three zones, services of three tiers,
 * groups that refer to groups, several route tables and ACLs, and a share of interfaces with a policy of their own.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { Resource, Scenario } from '../../catalog/descriptors';
import { emptyScenario } from '../../persistence/empty';
import { Builder } from './builder';
import { addService } from './service';
import { addVpc } from './vpc';

export interface SeededNetworkShape {
  /** 1 to 20,000. */
  readonly instances: number;
  /** 32-bit integer. */
  readonly seed: number;
  /** Of the instances, how many carry a group that no other one carries: 0 to 1. Default 0.1. */
  readonly ownPolicyShare?: number;
}

/** A VPC, its subnets of a /24 each and its services never run out of addresses at this size. */
const INSTANCES_PER_VPC = 5000;
const INSTANCES_PER_SERVICE = 250;

/** @returns a well-formed document of exactly so many instances, not laid out. Throws a RangeError outside the limits. */
export function seededNetwork({ instances, seed, ownPolicyShare = 0.1 }: SeededNetworkShape): Scenario {
  if (!Number.isSafeInteger(instances) || instances < 1 || instances > 20_000)
    throw new RangeError(`instances is ${instances}; allowed: a whole number from 1 to 20000.`);
  const random = xorshift128plus(seed);
  const builder = new Builder((from, to) => uniformInt(random, from, to));
  builder.add({
    id: 'az-3',
    kind: 'zone',
    region: 'region-1',
    zoneName: 'us-east-1c',
    zoneId: 'use1-az6',
  });
  const vpcs = evenly(instances, Math.ceil(instances / INSTANCES_PER_VPC));
  vpcs.forEach((count, index) => {
    const vpc = addVpc(builder, index);
    const services = evenly(count, Math.ceil(count / INSTANCES_PER_SERVICE));
    for (const size of services) addService(builder, vpc, { instances: size, ownPolicyShare });
  });
  return {
    ...emptyScenario(),
    seed: seed >>> 0,
    title: `${instances} instances`,
    resources: { ...emptyScenario().resources, ...byId(builder.resources) },
  };
}

/** A whole in parts that differ by one at most. */
function evenly(whole: number, parts: number): readonly number[] {
  return Array.from({ length: parts }, (_, part) => Math.floor((whole + part) / parts));
}

const byId = (resources: readonly Resource[]): Readonly<Record<string, Resource>> =>
  Object.fromEntries(resources.map((resource) => [resource.id, resource]));
