/** Which two VPCs can be peered, and what EC2 says of those that can't. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, labelOf } from '../catalog/lookup';
import { cidrOverlaps, makeCidr, parseCidr, type Cidr } from '../model/ip/address';
import type { ResourceId } from '../model/resource';
import type { Draft } from './draft';
import { refuse, type Refused } from './plan';
import { SOURCES } from './sources';

type Vpc = ResourceOf<'vpc'>;
type Peering = ResourceOf<'vpc-peering-connection'>;

/** Every block of a VPC, both families, the primary one first. */
export const blocksOfVpc = (vpc: Vpc): readonly Cidr[] =>
  [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? []), vpc.ipv6CidrBlock].flatMap((text) =>
    text === undefined ? [] : (parseCidr(text) ?? []),
  );

/** The first two blocks that overlap, as texts; even one that nothing uses stands in the way. */
export function overlapOf(a: Vpc, b: Vpc): readonly [string, string] | undefined {
  for (const one of blocksOfVpc(a))
    for (const other of blocksOfVpc(b)) if (cidrOverlaps(one, other)) return [makeCidr(one), makeCidr(other)];
  return undefined;
}

const isOver = ({ status }: Peering): boolean =>
  status === 'rejected' || status === 'expired' || status === 'failed' || status === 'deleted';

/** The connection between two VPCs that is active or may become so. */
export const peeringBetween = (document: Scenario, a: ResourceId, b: ResourceId): Peering | undefined =>
  allOf(document, 'vpc-peering-connection').find(
    (peering) =>
      !isOver(peering) &&
      ((peering.vpcId === a && peering.peerVpcId === b) || (peering.vpcId === b && peering.peerVpcId === a)),
  );

/** EC2's refusal to peer two VPCs; `null` if it would. Of what is `except` nothing is said: it is being changed. */
export function peeringRefusal(document: Scenario, a: Vpc, b: Vpc, except?: ResourceId): Refused | null {
  const [one, other] = [labelOf(document, a.id), labelOf(document, b.id)];
  if (a.id === b.id)
    return refuse(
      'InvalidParameterValue',
      `${one} can't be peered with itself: a peering connection joins two VPCs.`,
      SOURCES.peering,
    );
  const there = peeringBetween(document, a.id, b.id);
  if (there && there.id !== except)
    return refuse(
      'VpcPeeringConnectionAlreadyExists',
      `${one} and ${other} are peered already by ${labelOf(document, there.id)}. Two VPCs take one connection.`,
      SOURCES.peering,
    );
  const overlap = overlapOf(a, b);
  if (!overlap) return null;
  return refuse(
    'OverlappingCidrBlocks',
    `The connection would fail: "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range". ${one} has ${overlap[0]}, ${other} has ${overlap[1]}. Give one of them another block.`,
    SOURCES.peering,
  );
}

/** An active connection without routes: EC2 makes none along with it. */
export const makePeering = (
  draft: Draft,
  vpcId: ResourceId,
  peerVpcId: ResourceId,
  name?: string,
): ResourceId =>
  draft.add({
    id: draft.nextId('vpc-peering-connection'),
    kind: 'vpc-peering-connection',
    ...(name === undefined ? {} : { name }),
    vpcId,
    peerVpcId,
    status: 'active',
  });
