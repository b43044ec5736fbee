/** Chips: which labels hang on which drawn thing, and which of them nobody uses, so that they lie on a shelf. */
import type { Scenario } from '../catalog/descriptors';
import { allOf, getKind, mainRouteTable, networkAclOf, routeTableOf } from '../catalog/lookup';
import { defaultNetworkAcl, defaultSecurityGroup } from '../catalog/lookup';
import type { ResourceId } from '../model/resource';
import type { PlaceKey } from './place';

export interface Chips {
  /** By the key they hang on: subnet (route table, ACL), interface (groups, Elastic IP), NAT gateway, instance, VPC. */
  readonly on: ReadonlyMap<PlaceKey, readonly ResourceId[]>;
  /** By VPC or region: what is used by nothing, and every placement and target group, which stay things to drop on. */
  readonly shelved: ReadonlyMap<PlaceKey, readonly ResourceId[]>;
}

// Chips follow from the resources alone, and those stay the same object while something is dragged.
const known = new WeakMap<Scenario['resources'], Chips>();

export function chipsOf(document: Scenario): Chips {
  const before = known.get(document.resources);
  if (before) return before;
  const chips = hangChips(document);
  known.set(document.resources, chips);
  return chips;
}

/** Regional things that other things name and none carries. */
const LIES_IN_ITS_REGION = [
  'prefix-list',
  'image',
  'snapshot',
  'key-pair',
  'dedicated-host',
  'bucket',
  'file-system',
] as const;

function hangChips(document: Scenario): Chips {
  const on = new Map<PlaceKey, ResourceId[]>();
  const shelved = new Map<PlaceKey, ResourceId[]>();
  const used = new Set<ResourceId>();
  const hang = (key: PlaceKey, chip: ResourceId | undefined): void => {
    if (chip === undefined) return;
    used.add(chip);
    push(on, key, chip);
  };

  for (const vpc of allOf(document, 'vpc')) {
    hang(vpc.id, mainRouteTable(document, vpc.id)?.id);
    hang(vpc.id, defaultNetworkAcl(document, vpc.id)?.id);
    hang(vpc.id, defaultSecurityGroup(document, vpc.id)?.id);
  }
  for (const subnet of allOf(document, 'subnet')) {
    hang(subnet.id, routeTableOf(document, subnet)?.id);
    hang(subnet.id, networkAclOf(document, subnet)?.id);
  }
  for (const eni of allOf(document, 'network-interface'))
    for (const group of eni.groupSet) if (getKind(document, group, 'security-group')) hang(eni.id, group);
  for (const gateway of allOf(document, 'nat-gateway'))
    hang(gateway.id, getKind(document, gateway.allocationId, 'elastic-ip')?.id);
  for (const address of allOf(document, 'elastic-ip'))
    if (getKind(document, address.networkInterfaceId, 'network-interface') && !used.has(address.id))
      hang(address.networkInterfaceId ?? '', address.id);
  for (const instance of allOf(document, 'instance'))
    hang(instance.id, getKind(document, instance.placementGroup, 'placement-group')?.id);
  for (const table of allOf(document, 'route-table'))
    if (getKind(document, table.gatewayId, 'internet-gateway')) hang(table.gatewayId ?? '', table.id);

  for (const peering of allOf(document, 'vpc-peering-connection'))
    for (const vpcId of [peering.vpcId, peering.peerVpcId])
      if (getKind(document, vpcId, 'vpc')) hang(vpcId ?? '', peering.id);
  for (const other of allOf(document, 'other-resource'))
    if (getKind(document, other.vpcId, 'vpc')) hang(other.vpcId ?? '', other.id);

  for (const kind of LIES_IN_ITS_REGION)
    for (const chip of allOf(document, kind)) push(shelved, chip.region, chip.id);
  for (const other of allOf(document, 'other-resource'))
    if (!used.has(other.id)) push(shelved, other.region, other.id);
  for (const group of allOf(document, 'target-group')) push(shelved, group.vpcId, group.id);
  for (const kind of ['security-group', 'route-table', 'network-acl'] as const)
    for (const chip of allOf(document, kind)) if (!used.has(chip.id)) push(shelved, chip.vpcId, chip.id);
  for (const address of allOf(document, 'elastic-ip'))
    if (!used.has(address.id)) push(shelved, address.region, address.id);
  for (const group of allOf(document, 'placement-group')) push(shelved, group.region, group.id);
  return { on, shelved };
}

function push(map: Map<PlaceKey, ResourceId[]>, key: PlaceKey, chip: ResourceId): void {
  const list = map.get(key);
  if (list) list.push(chip);
  else map.set(key, [chip]);
}
