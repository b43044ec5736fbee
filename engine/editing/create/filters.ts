/** Chips of a VPC: route table, network ACL, security group. Dropped on what uses them they are associated at once. */
import { getKind, labelOf } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { groupsOfOwner, ownerOf, setOwnGroups } from '../make/make-node';
import { nextGroupName } from '../next-name';
import { interfaceFor } from '../place/elastic-ip';
import { accept, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

export function planRouteTable({ document, name }: Situation, target: Target): Plan {
  const make = (draft: Draft, vpcId: ResourceId): ResourceId =>
    draft.add({
      id: draft.nextId('route-table'),
      kind: 'route-table',
      ...(name === undefined ? {} : { name }),
      vpcId,
      routes: [],
    });
  const place = target.type === 'resource' ? target.resource : undefined;
  if (place?.kind === 'vpc')
    return accept(`Add a route table to ${labelOf(document, place.id)}`, (draft) => make(draft, place.id));
  if (place?.kind === 'subnet')
    return accept(`Give ${labelOf(document, place.id)} a route table of its own`, (draft) => {
      const id = make(draft, place.vpcId);
      draft.attach(place.id, 'routeTableId', id);
      return id;
    });
  return unrelated('A route table belongs to a VPC and serves its subnets.', SOURCES.routeTables);
}

export function planNetworkAcl({ document, name }: Situation, target: Target): Plan {
  // A custom ACL starts with nothing but the final deny.
  const make = (draft: Draft, vpcId: ResourceId): ResourceId =>
    draft.add({
      id: draft.nextId('network-acl'),
      kind: 'network-acl',
      ...(name === undefined ? {} : { name }),
      vpcId,
      entries: [],
    });
  const place = target.type === 'resource' ? target.resource : undefined;
  if (place?.kind === 'vpc')
    return accept(`Add a network ACL to ${labelOf(document, place.id)}`, (draft) => make(draft, place.id));
  if (place?.kind === 'subnet')
    return accept(
      `Give ${labelOf(document, place.id)} a network ACL that denies everything so far`,
      (draft) => {
        const id = make(draft, place.vpcId);
        draft.attach(place.id, 'networkAclId', id);
        return id;
      },
    );
  return unrelated('A network ACL belongs to a VPC and guards its subnets.', SOURCES.networkAcls);
}

export function planSecurityGroup({ document, name }: Situation, target: Target): Plan {
  // A new group lets nothing in and everything out.
  const make = (draft: Draft, vpcId: ResourceId): ResourceId =>
    draft.add({
      id: draft.nextId('security-group'),
      kind: 'security-group',
      vpcId,
      groupName: name ?? nextGroupName(draft.document, vpcId),
      securityGroupIngress: [],
      securityGroupEgress: [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
    });
  const place = target.type === 'resource' ? target.resource : undefined;
  if (place?.kind === 'vpc')
    return accept(`Add a security group to ${labelOf(document, place.id)}`, (draft) => make(draft, place.id));
  const owner = place && ownerOf(document, place);
  if (owner)
    return accept(`Add a security group to ${labelOf(document, owner.id)}`, (draft) => {
      const id = make(draft, owner.vpcId);
      setOwnGroups(draft, owner, [...groupsOfOwner(owner), id]);
      return id;
    });
  const eni = place && interfaceFor(document, place);
  const vpcId = getKind(document, eni?.subnetId, 'subnet')?.vpcId;
  if (eni && vpcId !== undefined)
    return accept(`Add a security group to ${labelOf(document, place.id)}`, (draft) => {
      const id = make(draft, vpcId);
      draft.update(eni.id, { groupSet: [...eni.groupSet, id] });
      return id;
    });
  return unrelated(
    'A security group belongs to a VPC and is put on network interfaces.',
    SOURCES.securityGroups,
  );
}
