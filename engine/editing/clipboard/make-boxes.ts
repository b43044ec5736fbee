/** Copies of VPCs and subnets: blocks of their own, and what lay in a block lies at the same place of the new one. */
import type { ResourceOf } from '../../catalog/descriptors';
import { parseCidr4 } from '../../model/ip/ipv4';
import { parseBlock6 } from '../ipv6-space';
import { vpcBlocks } from '../next-cidr';
import { shiftedBlock, textOf, textOf6 } from './fresh';
import { leaveOut, led } from './lead';
import { copyOf, here, homeOf, regionFor, type Identity, type Pasting } from './pasting';

export function copyVpc(
  pasting: Pasting,
  original: ResourceOf<'vpc'>,
  identity: Identity,
): ResourceOf<'vpc'> | null {
  const { fresh } = pasting;
  const [wanted, ...further] = vpcBlocks(original);
  const block = wanted && fresh.vpcBlock(wanted);
  if (!block) return leaveOut(pasting, original);
  const secondary = further.flatMap((one) => fresh.vpcBlock(one) ?? []);
  const old6 = parseBlock6(original.ipv6CidrBlock);
  const block6 = old6 ? fresh.vpcBlock6(old6) : undefined;
  const { isDefault: _, secondaryCidrBlocks: __, ipv6CidrBlock: ___, ...rest } = original;
  return led(
    pasting,
    original,
    {
      ...rest,
      ...identity,
      cidrBlock: textOf(block),
      ...(secondary.length === 0 ? {} : { secondaryCidrBlocks: secondary.map(textOf) }),
      ...(block6 ? { ipv6CidrBlock: textOf6(block6) } : {}),
    },
    { region: regionFor(pasting, original) },
  );
}

export function copySubnet(
  pasting: Pasting,
  original: ResourceOf<'subnet'>,
  identity: Identity,
): ResourceOf<'subnet'> | null {
  const home = homeOf(pasting, original.id);
  const copied = copyOf(pasting, original.vpcId, 'vpc');
  const vpc = copied ?? here(pasting, home.vpc, 'vpc');
  const availabilityZone = home.zone ?? pasting.zones.get(original.availabilityZone);
  if (!vpc || availabilityZone === undefined) return leaveOut(pasting, original);
  const before = copied && pasting.inside.get(original.vpcId);
  const block = blockFor(pasting, original, vpc, before?.kind === 'vpc' ? before : undefined);
  const block6 = block6For(pasting, original, vpc, before?.kind === 'vpc' ? before : undefined);
  if (block === undefined && (block6 === undefined || original.cidrBlock !== undefined))
    return leaveOut(pasting, original);
  const { cidrBlock: _, ipv6CidrBlock: __, ...rest } = original;
  return led(
    pasting,
    original,
    {
      ...rest,
      ...identity,
      ...(block === undefined ? {} : { cidrBlock: block }),
      ...(block6 === undefined ? {} : { ipv6CidrBlock: block6 }),
    },
    { vpcId: vpc.id, availabilityZone },
  );
}

function blockFor(
  { fresh }: Pasting,
  original: ResourceOf<'subnet'>,
  vpc: ResourceOf<'vpc'>,
  before: ResourceOf<'vpc'> | undefined,
): string | undefined {
  const old = parseCidr4(original.cidrBlock ?? '');
  if (!old) return undefined;
  const inside = vpcBlocks(vpc);
  const wanted = before ? shiftedBlock(old, vpcBlocks(before), inside) : old;
  const block = fresh.subnetBlock(vpc.id, inside, wanted);
  return block && textOf(block);
}

function block6For(
  { fresh }: Pasting,
  original: ResourceOf<'subnet'>,
  vpc: ResourceOf<'vpc'>,
  before: ResourceOf<'vpc'> | undefined,
): string | undefined {
  const old = parseBlock6(original.ipv6CidrBlock);
  const inside = parseBlock6(vpc.ipv6CidrBlock);
  if (!old || !inside) return undefined;
  const from = parseBlock6(before?.ipv6CidrBlock);
  const by = from ? inside.first - from.first : 0n;
  const block = fresh.subnetBlock6(vpc.id, inside, {
    first: old.first + by,
    last: old.last + by,
    prefix: old.prefix,
  });
  return block && textOf6(block);
}
