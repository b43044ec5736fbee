/** The next free block: for a VPC beside the others, for a subnet inside its VPC. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, getKind } from '../catalog/lookup';
import { cidr4Overlaps, makeCidr4, parseCidr4, type Cidr4 } from '../model/ip/ipv4';
import type { ResourceId } from '../model/resource';

/** EC2's smallest block. Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const SMALLEST_PREFIX = 28;
const USUAL_SUBNET_PREFIX = 24;

const blocks = (texts: readonly (string | undefined)[]): readonly Cidr4[] =>
  texts.flatMap((text) => (text === undefined ? [] : (parseCidr4(text) ?? [])));

/** Every IPv4 block of a VPC, the primary one first. */
export const vpcBlocks = (vpc: ResourceOf<'vpc'>): readonly Cidr4[] =>
  blocks([vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? [])]);

/**
 * 10.0.0.0/16, 10.1.0.0/16 … then 172.16 to 172.30 and 192.168; never over a block of another VPC, so that any two
 * can be connected later. `undefined` when the private ranges are used up.
 */
export function nextVpcCidr(document: Scenario): string | undefined {
  const taken = allOf(document, 'vpc').flatMap(vpcBlocks);
  const candidates = [
    ...Array.from({ length: 256 }, (_, second) => `10.${second}.0.0/16`),
    // 172.17 clashes with Docker's bridge, 172.31 with default VPCs.
    ...[16, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30].map((second) => `172.${second}.0.0/16`),
    '192.168.0.0/16',
  ];
  return candidates.find((text) => {
    const block = parseCidr4(text);
    return block !== null && !taken.some((other) => cidr4Overlaps(block, other));
  });
}

/**
 * The lowest free block of a VPC: a /24, or a quarter of the VPC where that is smaller; where none is left, the
 * largest that still fits. `undefined` when not even a /28 is free.
 */
export function nextSubnetCidr(document: Scenario, vpcId: ResourceId): string | undefined {
  const vpc = getKind(document, vpcId, 'vpc');
  if (!vpc) return undefined;
  const inside = vpcBlocks(vpc);
  const taken = blocks(
    allOf(document, 'subnet').map((subnet) => (subnet.vpcId === vpcId ? subnet.cidrBlock : undefined)),
  );
  const quarter = (inside[0]?.prefix ?? USUAL_SUBNET_PREFIX) + 2;
  const wanted = Math.min(SMALLEST_PREFIX, Math.max(USUAL_SUBNET_PREFIX, quarter));
  for (let prefix = wanted; prefix <= SMALLEST_PREFIX; prefix += 1)
    for (const outer of inside) {
      const block = firstFree(outer, prefix, taken);
      if (block) return makeCidr4(block);
    }
  return undefined;
}

/** The lowest block of a size inside another that touches none of those taken. */
export function firstFree(outer: Cidr4, prefix: number, taken: readonly Cidr4[]): Cidr4 | undefined {
  const size = 2 ** (32 - prefix);
  let first = outer.first;
  while (first + size - 1 <= outer.last) {
    const block: Cidr4 = { first, last: first + size - 1, prefix };
    const obstacle = taken.find((other) => cidr4Overlaps(block, other));
    if (!obstacle) return block;
    first = Math.max(first + size, Math.ceil((obstacle.last + 1) / size) * size);
  }
  return undefined;
}
