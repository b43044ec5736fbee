/** Where a load balancer gets its nodes: one subnet of each zone, with room for them. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, getKind, labelOf } from '../catalog/lookup';
import { isPublic } from '../drawing/tidy/public-subnet';
import { parseCidr4 } from '../model/ip/ipv4';
import type { ResourceId } from '../model/resource';
import { addressesIn } from './next-address';
import { refuse, type Refused } from './plan';
import { SOURCES } from './sources';

type Subnet = ResourceOf<'subnet'>;
type BalancerType = ResourceOf<'load-balancer'>['type'];

/**
 * An Application Load Balancer wants two zones, and in each a /27 or larger with eight free addresses.
 * Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
 */
const NEEDS: Readonly<Record<BalancerType, { zones: number; prefix: number; free: number }>> = {
  application: { zones: 2, prefix: 27, free: 8 },
  network: { zones: 1, prefix: 28, free: 1 },
};

function freeAddresses(document: Scenario, subnet: Subnet): number {
  const block = parseCidr4(subnet.cidrBlock ?? '');
  return block ? block.last - block.first + 1 - 5 - addressesIn(document, subnet.id).size : 0;
}

/** AWS's refusal of a subnet for a balancer of that type; `null` if it takes it. */
export function subnetRefusal(document: Scenario, subnet: Subnet, type: BalancerType): Refused | null {
  const { prefix, free } = NEEDS[type];
  const label = labelOf(document, subnet.id);
  const block = parseCidr4(subnet.cidrBlock ?? '');
  if (block && block.prefix <= prefix && freeAddresses(document, subnet) >= free) return null;
  return refuse(
    'InvalidSubnet',
    block && block.prefix <= prefix
      ? `Not enough IP space available in ${label}: it has ${freeAddresses(document, subnet)} free addresses. ELB requires at least ${free} free IP addresses in each subnet.`
      : `${label} (${subnet.cidrBlock ?? 'IPv6 only'}) is too small: a load balancer wants a /${prefix} or larger. Use another subnet.`,
    SOURCES.loadBalancers,
  );
}

export interface ChosenSubnets {
  readonly subnets: readonly Subnet[];
  readonly scheme: ResourceOf<'load-balancer'>['scheme'];
}

/**
 * One subnet of each zone: public ones where they span enough zones, else whatever has room.
 * @param wanted is taken for its zone, and says whether public or private ones are looked for.
 */
export function chooseSubnets(document: Scenario, vpcId: ResourceId, wanted?: Subnet): ChosenSubnets {
  const roomy = allOf(document, 'subnet').filter(
    (subnet) => subnet.vpcId === vpcId && subnetRefusal(document, subnet, 'application') === null,
  );
  const wantsPublic = wanted ? isPublic(document, wanted) : true;
  const alike = roomy.filter((subnet) => isPublic(document, subnet) === wantsPublic);
  const chosen = onePerZone(alike, wanted);
  const subnets =
    chosen.length >= NEEDS.application.zones ? chosen : onePerZone([...alike, ...roomy], wanted);
  const open = subnets.length > 0 && subnets.every((subnet) => isPublic(document, subnet));
  return { subnets, scheme: open ? 'internet-facing' : 'internal' };
}

function onePerZone(subnets: readonly Subnet[], wanted: Subnet | undefined): readonly Subnet[] {
  const zones = new Map<ResourceId, Subnet>();
  if (wanted) zones.set(wanted.availabilityZone, wanted);
  for (const subnet of subnets)
    if (!zones.has(subnet.availabilityZone)) zones.set(subnet.availabilityZone, subnet);
  return [...zones.values()];
}

/** AWS's refusal of too few zones. */
export const zonesRefusal = (
  document: Scenario,
  vpcId: ResourceId,
  subnets: readonly Subnet[],
  offer?: Refused['offer'],
): Refused | null =>
  subnets.length >= NEEDS.application.zones
    ? null
    : refuse(
        'ValidationError',
        `At least two subnets in two different Availability Zones must be specified. ${labelOf(document, vpcId)} has ${
          subnets.length === 0
            ? 'no subnet with room for a node'
            : `room for nodes in ${zoneName(document, subnets[0])} only`
        }.`,
        SOURCES.loadBalancers,
        offer,
      );

const zoneName = (document: Scenario, subnet: Subnet | undefined): string =>
  getKind(document, subnet?.availabilityZone, 'zone')?.zoneName ?? 'one zone';
