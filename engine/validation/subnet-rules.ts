/** Rules on the blocks and zones of subnets. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import { allOf, getKind, labelOf } from '../catalog/lookup';
import { nextSubnetCidr, vpcBlocks } from '../editing/next-cidr';
import { propose } from '../editing/propose';
import { cidr4Contains, cidr4Overlaps, makeCidr4, parseCidr4, type Cidr4 } from '../model/ip/ipv4';
import { finding, page, type Rule } from './rule';

type Subnet = ResourceOf<'subnet'>;

/** The next free block of the VPC, with the addresses in it moved along. */
function anotherBlock(document: Scenario, subnet: Subnet): ScenarioChangeSet | undefined {
  const value = nextSubnetCidr(document, subnet.vpcId);
  if (value === undefined) return undefined;
  const proposal = propose(document, { type: 'set', id: subnet.id, key: 'cidrBlock', value });
  return proposal.accepted ? proposal.changeSet : proposal.offer;
}

/** The subnet in another zone, with the volumes in it. */
function inZone(document: Scenario, subnet: Subnet, zoneId: string): ScenarioChangeSet | undefined {
  const proposal = propose(document, {
    type: 'set',
    id: subnet.id,
    key: 'availabilityZone',
    value: zoneId,
  });
  return proposal.accepted ? proposal.changeSet : undefined;
}

const blockOf = (subnet: Subnet): Cidr4 | null => parseCidr4(subnet.cidrBlock ?? '');

export const SUBNET_RULES: readonly Rule[] = [
  {
    id: 'SUBNET-001',
    severity: 'error',
    sentence: 'A subnet lies inside one block of its VPC.',
    source: page.subnetSizing,
    check: (document) =>
      allOf(document, 'subnet').flatMap((subnet) => {
        const [block, vpc] = [blockOf(subnet), getKind(document, subnet.vpcId, 'vpc')];
        if (!block || !vpc || vpcBlocks(vpc).some((outer) => cidr4Contains(outer, block))) return [];
        return finding(
          [subnet.id],
          `${labelOf(document, subnet.id)} has ${subnet.cidrBlock ?? ''}, which is outside ${labelOf(document, vpc.id)} (${vpcBlocks(vpc).map(makeCidr4).join(', ')}).`,
          anotherBlock(document, subnet),
        );
      }),
  },
  {
    id: 'SUBNET-002',
    severity: 'error',
    sentence: 'Subnets of one VPC do not overlap.',
    source: page.subnetSizing,
    check: (document) => {
      const sorted = allOf(document, 'subnet')
        .flatMap((subnet) => {
          const block = blockOf(subnet);
          return block ? [{ subnet, block }] : [];
        })
        .sort((a, b) => a.block.first - b.block.first);
      // The widest reach so far in each VPC: enough to see every overlap in one pass.
      const reach = new Map<string, { subnet: Subnet; block: Cidr4 }>();
      return sorted.flatMap(({ subnet, block }) => {
        const before = reach.get(subnet.vpcId);
        if (!before || block.last > before.block.last) reach.set(subnet.vpcId, { subnet, block });
        if (!before || !cidr4Overlaps(before.block, block)) return [];
        return finding(
          [subnet.id, before.subnet.id],
          `${labelOf(document, subnet.id)} (${subnet.cidrBlock ?? ''}) overlaps ${labelOf(document, before.subnet.id)} (${before.subnet.cidrBlock ?? ''}).`,
          anotherBlock(document, subnet),
        );
      });
    },
  },
  {
    id: 'SUBNET-003',
    severity: 'error',
    sentence: 'A subnet is between /16 and /28.',
    source: page.subnetSizing,
    check: (document) =>
      allOf(document, 'subnet').flatMap((subnet) => {
        const block = blockOf(subnet);
        if (!block || (block.prefix >= 16 && block.prefix <= 28)) return [];
        return finding(
          [subnet.id],
          `${labelOf(document, subnet.id)} is a /${block.prefix}; allowed are /16 to /28.`,
          anotherBlock(document, subnet),
        );
      }),
  },
  {
    id: 'SUBNET-004',
    severity: 'error',
    sentence: 'The zone of a subnet is in the region of its VPC.',
    source: page.subnets,
    check: (document) =>
      allOf(document, 'subnet').flatMap((subnet) => {
        const zone = getKind(document, subnet.availabilityZone, 'zone');
        const vpc = getKind(document, subnet.vpcId, 'vpc');
        if (!zone || !vpc || zone.region === vpc.region) return [];
        const own = allOf(document, 'zone').find((candidate) => candidate.region === vpc.region);
        return finding(
          [subnet.id],
          `${labelOf(document, subnet.id)} is in ${zone.zoneName}, its VPC in ${getKind(document, vpc.region, 'region')?.regionName ?? 'another region'}.`,
          own && inZone(document, subnet, own.id),
        );
      }),
  },
];
