/** Composes a region, a VPC or a subnet with everything that AWS creates along with it. */
import type { NetworkAclEntry } from '../../catalog/network-acl/kind';
import { allOf, getKind } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { nextSubnetCidr, nextVpcCidr } from '../next-cidr';
import { makeZone, zonesOf } from '../next-zone';

/** Regions offered in this order; the first that the document has not is next. */
const REGION_ORDER = ['us-east-1', 'eu-west-1', 'us-west-2', 'ap-southeast-2', 'eu-central-1', 'us-east-2'];

export function makeRegion(draft: Draft, zones = 2): ResourceId {
  const taken = new Set(allOf(draft.document, 'region').map((region) => region.regionName));
  const regionName = REGION_ORDER.find((name) => !taken.has(name)) ?? 'us-east-1';
  const region = { id: draft.nextId('region'), kind: 'region', regionName } as const;
  draft.add(region);
  for (let count = 0; count < zones; count += 1) makeZone(draft, region);
  return region.id;
}

/** The first region, or a new one in a document that has none. */
export const ensureRegion = (draft: Draft): ResourceId =>
  allOf(draft.document, 'region')[0]?.id ?? makeRegion(draft);

const allowAll = (egress: boolean): NetworkAclEntry => ({
  ruleNumber: 100,
  egress,
  protocol: '-1',
  ruleAction: 'allow',
  cidrBlock: '0.0.0.0/0',
});

/**
 * A VPC brings its main route table, default ACL (100 allows all, both ways) and default group (in from itself, out
 * to everywhere). DNS resolution on, DNS hostnames off.
 * Sources: https://docs.aws.amazon.com/vpc/latest/userguide/create-vpc.html,
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html,
 * https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
export function makeVpc(draft: Draft, region: ResourceId, name?: string): ResourceId {
  const vpcId = draft.nextId('vpc');
  draft.add({
    id: vpcId,
    kind: 'vpc',
    ...(name === undefined ? {} : { name }),
    region,
    cidrBlock: nextVpcCidr(draft.document) ?? '10.0.0.0/16',
    enableDnsSupport: true,
    enableDnsHostnames: false,
  });
  draft.add({ id: draft.nextId('route-table'), kind: 'route-table', vpcId, main: true, routes: [] });
  draft.add({
    id: draft.nextId('network-acl'),
    kind: 'network-acl',
    vpcId,
    isDefault: true,
    entries: [allowAll(false), allowAll(true)],
  });
  const groupId = draft.nextId('security-group');
  draft.add({
    id: groupId,
    kind: 'security-group',
    vpcId,
    groupName: 'default',
    groupDescription: 'default VPC security group',
    securityGroupIngress: [{ ipProtocol: '-1', peerGroupId: groupId }],
    securityGroupEgress: [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
  });
  return vpcId;
}

/** A subnet in the next free block of its VPC. `null` when the VPC has none left. */
export function makeSubnet(
  draft: Draft,
  vpcId: ResourceId,
  zoneId: ResourceId,
  name?: string,
): ResourceId | null {
  const cidrBlock = nextSubnetCidr(draft.document, vpcId);
  if (cidrBlock === undefined) return null;
  return draft.add({
    id: draft.nextId('subnet'),
    kind: 'subnet',
    ...(name === undefined ? {} : { name }),
    vpcId,
    availabilityZone: zoneId,
    cidrBlock,
    mapPublicIpOnLaunch: false,
  });
}

/** A zone of the VPC's region: the given one, the first there is, or a new one. */
export function ensureZone(draft: Draft, vpcId: ResourceId, zoneId?: ResourceId): ResourceId {
  const vpc = getKind(draft.document, vpcId, 'vpc');
  const region = getKind(draft.document, vpc?.region, 'region');
  if (zoneId !== undefined) return zoneId;
  const first = zonesOf(draft.document, vpc?.region ?? '')[0];
  if (first) return first.id;
  if (!region) throw new Error(`${vpcId} stands in no region.`);
  return makeZone(draft, region).id;
}
