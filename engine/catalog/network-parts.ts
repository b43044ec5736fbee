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
import { elasticIpPlace } from './elastic-ip/present';
import { describeHost, instanceStateOf } from './instance/network';
import { describeGateway } from './internet-gateway/network';
import { describeWorld } from './internet/network';
import { describeLoadBalancer } from './load-balancer/network';
import { LastAnswer } from './last-answer';
import { allOf, get, getKind, sorted } from './lookup';
import { describeNat } from './nat-gateway/network';
import { describeAcl } from './network-acl/network';
import { describeInterface, type InterfaceContext } from './network-interface/network';
import { attachmentNow } from './network-interface/present';
import { PartMemory } from './part-memory';
import { designAddresses } from './public-address';
import { describeTable } from './route-table/network';
import { describeGroup } from './security-group/network';
import { describeSubnet } from './subnet/network';
import { describeTargetGroup } from './target-group/network';
import { describeEndpoint } from './vpc-endpoint/network';
import { describePeering } from './vpc-peering-connection/network';
import { describeVpc } from './vpc/network';

type Memory<K extends Kind, T> = PartMemory<ResourceOf<K>, T>;
const memories = {
  vpcs: new PartMemory() as Memory<'vpc', VpcPart>,
  subnets: new PartMemory() as Memory<'subnet', SubnetPart>,
  tables: new PartMemory() as Memory<'route-table', TablePart>,
  groups: new PartMemory() as Memory<'security-group', GroupPart>,
  acls: new PartMemory() as Memory<'network-acl', AclPart>,
  gateways: new PartMemory() as Memory<'internet-gateway', GatewayPart>,
  egressOnly: new PartMemory() as Memory<'egress-only-internet-gateway', EgressOnlyPart>,
  peerings: new PartMemory() as Memory<'vpc-peering-connection', PeeringPart>,
  endpoints: new PartMemory() as Memory<'vpc-endpoint', EndpointPart>,
  loadBalancers: new PartMemory() as Memory<'load-balancer', LoadBalancerPart>,
  targetGroups: new PartMemory() as Memory<'target-group', TargetGroupPart>,
  nats: new PartMemory() as Memory<'nat-gateway', readonly NatPart[]>,
  hosts: new PartMemory() as Memory<'instance', HostPart>,
  interfaces: new PartMemory() as Memory<'network-interface', readonly InterfacePart[]>,
  worlds: new PartMemory() as Memory<'internet', readonly WorldPart[]>,
  addresses: new PartMemory() as Memory<'elastic-ip', readonly AddressPart[]>,
  names: new PartMemory<Resource, NamePart>(),
};

