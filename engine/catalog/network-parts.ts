/** What the resources of a document say about themselves to the network, each asked again only when it may say otherwise. */
import type { ResourceId } from '../model/resource';
import type {
  AclPart,
  AddressPart,
  EgressOnlyPart,
  EndpointPart,
  GatewayPart,
  GroupPart,
  HostPart,
  InterfacePart,
  LoadBalancerPart,
  NamePart,
  NatPart,
  NetworkParts,
  PeeringPart,
  SubnetPart,
  TablePart,
  TargetGroupPart,
  VpcPart,
  WorldPart,
} from '../network/parts';
import type { Kind, Resource, ResourceOf, Scenario, ScenarioView } from './descriptors';
import { describeEgressOnly } from './egress-only-internet-gateway/network';
import { describeAddress } from './elastic-ip/network';
import { describeHost, instanceStateOf } from './instance/network';
import { describeGateway } from './internet-gateway/network';
import { describeWorld } from './internet/network';
import { describeLoadBalancer } from './load-balancer/network';
import { allOf, get, getKind, sorted } from './lookup';
import { describeNat } from './nat-gateway/network';
import { describeAcl } from './network-acl/network';
import { describeInterface } from './network-interface/network';
import { PartMemory } from './part-memory';
import { designAddresses } from './public-address';
import { describeTable } from './route-table/network';
import { describeGroup } from './security-group/network';
import { describeSubnet } from './subnet/network';
import { describeTargetGroup } from './target-group/network';
import { describeEndpoint } from './vpc-endpoint/network';
import { describePeering } from './vpc-peering-connection/network';
import { describeVpc } from './vpc/network';

const memories = {
  vpcs: new PartMemory<VpcPart>(),
  subnets: new PartMemory<SubnetPart>(),
  tables: new PartMemory<TablePart>(),
  groups: new PartMemory<GroupPart>(),
  acls: new PartMemory<AclPart>(),
  gateways: new PartMemory<GatewayPart>(),
  egressOnly: new PartMemory<EgressOnlyPart>(),
  peerings: new PartMemory<PeeringPart>(),
  endpoints: new PartMemory<EndpointPart>(),
  loadBalancers: new PartMemory<LoadBalancerPart>(),
  targetGroups: new PartMemory<TargetGroupPart>(),
  nats: new PartMemory<readonly NatPart[]>(),
  hosts: new PartMemory<HostPart>(),
  interfaces: new PartMemory<readonly InterfacePart[]>(),
  worlds: new PartMemory<readonly WorldPart[]>(),
  addresses: new PartMemory<readonly AddressPart[]>(),
  names: new PartMemory<NamePart>(),
};

export function partsOf(view: ScenarioView): NetworkParts {
  const { document } = view;
  /** For a kind whose part is made of the resource, what was observed of it, and `reads`. */
  const all = <K extends Kind, T>(
    kind: K,
    memory: PartMemory<T>,
    describe: (document: Scenario, resource: ResourceOf<K>) => T,
    reads?: (document: Scenario, resource: ResourceOf<K>) => readonly unknown[],
  ): readonly T[] =>
    allOf(document, kind).map((resource) => {
      const observed = document.observed[resource.id];
      const read = reads ? [observed, ...reads(document, resource)] : [observed];
      return memory.recall(resource, read, () => describe(document, resource));
    });
  const allocations = new Set(
    allOf(document, 'nat-gateway').flatMap(({ allocationId }) => allocationId ?? []),
  );
  return {
    vpcs: all('vpc', memories.vpcs, describeVpc),
    subnets: all('subnet', memories.subnets, describeSubnet),
    tables: all('route-table', memories.tables, describeTable, readByTable),
    groups: all('security-group', memories.groups, describeGroup, readByGroup),
    acls: all('network-acl', memories.acls, describeAcl),
    gateways: all('internet-gateway', memories.gateways, describeGateway),
    egressOnly: all('egress-only-internet-gateway', memories.egressOnly, describeEgressOnly),
    peerings: all('vpc-peering-connection', memories.peerings, describePeering),
    endpoints: all('vpc-endpoint', memories.endpoints, describeEndpoint),
    loadBalancers: all('load-balancer', memories.loadBalancers, describeLoadBalancer),
    targetGroups: all('target-group', memories.targetGroups, describeTargetGroup),
    nats: allOf(document, 'nat-gateway').flatMap((nat) =>
      memories.nats.recall(
        nat,
        [
          document.observed[nat.id],
          view.live[nat.id]?.state,
          getKind(document, nat.allocationId, 'elastic-ip'),
        ],
        () => describeNat(view, nat),
      ),
    ),
    hosts: allOf(document, 'instance').map((instance) =>
      memories.hosts.recall(
        instance,
        [document.observed[instance.id], instanceStateOf(view, instance.id)],
        () => describeHost(view, instance),
      ),
    ),
    interfaces: interfacePartsOf(view),
    worlds: all('internet', memories.worlds, describeWorld).flat(),
    addresses: allOf(document, 'elastic-ip').flatMap((address) =>
      memories.addresses.recall(address, [allocations.has(address.id)], () =>
        describeAddress(allocations, address),
      ),
    ),
    names: sorted(document).map((resource) => {
      const awsId = document.observed[resource.id]?.awsId ?? null;
      return memories.names.recall(resource, [awsId], () => describeName(resource, awsId));
    }),
  };
}

