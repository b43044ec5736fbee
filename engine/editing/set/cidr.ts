/** Another block for a VPC or subnet: what stands in it must fit, or is offered to move along. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, getKind, labelOf } from '../../catalog/lookup';
import {
  cidr4Contains,
  cidr4Has,
  cidr4Overlaps,
  makeCidr4,
  makeIpv4,
  parseCidr4,
  parseIpv4,
  type Cidr4,
} from '../../model/ip/ipv4';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { addressesIn, isReserved } from '../next-address';
import { vpcBlocks } from '../next-cidr';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';

/** Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
const FORBIDDEN_BLOCKS = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4'] as const;

export const forbiddenBlock = (block: Cidr4): string | undefined =>
  FORBIDDEN_BLOCKS.find((text) => {
    const forbidden = parseCidr4(text);
    return forbidden !== null && cidr4Overlaps(forbidden, block);
  });

export function planVpcCidr({ document }: Situation, vpc: ResourceOf<'vpc'>, text: string): Plan {
  const label = labelOf(document, vpc.id);
  const [to, from] = [parseCidr4(text), parseCidr4(vpc.cidrBlock)];
  if (!to) return refuse('InvalidParameterValue', `${text} is not an IPv4 CIDR.`, SOURCES.vpcCidr);
  const forbidden = forbiddenBlock(to);
  if (forbidden !== undefined)
    return refuse(
      'InvalidVpc.Range',
      `${text} lies in ${forbidden}, which no VPC may use. Take a private range, such as 10.0.0.0/16.`,
      SOURCES.vpcCidr,
    );
  const further = vpcBlocks(vpc).slice(1);
  const inside = [to, ...further];
  const left = subnetsOf(document, vpc.id).filter((subnet) => {
    const block = parseCidr4(subnet.cidrBlock ?? '');
    return block !== null && !inside.some((outer) => cidr4Contains(outer, block));
  });
  const set = (draft: Draft): ResourceId => {
    draft.update(vpc.id, { cidrBlock: text });
    return vpc.id;
  };
  if (left.length === 0) return accept(`Set the CIDR of ${label} to ${text}`, set);
  const names = left.map((subnet) => `${labelOf(document, subnet.id)} (${subnet.cidrBlock ?? ''})`);
  const moves = left.map((subnet) => shifted(parseCidr4(subnet.cidrBlock ?? ''), from, to));
  const fits = moves.every((block) => block !== null);
  return refuse(
    'InvalidSubnet.Range',
    `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''} would lie outside ${text}. ${fits ? 'Move subnets and addresses along?' : 'Give the VPC a block that holds its subnets, or delete them first.'}`,
    SOURCES.subnetSizing,
    fits
      ? {
          label: `Set the CIDR of ${label} to ${text} and move its subnets along`,
          build: (draft) => {
            set(draft);
            left.forEach((subnet, index) => {
              const block = moves[index];
              if (block) readdress(draft, subnet, block);
            });
            return vpc.id;
          },
        }
      : undefined,
  );
}

export function planSubnetCidr({ document }: Situation, subnet: ResourceOf<'subnet'>, text: string): Plan {
  const label = labelOf(document, subnet.id);
  const to = parseCidr4(text);
  if (!to) return refuse('InvalidParameterValue', `${text} is not an IPv4 CIDR.`, SOURCES.subnetSizing);
  const vpc = getKind(document, subnet.vpcId, 'vpc');
  if (vpc && !vpcBlocks(vpc).some((outer) => cidr4Contains(outer, to)))
    return refuse(
      'InvalidSubnet.Range',
      `${text} is not inside ${labelOf(document, vpc.id)} (${vpcBlocks(vpc).map(makeCidr4).join(', ')}).`,
      SOURCES.subnetSizing,
    );
  const other = subnetsOf(document, subnet.vpcId).find((sibling) => {
    const block = parseCidr4(sibling.cidrBlock ?? '');
    return sibling.id !== subnet.id && block !== null && cidr4Overlaps(block, to);
  });
  if (other)
    return refuse(
      'InvalidSubnet.Conflict',
      `${text} overlaps ${labelOf(document, other.id)} (${other.cidrBlock ?? ''}). Subnets of a VPC may not overlap.`,
      SOURCES.subnetSizing,
    );
  const held = [...addressesIn(document, subnet.id).keys()].map(parseIpv4);
  const stays = held.every(
    (address) => address !== null && cidr4Has(to, address) && !isReserved(to, address),
  );
  if (stays)
    return accept(`Set the CIDR of ${label} to ${text}`, (draft) => {
      draft.update(subnet.id, { cidrBlock: text });
      return subnet.id;
    });
  const room = to.last - to.first - 4;
  if (held.length > room)
    return refuse(
      'InvalidSubnet.Range',
      `${text} has ${room} addresses to give, and ${held.length} are in use in ${label}.`,
      SOURCES.subnetSizing,
    );
  return refuse(
    'InvalidSubnet.Range',
    `Addresses in use in ${label} would lie outside ${text}. Give them the same places in the new block?`,
    SOURCES.subnetSizing,
    {
      label: `Set the CIDR of ${label} to ${text} and move its addresses along`,
      build: (draft) => {
        readdress(draft, subnet, to);
        return subnet.id;
      },
    },
  );
}

const subnetsOf = (document: Scenario, vpcId: ResourceId): readonly ResourceOf<'subnet'>[] =>
  allOf(document, 'subnet').filter((subnet) => subnet.vpcId === vpcId);

/** The block at the same distance from the start; `null` if it falls out of the new one. */
function shifted(block: Cidr4 | null, from: Cidr4 | null, to: Cidr4): Cidr4 | null {
  if (!block || !from || !cidr4Contains(from, block)) return null;
  const first = block.first - from.first + to.first;
  const moved = { first, last: first + (block.last - block.first), prefix: block.prefix };
  return cidr4Contains(to, moved) ? moved : null;
}

/** Gives a subnet another block and each address in it the same place there, or the next free one. */
function readdress(draft: Draft, subnet: ResourceOf<'subnet'>, to: Cidr4): void {
  const from = parseCidr4(subnet.cidrBlock ?? '');
  const taken = new Set<number>();
  const moved = new Map<string, string>();
  for (const text of addressesIn(draft.document, subnet.id).keys()) {
    let address = (parseIpv4(text) ?? 0) - (from?.first ?? 0) + to.first;
    if (!cidr4Has(to, address) || isReserved(to, address) || taken.has(address)) {
      address = to.first + 4;
      while (taken.has(address)) address += 1;
    }
    taken.add(address);
    moved.set(text, makeIpv4(address));
  }
  draft.update(subnet.id, { cidrBlock: makeCidr4(to) });
  const next = (text: string): string => moved.get(text) ?? text;
  for (const eni of allOf(draft.document, 'network-interface')) {
    if (eni.subnetId !== subnet.id) continue;
    draft.update(eni.id, {
      ...(eni.privateIpAddress === undefined ? {} : { privateIpAddress: next(eni.privateIpAddress) }),
      ...(eni.secondaryPrivateIpAddresses
        ? { secondaryPrivateIpAddresses: eni.secondaryPrivateIpAddresses.map(next) }
        : {}),
    });
    for (const address of allOf(draft.document, 'elastic-ip'))
      if (address.networkInterfaceId === eni.id && address.privateIpAddress !== undefined)
        draft.update(address.id, { privateIpAddress: next(address.privateIpAddress) });
  }
  for (const nat of allOf(draft.document, 'nat-gateway'))
    if (nat.subnetId === subnet.id) draft.update(nat.id, { privateIpAddress: next(nat.privateIpAddress) });
}
