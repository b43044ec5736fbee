/** Further IPv4 blocks of a VPC: which may be added to which, and which can be taken off. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, labelOf } from '../../catalog/lookup';
import { cidr4Contains, cidr4Overlaps, makeCidr4, parseCidr4, type Cidr4 } from '../../model/ip/ipv4';
import { accept, refuse, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { forbiddenBlock } from './cidr';
import { peersRefusal } from './ipv6';

const RANGES = [
  ['10.0.0.0/8', '10'],
  ['172.16.0.0/12', '172'],
  ['192.168.0.0/16', '192'],
  ['198.19.0.0/16', '198'],
] as const;
/** `other`: publicly routable ranges and 100.64.0.0/10. */
type Range = (typeof RANGES)[number][1] | 'other';

const isInside = (outer: string, block: Cidr4): boolean => {
  const range = parseCidr4(outer);
  return range !== null && cidr4Contains(range, block);
};
const rangeOf = (block: Cidr4): Range => RANGES.find(([text]) => isInside(text, block))?.[1] ?? 'other';

/**
 * Whether AWS takes a block beside those that are there, the oldest first.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
function isRestricted(there: readonly Cidr4[], block: Cidr4): boolean {
  const range = rangeOf(block);
  const isPrivate = range === '10' || range === '172' || range === '192';
  return there.some((old, index) => {
    const oldRange = rangeOf(old);
    switch (oldRange) {
      case '10':
        if (range === '10') return isInside('10.0.0.0/15', old) && isInside('10.0.0.0/16', block);
        return range !== 'other';
      case '172':
        return range === '172' ? isInside('172.31.0.0/16', block) : range !== 'other';
      case '192':
        return range !== '192' && range !== 'other';
      case '198':
        return isPrivate;
      case 'other':
        return (
          range === '198' || (isPrivate && !there.slice(0, index).some((first) => rangeOf(first) === range))
        );
    }
  });
}

export function planSecondaryCidrs(
  { document }: Situation,
  vpc: ResourceOf<'vpc'>,
  texts: readonly string[],
): Plan {
  const label = labelOf(document, vpc.id);
  const blocks = texts.flatMap((text) => parseCidr4(text) ?? []);
  const known = new Set(vpc.secondaryCidrBlocks ?? []);
  const there = [vpc.cidrBlock, ...texts.filter((text) => known.has(text))].flatMap(
    (text) => parseCidr4(text) ?? [],
  );
  for (const block of blocks) {
    const text = makeCidr4(block);
    if (known.has(text)) continue;
    const refused = addedRefusal(document, vpc, there, block);
    if (refused) return refused;
    there.push(block);
  }
  const peers = peersRefusal(document, { ...vpc, secondaryCidrBlocks: texts });
  if (peers) return peers;
  const left = allOf(document, 'subnet').find((subnet) => {
    const block = subnet.vpcId === vpc.id ? parseCidr4(subnet.cidrBlock ?? '') : null;
    return block !== null && !there.some((outer) => cidr4Contains(outer, block));
  });
  if (left)
    return refuse(
      'InvalidCidrBlock.InUse',
      `${labelOf(document, left.id)} (${left.cidrBlock ?? ''}) lies in the block that would go. Delete the subnet first.`,
      SOURCES.vpcCidr,
    );
  return accept(`Change the further blocks of ${label}`, (draft) => {
    draft.update(vpc.id, { secondaryCidrBlocks: texts.length > 0 ? texts : null });
    return vpc.id;
  });
}

function addedRefusal(
  document: Scenario,
  vpc: ResourceOf<'vpc'>,
  there: readonly Cidr4[],
  block: Cidr4,
): Refused | null {
  const text = makeCidr4(block);
  const no = (message: string): Refused => refuse('InvalidVpc.Range', message, SOURCES.vpcCidr);
  if (block.prefix < 16 || block.prefix > 28)
    return no(`The CIDR '${text}' is invalid: a block of a VPC is a /16 to /28.`);
  const forbidden = forbiddenBlock(block);
  if (forbidden !== undefined) return no(`${text} lies in ${forbidden}, which no VPC may use.`);
  const overlap = there.find((other) => cidr4Overlaps(other, block));
  if (overlap) return no(`${text} overlaps ${makeCidr4(overlap)} of the same VPC.`);
  if (isRestricted(there, block))
    return no(
      `The CIDR '${text}' is restricted: beside ${there.map(makeCidr4).join(', ')} AWS takes other blocks of the same private range, 100.64.0.0/10 and public ones. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR.`,
    );
  for (const table of allOf(document, 'route-table'))
    for (const route of table.vpcId === vpc.id ? table.routes : []) {
      const destination = parseCidr4(route.destinationCidrBlock ?? '');
      if (destination && cidr4Contains(block, destination))
        return no(
          `${text} is as large as the destination ${makeCidr4(destination)} of a route in ${labelOf(document, table.id)}, or larger. Take a smaller block, or delete the route.`,
        );
    }
  return null;
}