const describeName = ({ id, kind, name }: Resource, awsId: string | null): NamePart => ({
  id,
  kind,
  name: name ?? null,
  awsId,
});

/** The kinds of the gateways its routes name, and its prefix lists. */
const readByTable = (document: Scenario, { routes }: ResourceOf<'route-table'>): readonly unknown[] =>
  routes.flatMap(({ gatewayId, destinationPrefixListId }) => [
    gatewayId === undefined ? undefined : get(document, gatewayId)?.kind,
    destinationPrefixListId === undefined ? undefined : get(document, destinationPrefixListId),
  ]);

/** Its prefix lists; most groups have none. */
function readByGroup(document: Scenario, group: ResourceOf<'security-group'>): readonly unknown[] {
  const lists: unknown[] = [];
  for (const rules of [group.securityGroupIngress, group.securityGroupEgress])
    for (const { prefixListId } of rules)
      if (prefixListId !== undefined) lists.push(get(document, prefixListId));
  return lists;
}

function interfacePartsOf(view: ScenarioView): readonly InterfacePart[] {
  const { document, at, live } = view;
  // Nodes of load balancers keep their addresses during a run.
  const assigned =
    at === 'design' || allOf(document, 'load-balancer').length > 0 ? designAddresses(document) : undefined;
  const elastic = new Map<ResourceId, ResourceOf<'elastic-ip'>[]>();
  for (const address of allOf(document, 'elastic-ip')) {
    if (address.networkInterfaceId === undefined) continue;
    const list = elastic.get(address.networkInterfaceId);
    if (list) list.push(address);
    else elastic.set(address.networkInterfaceId, [address]);
  }
  const parts: InterfacePart[] = [];
  for (const eni of allOf(document, 'network-interface')) {
    const instanceId = eni.attachment?.instanceId;
    const hostState = instanceId === undefined ? null : instanceStateOf(view, instanceId);
    const own = elastic.get(eni.id) ?? NONE;
    const given = assigned?.get(eni.id);
    const reads = [
      document.observed[eni.id],
      hostState,
      at === 'design',
      instanceId === undefined ? undefined : get(document, instanceId)?.kind,
      eni.managedBy === undefined ? undefined : get(document, eni.managedBy),
      live[eni.id]?.publicIp,
      instanceId === undefined ? undefined : live[instanceId]?.publicIp,
      ...own,
      ...(given ? [...given].flat() : NONE),
    ];
    const made = memories.interfaces.recall(eni, reads, () =>
      describeInterface({ view, hostState, elastic: own, assigned: given }, eni),
    );
    for (const part of made) parts.push(part);
  }
  return parts;
}

const NONE: readonly never[] = [];