export function partsOf(view: ScenarioView): NetworkParts {
  const { document } = view;
  const { observed } = document;
  /** For a kind whose part is made of the resource, what was observed of it, and `reads`. */
  const all = <K extends Kind, T>(
    kind: K,
    memory: Memory<K, T>,
    describe: (document: Scenario, resource: ResourceOf<K>) => T,
    reads?: (document: Scenario, resource: ResourceOf<K>) => readonly unknown[],
  ): readonly T[] =>
    memory.recall(
      allOf(document, kind),
      (resource) => (reads ? [observed[resource.id], ...reads(document, resource)] : observed[resource.id]),
      (resource) => describe(document, resource),
    );
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
    nats: memories.nats
      .recall(
        allOf(document, 'nat-gateway'),
        ({ id, allocationId }) => [
          observed[id],
          view.live[id]?.state,
          getKind(document, allocationId, 'elastic-ip'),
        ],
        (nat) => describeNat(view, nat),
      )
      .flat(),
    hosts: hostPartsOf(view),
    interfaces: interfacePartsOf(view),
    worlds: all('internet', memories.worlds, describeWorld).flat(),
    addresses: memories.addresses
      .recall(
        allOf(document, 'elastic-ip'),
        (address) => [allocations.has(address.id), elasticIpPlace(view, address).holder],
        (address) => describeAddress(view, allocations, address),
      )
      .flat(),
    names: memories.names.recall(
      sorted(document),
      ({ id }) => observed[id]?.awsId,
      (resource) => describeName(resource, observed[resource.id]?.awsId ?? null),
    ),
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

// Machines are many, and most edits touch none: where their lists are the same, not one of them is looked at.
const lastHosts = new LastAnswer<readonly HostPart[]>();
const lastInterfaces = new LastAnswer<readonly InterfacePart[]>();
const NOBODY_LIVE: ScenarioView['live'] = {};

/** What is known of the moment; a design is often given a fresh object with nothing in it. */
const momentOf = ({ at, live }: ScenarioView): readonly unknown[] => [
  at === 'design',
  Object.keys(live).length === 0 ? NOBODY_LIVE : live,
];

function hostPartsOf(view: ScenarioView): readonly HostPart[] {
  const instances = allOf(view.document, 'instance');
  const { observed } = view.document;
  return lastHosts.recall([instances, observed, ...momentOf(view)], () =>
    memories.hosts.recall(
      instances,
      ({ id }) => [
        observed[id],
        instanceStateOf(view, id),
        view.at === 'design' ? undefined : view.live[id]?.listening,
      ],
      (instance) => describeHost(view, instance),
    ),
  );
}

const BESIDE_INTERFACES = [
  'network-interface',
  'instance',
  'subnet',
  'elastic-ip',
  'load-balancer',
  'vpc-endpoint',
] as const satisfies readonly Kind[];

function interfacePartsOf(view: ScenarioView): readonly InterfacePart[] {
  const { document } = view;
  const lists = BESIDE_INTERFACES.map((kind) => allOf(document, kind));
  return lastInterfaces.recall([...lists, document.observed, document.seed, ...momentOf(view)], () =>
    describeInterfaces(view),
  );
}

function describeInterfaces(view: ScenarioView): readonly InterfacePart[] {
  const { document, at, live } = view;
  // Nodes of load balancers keep their addresses during a run.
  const assigned =
    at === 'design' || allOf(document, 'load-balancer').length > 0 ? designAddresses(document) : undefined;
  const elastic = new Map<ResourceId, ElasticPair[]>();
  for (const address of allOf(document, 'elastic-ip')) {
    const { holder, privateIpAddress } = elasticIpPlace(view, address);
    if (holder === undefined) continue;
    const pair = {
      publicIp: address.publicIp,
      ...(privateIpAddress === undefined ? {} : { privateIpAddress }),
    };
    const list = elastic.get(holder);
    if (list) list.push(pair);
    else elastic.set(holder, [pair]);
  }
  const hostStateOf = (eni: Eni): string | null => {
    const attachment = attachmentNow(view, eni);
    return attachment === undefined ? null : instanceStateOf(view, attachment.instanceId);
  };
  const described = memories.interfaces.recall(
    allOf(document, 'network-interface'),
    (eni) => {
      const instanceId = attachmentNow(view, eni)?.instanceId;
      const now = at === 'design' ? undefined : live[eni.id];
      const own = elastic.get(eni.id);
      const given = assigned?.get(eni.id);
      const reads: unknown[] = [
        document.observed[eni.id],
        hostStateOf(eni),
        at === 'design',
        instanceId === undefined ? undefined : get(document, instanceId)?.kind,
        eni.managedBy === undefined ? undefined : get(document, eni.managedBy),
        live[eni.id]?.publicIp,
        now?.state,
        now?.attachedTo,
        now?.deviceIndex,
        now?.secondaryIps,
        now?.sourceDestCheck,
        instanceId === undefined ? undefined : live[instanceId]?.publicIp,
      ];
      if (own) for (const { publicIp, privateIpAddress } of own) reads.push(publicIp, privateIpAddress);
      if (given) for (const pair of given) reads.push(...pair);
      return reads;
    },
    (eni) =>
      describeInterface(
        {
          view,
          hostState: hostStateOf(eni),
          elastic: elastic.get(eni.id) ?? NONE,
          assigned: assigned?.get(eni.id),
        },
        eni,
      ),
  );
  return described.flat();
}

type ElasticPair = InterfaceContext['elastic'][number];
type Eni = ResourceOf<'network-interface'>;
const NONE: readonly never[] = [];
