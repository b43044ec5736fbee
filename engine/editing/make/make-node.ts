/** Composes the interface by which a load balancer or an interface endpoint stands in a subnet. */
import { defaultSecurityGroup, getKind, labelOf } from '../../catalog/lookup';
import type { Resource, ResourceOf, Scenario } from '../../catalog/descriptors';
import { nodesOf } from '../../catalog/nodes-table';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { makeInterface } from './make-machine';

export type NodeOwner = ResourceOf<'load-balancer'> | ResourceOf<'vpc-endpoint'>;

export const groupsOfOwner = (owner: NodeOwner): readonly ResourceId[] =>
  (owner.kind === 'load-balancer' ? owner.securityGroups : owner.securityGroupIds) ?? [];

/** AWS's word for such an interface: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
export function interfaceTypeOf(owner: NodeOwner): string {
  if (owner.kind === 'vpc-endpoint') return 'vpc_endpoint';
  return owner.type === 'application' ? 'load_balancer' : 'network_load_balancer';
}

export function descriptionOfNode(document: Scenario, owner: NodeOwner): string {
  if (owner.kind === 'vpc-endpoint') return `VPC Endpoint Interface ${owner.id}`;
  return `ELB ${owner.type === 'application' ? 'app' : 'net'}/${labelOf(document, owner.id)}`.slice(0, 255);
}

/** The next free address of the subnet and the owner's groups. */
export function makeNode(draft: Draft, ownerId: ResourceId, subnetId: ResourceId): ResourceId {
  const { document } = draft;
  const owner = getKind(document, ownerId, 'load-balancer') ?? getKind(document, ownerId, 'vpc-endpoint');
  if (!owner) throw new Error(`${ownerId} has no nodes.`);
  const id = makeInterface(draft, subnetId);
  draft.update(id, {
    groupSet: groupsOfOwner(owner),
    // A Network Load Balancer passes packets on with their clients' addresses; the others open connections of their own.
    sourceDestCheck: !(owner.kind === 'load-balancer' && owner.type === 'network'),
    interfaceType: interfaceTypeOf(owner),
    description: descriptionOfNode(document, owner),
    managedBy: ownerId,
  });
  return id;
}

/** What carries groups by way of its nodes: the thing itself, or one of its nodes. */
export function ownerOf(document: Scenario, resource: Resource): NodeOwner | undefined {
  if (resource.kind === 'load-balancer') return resource;
  if (resource.kind === 'vpc-endpoint')
    return resource.vpcEndpointType === 'Interface' ? resource : undefined;
  if (resource.kind !== 'network-interface') return undefined;
  const { managedBy } = resource;
  return getKind(document, managedBy, 'load-balancer') ?? getKind(document, managedBy, 'vpc-endpoint');
}

/** The groups of a balancer or an endpoint are those of every node. */
export function setOwnGroups(draft: Draft, owner: NodeOwner, groups: readonly ResourceId[]): void {
  draft.update(owner.id, {
    [owner.kind === 'load-balancer' ? 'securityGroups' : 'securityGroupIds']: groups,
  });
  for (const node of nodesOf(draft.document, owner.id)) draft.update(node.id, { groupSet: groups });
}

/** The default group of a VPC, which AWS takes where none is named. */
export function defaultGroups(document: Scenario, vpcId: ResourceId): readonly ResourceId[] {
  const group = defaultSecurityGroup(document, vpcId);
  return group ? [group.id] : [];
}
