/** Associating without a pointer: the same rules as a drop, and letting go. */
import type { Resource } from '../catalog/descriptors';
import { get, labelOf } from '../catalog/lookup';
import type { ResourceId } from '../model/resource';
import { planPeer } from './create/peering';
import { planPlace } from './place';
import { planLeaveGroup } from './place/instance';
import { planDetachInterface } from './place/network-interface';
import { planDetachVolume } from './place/volume';
import { accept, refuse, type Plan, type Situation } from './plan';
import { SOURCES } from './sources';

export function planAssociate(situation: Situation, id: ResourceId, other: ResourceId | null): Plan {
  const { document } = situation;
  const resource = get(document, id);
  if (!resource) return refuse('NotFound', `There is no resource ${id}.`, SOURCES.errors);
  if (other === null) return planLetGo(situation, resource);
  const target = get(document, other);
  if (!target) return refuse('NotFound', `There is no resource ${other}.`, SOURCES.errors);
  if (resource.kind === 'vpc' && target.kind === 'vpc') return planPeer(situation, resource, target);
  const plan = planPlace(situation, resource, { type: 'resource', resource: target });
  if (plan.ok || !plan.unrelated) return plan;
  // Said the other way round: a subnet with its route table, an instance with its Elastic IP.
  const turned = planPlace(situation, target, { type: 'resource', resource });
  return turned.ok || !turned.unrelated ? turned : plan;
}

function planLetGo(situation: Situation, resource: Resource): Plan {
  const { document } = situation;
  const label = labelOf(document, resource.id);
  const nothing = refuse('ASSOCIATE-001', `${label} is associated with nothing.`, SOURCES.errors);
  switch (resource.kind) {
    case 'elastic-ip':
    case 'internet-gateway':
      return planPlace(situation, resource, { type: 'canvas' });
    case 'network-interface':
      return resource.attachment ? planDetachInterface(situation, resource) : nothing;
    case 'volume':
      return resource.attachment ? planDetachVolume(situation, resource) : nothing;
    case 'instance':
      return resource.placementGroup !== undefined ? planLeaveGroup(situation, resource) : nothing;
    case 'subnet':
      if (resource.routeTableId === undefined && resource.networkAclId === undefined) return nothing;
      return accept(`Let ${label} use the main route table and the default ACL`, (draft) => {
        draft.update(resource.id, { routeTableId: null, networkAclId: null });
        return resource.id;
      });
    case 'route-table':
    case 'network-acl':
      return planFreeTable(situation, resource);
    case 'region':
    case 'zone':
    case 'vpc':
    case 'nat-gateway':
    case 'security-group':
    case 'placement-group':
    case 'prefix-list':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
    case 'other-resource':
    case 'internet':
      return nothing;
    case 'egress-only-internet-gateway':
    case 'vpc-endpoint':
    case 'load-balancer':
    case 'target-group':
    case 'vpc-peering-connection':
      return refuse(
        'ASSOCIATE-002',
        `${label} can't be let go of: it belongs to its VPC for life. Delete it instead.`,
        SOURCES.errors,
      );
  }
}

function planFreeTable({ document }: Situation, table: Resource): Plan {
  const key = table.kind === 'route-table' ? 'routeTableId' : 'networkAclId';
  const fallback = table.kind === 'route-table' ? 'main route table' : 'default ACL';
  const label = labelOf(document, table.id);
  return accept(`Let every subnet of ${label} use the ${fallback}`, (draft) => {
    for (const subnet of Object.values(draft.document.resources))
      if (subnet.kind === 'subnet' && subnet[key] === table.id) draft.attach(subnet.id, key, null);
    return table.id;
  });
}
