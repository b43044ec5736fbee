/** The document as a tree: every resource stands in it once, zones as the lanes of each VPC. */
import {
  allOf,
  get,
  interfacesOf,
  primaryInterface,
  sorted,
  volumesOf,
  type PlaceId,
  type Resource,
  type ResourceId,
  type Scenario,
} from '../../engine';

export interface OutlineNode {
  /** Unique in the tree; also where something is dropped when it is added here. */
  readonly place: PlaceId;
  /** The resource of the row; a lane shows its zone. */
  readonly id: ResourceId;
  /** The VPC a lane belongs to. */
  readonly laneOf?: ResourceId;
  readonly children: readonly OutlineNode[];
}

const AT_THE_BORDER = [
  'internet-gateway',
  'egress-only-internet-gateway',
  'load-balancer',
  'vpc-endpoint',
  'vpc-peering-connection',
] as const;
type OfVpc =
  | (typeof AT_THE_BORDER)[number]
  | 'target-group'
  | 'route-table'
  | 'network-acl'
  | 'security-group'
  | 'other-resource';
/** What may wait in its region. */
const SPARE = [
  'internet-gateway',
  'elastic-ip',
  'placement-group',
  'prefix-list',
  'image',
  'snapshot',
  'key-pair',
  'dedicated-host',
  'bucket',
  'file-system',
  'other-resource',
] as const;

export function treeOf(document: Scenario): readonly OutlineNode[] {
  const placed = new Set<ResourceId>();
  const node = (id: ResourceId, children: readonly OutlineNode[] = []): OutlineNode => {
    placed.add(id);
    return { place: id, id, children };
  };
  const leaves = (resources: readonly Resource[]) =>
    resources.filter(({ id }) => !placed.has(id)).map(({ id }) => node(id));

  const addressesOf = (owner: ResourceId) =>
    allOf(document, 'elastic-ip').filter((address) => address.networkInterfaceId === owner);

  const interfaceNode = (id: ResourceId) => node(id, leaves(addressesOf(id)));

  const instanceNode = (id: ResourceId) =>
    node(id, [
      ...interfacesOf(document, id).map((eni) => interfaceNode(eni.id)),
      ...leaves(volumesOf(document, id)),
    ]);

  const subnetNode = (id: ResourceId) => {
    const instances = allOf(document, 'instance').filter(
      (instance) => primaryInterface(document, instance.id)?.subnetId === id,
    );
    const gateways = allOf(document, 'nat-gateway').filter((gateway) => gateway.subnetId === id);
    const loose = allOf(document, 'network-interface').filter(
      (eni) => eni.subnetId === id && get(document, eni.attachment?.instanceId) === undefined,
    );
    return node(id, [
      ...instances.map((instance) => instanceNode(instance.id)),
      ...gateways.map((gateway) => {
        const address = get(document, gateway.allocationId);
        return node(gateway.id, address ? leaves([address]) : []);
      }),
      ...loose.map((eni) => interfaceNode(eni.id)),
    ]);
  };

  const vpcNode = (id: ResourceId): OutlineNode => {
    const subnets = allOf(document, 'subnet').filter((subnet) => subnet.vpcId === id);
    const zones = [...new Set(subnets.map((subnet) => subnet.availabilityZone))].sort();
    // A peering connection stands with the VPC that asked, or with the one that is there.
    const own = (...kinds: readonly OfVpc[]) =>
      kinds.flatMap((kind) =>
        leaves(
          allOf(document, kind).filter(
            (resource) =>
              resource.vpcId === id ||
              ('peerVpcId' in resource && !resource.vpcId && resource.peerVpcId === id),
          ),
        ),
      );
    const lanes = zones.map((zone): OutlineNode => {
      placed.add(zone);
      return {
        place: `${id}/${zone}`,
        id: zone,
        laneOf: id,
        children: subnets
          .filter((subnet) => subnet.availabilityZone === zone)
          .map((subnet) => subnetNode(subnet.id)),
      };
    });
    return node(id, [
      ...own(...AT_THE_BORDER),
      ...lanes,
      ...own('target-group', 'route-table', 'network-acl', 'security-group', 'other-resource'),
    ]);
  };

  const world = leaves(allOf(document, 'internet'));
  const regions = allOf(document, 'region').map((region) => {
    const inside = <T extends Resource>(resources: readonly T[]) =>
      resources.filter((resource) => 'region' in resource && resource.region === region.id);
    const vpcs = inside(allOf(document, 'vpc')).map((vpc) => vpcNode(vpc.id));
    const spare = SPARE.flatMap((kind) => leaves(inside(allOf(document, kind))));
    const zones = inside(allOf(document, 'zone')).flatMap((zone) => {
      const volumes = allOf(document, 'volume').filter(
        (volume) => volume.availabilityZone === zone.id && !placed.has(volume.id),
      );
      // A zone that is a lane already is shown again only for the volumes that wait in it.
      if (placed.has(zone.id) && volumes.length === 0) return [];
      return [node(zone.id, leaves(volumes))];
    });
    return node(region.id, [...vpcs, ...spare, ...zones]);
  });
  // References that lead nowhere must not hide what holds them.
  return [...world, ...regions, ...leaves(sorted(document))];
}

export interface OutlineRow {
  readonly node: OutlineNode;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly parent: PlaceId | null;
  /** Absent: a leaf. */
  readonly open?: boolean;
}

/** The rows now visible. */
export function rowsOf(
  tree: readonly OutlineNode[],
  isOpen: (place: PlaceId) => boolean,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const walk = (nodes: readonly OutlineNode[], level: number, parent: PlaceId | null) => {
    nodes.forEach((node, index) => {
      const base = { node, level, position: index + 1, siblings: nodes.length, parent };
      if (node.children.length === 0) {
        rows.push(base);
        return;
      }
      const open = isOpen(node.place);
      rows.push({ ...base, open });
      if (open) walk(node.children, level + 1, node.place);
    });
  };
  walk(tree, 1, null);
  return rows;
}

/** Places from the root down to the row of a resource; empty if it has none. */
export function pathTo(tree: readonly OutlineNode[], id: ResourceId): readonly PlaceId[] {
  for (const node of tree) {
    if (node.id === id) return [node.place];
    const below = pathTo(node.children, id);
    if (below.length > 0) return [node.place, ...below];
  }
  return [];
}
