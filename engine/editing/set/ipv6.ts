/** IPv6 of VPCs, subnets and interfaces. `auto` asks for what AWS would choose. */
import type { Resource, ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, defaultNetworkAcl, getKind, labelOf } from '../../catalog/lookup';
import { cidrContains, cidrOverlaps, isIpv6, makeCidr, parseAddress } from '../../model/ip/address';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import {
  ipv6AddressesIn,
  ipv6BlocksOf,
  isReserved6,
  nextIpv6Address,
  nextSubnetIpv6,
  nextVpcIpv6,
  parseBlock6,
  type Block6,
} from '../ipv6-space';
import { overlapOf } from '../peering';
import { accept, refuse, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';

export const AUTO = 'auto';

/** What `auto` stands for in a property of a resource; any other value as it is. */
export function withoutAuto(document: Scenario, resource: Resource, key: string, value: unknown): unknown {
  if (key === 'ipv6CidrBlock' && value === AUTO) {
    if (resource.kind === 'vpc') return nextVpcIpv6(document);
    if (resource.kind === 'subnet') return nextSubnetIpv6(document, resource.vpcId) ?? value;
  }
  if (resource.kind !== 'network-interface' || key !== 'ipv6Addresses' || !Array.isArray(value)) return value;
  const besides = new Set<bigint>();
  return (value as readonly unknown[]).map((item) => {
    const text = item === AUTO ? (nextIpv6Address(document, resource.subnetId, besides) ?? item) : item;
    const address = typeof text === 'string' ? parseAddress(text) : null;
    if (address !== null && isIpv6(address)) besides.add(address);
    return text;
  });
}

const sizeRefusal = (what: string, block: Block6, min: number, max: number): Refused | null =>
  block.prefix >= min && block.prefix <= max && block.prefix % 4 === 0
    ? null
    : refuse(
        'InvalidParameterValue',
        `${makeCidr(block)}: the IPv6 block of ${what} is a /${min} to /${max} in steps of four.`,
        SOURCES.subnetSizing,
      );

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export function planVpcIpv6({ document }: Situation, vpc: ResourceOf<'vpc'>, value: string | null): Plan {
  const label = labelOf(document, vpc.id);
  const used = ipv6BlocksOf(document, vpc.id);
  const block = value === null ? null : parseBlock6(value);
  const outside = used.find((inner) => !block || !cidrContains(block, inner.block));
  if (outside)
    return refuse(
      'InvalidSubnet.Range',
      `${labelOf(document, outside.subnet.id)} has ${outside.subnet.ipv6CidrBlock ?? ''}, which would lie outside. Take the IPv6 block off the subnet first.`,
      SOURCES.vpcCidr,
    );
  if (!block)
    return accept(`Take the IPv6 block off ${label}`, (draft) => {
      draft.update(vpc.id, { ipv6CidrBlock: null });
      return vpc.id;
    });
  const refused =
    sizeRefusal('a VPC', block, 44, 60) ?? peersRefusal(document, { ...vpc, ipv6CidrBlock: value ?? '' });
  if (refused) return refused;
  return accept(`Give ${label} the IPv6 block ${makeCidr(block)}`, (draft) => {
    draft.update(vpc.id, { ipv6CidrBlock: makeCidr(block) });
    allowIpv6(draft, vpc.id);
    return vpc.id;
  });
}

export function peersRefusal(document: Scenario, vpc: ResourceOf<'vpc'>): Refused | null {
  for (const peering of allOf(document, 'vpc-peering-connection')) {
    const otherId =
      peering.vpcId === vpc.id ? peering.peerVpcId : peering.peerVpcId === vpc.id ? peering.vpcId : undefined;
    const other = getKind(document, otherId, 'vpc');
    const overlap = other && other.id !== vpc.id ? overlapOf(vpc, other) : undefined;
    if (other && overlap)
      return refuse(
        'InvalidVpc.Range',
        `${overlap[0]} overlaps ${overlap[1]} of ${labelOf(document, other.id)}, with which ${labelOf(document, vpc.id)} is peered by ${labelOf(document, peering.id)}.`,
        SOURCES.peering,
      );
  }
  return null;
}

/**
 * What AWS adds when a VPC gets its IPv6 block, where nobody changed the defaults: rule 101 of the default ACL, both
 * ways, and the outbound rule of groups that still allow all IPv4 out.
 * Sources: https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html,
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
function allowIpv6(draft: Draft, vpcId: ResourceId): void {
  const { document } = draft;
  const acl = defaultNetworkAcl(document, vpcId);
  const untouched =
    acl?.entries.length === 2 &&
    acl.entries.every(
      (entry) => entry.ruleNumber === 100 && entry.protocol === '-1' && entry.cidrBlock === '0.0.0.0/0',
    );
  if (acl && untouched)
    draft.update(acl.id, {
      entries: [
        ...acl.entries,
        ...[false, true].map((egress) => ({
          ruleNumber: 101,
          egress,
          protocol: '-1',
          ruleAction: 'allow',
          ipv6CidrBlock: '::/0',
        })),
      ],
    });
  for (const group of allOf(document, 'security-group')) {
    const [rule, ...rest] = group.securityGroupEgress;
    if (
      group.vpcId === vpcId &&
      rest.length === 0 &&
      rule?.ipProtocol === '-1' &&
      rule.cidrIp === '0.0.0.0/0'
    )
      draft.update(group.id, {
        securityGroupEgress: [rule, { ipProtocol: '-1', cidrIpv6: '::/0' }],
      });
  }
}

export function planSubnetIpv6(
  { document }: Situation,
  subnet: ResourceOf<'subnet'>,
  value: string | null,
): Plan {
  const label = labelOf(document, subnet.id);
  const held = [...ipv6AddressesIn(document, subnet.id)];
  const block = value === null ? null : parseBlock6(value);
  if (!block) {
    const [first] = held;
    if (first)
      return refuse(
        'InvalidCidrBlock.InUse',
        `${labelOf(document, first[1])} has an address of ${subnet.ipv6CidrBlock ?? ''}. Take it off first.`,
        SOURCES.subnetSizing,
      );
    return accept(`Take the IPv6 block off ${label}`, (draft) => {
      draft.update(subnet.id, { ipv6CidrBlock: null });
      return subnet.id;
    });
  }
  const vpc = getKind(document, subnet.vpcId, 'vpc');
  const outer = parseBlock6(vpc?.ipv6CidrBlock);
  if (!outer || !cidrContains(outer, block))
    return refuse(
      'InvalidSubnet.Range',
      `${makeCidr(block)} is not inside ${labelOf(document, subnet.vpcId)} (${vpc?.ipv6CidrBlock ?? 'no IPv6 block'}).`,
      SOURCES.subnetSizing,
    );
  const size = sizeRefusal('a subnet', block, 44, 64);
  if (size) return size;
  const other = ipv6BlocksOf(document, subnet.vpcId).find(
    (sibling) => sibling.subnet.id !== subnet.id && cidrOverlaps(sibling.block, block),
  );
  if (other)
    return refuse(
      'InvalidSubnet.Conflict',
      `${makeCidr(block)} overlaps ${labelOf(document, other.subnet.id)} (${makeCidr(other.block)}). Subnets of a VPC may not overlap.`,
      SOURCES.subnetSizing,
    );
  const left = held.find(([address]) => address < block.first || address > block.last);
  if (left)
    return refuse(
      'InvalidCidrBlock.InUse',
      `${labelOf(document, left[1])} has an address of ${subnet.ipv6CidrBlock ?? ''}, which would lie outside ${makeCidr(block)}. Take it off first.`,
      SOURCES.subnetSizing,
    );
  return accept(`Give ${label} the IPv6 block ${makeCidr(block)}`, (draft) => {
    draft.update(subnet.id, { ipv6CidrBlock: makeCidr(block) });
    return subnet.id;
  });
}

/** EC2's refusal of an IPv6 address for an interface. */
export function ipv6AddressesRefusal(
  document: Scenario,
  eni: ResourceOf<'network-interface'>,
  texts: readonly unknown[],
): Refused | null {
  const subnet = getKind(document, eni.subnetId, 'subnet');
  const block = parseBlock6(subnet?.ipv6CidrBlock);
  const held = ipv6AddressesIn(document, eni.subnetId);
  const seen = new Set<bigint>();
  for (const text of texts) {
    const address = typeof text === 'string' ? parseAddress(text) : null;
    if (address === null || !isIpv6(address)) continue;
    if (!block)
      return refuse(
        'InvalidParameterValue',
        `${labelOf(document, eni.subnetId)} has no IPv6 block. Give the subnet one first.`,
        SOURCES.subnetSizing,
      );
    if (address < block.first || address > block.last)
      return refuse(
        'InvalidParameterValue',
        `Address ${String(text)} does not fall within the subnet's address range ${makeCidr(block)}.`,
        SOURCES.subnetSizing,
      );
    if (isReserved6(block, address))
      return refuse(
        'InvalidParameterValue',
        `Address ${String(text)} is in the subnet's reserved address range: the first four and the last address of ${makeCidr(block)} are AWS's own.`,
        SOURCES.subnetSizing,
      );
    const other = held.get(address);
    if ((other !== undefined && other !== eni.id) || seen.has(address))
      return refuse(
        'InvalidIPAddress.InUse',
        `Address ${String(text)} is in use by ${labelOf(document, other ?? eni.id)}.`,
        SOURCES.interfaces,
      );
    seen.add(address);
  }
  return null;
}
