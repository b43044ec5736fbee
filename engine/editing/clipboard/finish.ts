/** What needs all the copies to be there: nodes, seats on instances outside of the copy, names that follow from others. */
import type { Resource, ResourceOf, Scenario } from '../../catalog/descriptors';
import { get, getKind, volumesOf } from '../../catalog/lookup';
import { nodesOf } from '../../catalog/nodes-table';
import type { ResourceId } from '../../model/resource';
import { chooseSubnets } from '../balancer-subnets';
import { dnsNameOf } from '../make/make-balancer';
import { descriptionOfNode, makeNode, type NodeOwner } from '../make/make-node';
import { nextDevice, nextDeviceIndex } from '../next-device';
import { interfaceLimitRefusal } from '../place/interface-limit';
import { foundHere } from './lead';
import { defaultGroupsOf } from './make-standing';
import { homeOf, type Pasting } from './pasting';

export function finishCopy(pasting: Pasting, original: Resource): void {
  const { draft, ids, keeping } = pasting;
  const copy = get(draft.document, ids.get(original.id));
  if (!copy) return;
  if (copy.kind === 'load-balancer' || copy.kind === 'vpc-endpoint') finishNodes(pasting, copy, original);
  if (copy.kind === 'instance' && copy.placementGroup === undefined && copy.partitionNumber !== undefined)
    draft.update(copy.id, { partitionNumber: null });
  if (!keeping) return;
  if (copy.kind === 'network-interface' && original.kind === 'network-interface' && !copy.attachment)
    attachInterface(pasting, copy, original);
  if (copy.kind === 'volume' && original.kind === 'volume' && !copy.attachment)
    attachDisk(pasting, copy, original);
}

function finishNodes(pasting: Pasting, copy: NodeOwner, original: Resource): void {
  const { draft, clipping } = pasting;
  const [key, groups] =
    copy.kind === 'load-balancer'
      ? (['securityGroups', copy.securityGroups] as const)
      : (['securityGroupIds', copy.securityGroupIds] as const);
  if (groups?.length === 0) draft.update(copy.id, { [key]: defaultGroupsOf(pasting, copy.vpcId) });
  const nodes = nodesOf(draft.document, copy.id);
  for (const node of nodes) draft.update(node.id, { description: descriptionOfNode(draft.document, copy) });
  const had = clipping.resources.filter(
    (one) => one.kind === 'network-interface' && one.managedBy === original.id,
  ).length;
  if (nodes.length < had) {
    const zones = new Set(nodes.map((node) => zoneOf(draft.document, node.subnetId)));
    const subnets =
      copy.kind === 'load-balancer'
        ? chooseSubnets(draft.document, copy.vpcId).subnets.map(({ id }) => id)
        : [homeOf(pasting, original.id).subnet].filter((id) => id !== undefined);
    // One node in each zone.
    for (const subnet of subnets)
      if (!zones.has(zoneOf(draft.document, subnet))) makeNode(draft, copy.id, subnet);
  }
  if (copy.kind === 'load-balancer') draft.update(copy.id, { dnsName: dnsNameOf(draft.document, copy) });
}

const zoneOf = (document: Scenario, subnetId: ResourceId): ResourceId | undefined =>
  getKind(document, subnetId, 'subnet')?.availabilityZone;

function attachInterface(
  pasting: Pasting,
  copy: ResourceOf<'network-interface'>,
  original: ResourceOf<'network-interface'>,
): void {
  const { draft, outside, left } = pasting;
  const known = outside.get(original.attachment?.instanceId ?? '');
  const instance = known && foundHere(pasting, original, known);
  if (!original.attachment || instance?.kind !== 'instance') return;
  if (interfaceLimitRefusal(draft.document, instance)) {
    left.push(`its attachment to ${known?.called ?? instance.id}, which takes no further interface`);
    return;
  }
  draft.attach(copy.id, 'attachment', {
    instanceId: instance.id,
    deviceIndex: nextDeviceIndex(draft.document, instance.id),
    deleteOnTermination: original.attachment.deleteOnTermination,
  });
}

/** Disks of an instance are all in its zone. */
function attachDisk(pasting: Pasting, copy: ResourceOf<'volume'>, original: ResourceOf<'volume'>): void {
  const { draft, outside } = pasting;
  const known = outside.get(original.attachment?.instanceId ?? '');
  const instance = known && get(draft.document, known.id);
  if (!original.attachment || instance?.kind !== 'instance' || instance.name !== known?.called) return;
  const [disk] = volumesOf(draft.document, instance.id);
  if (disk?.availabilityZone !== copy.availabilityZone) return;
  draft.attach(copy.id, 'attachment', {
    instanceId: instance.id,
    device: nextDevice(draft.document, instance.id),
    deleteOnTermination: original.attachment.deleteOnTermination,
  });
}
