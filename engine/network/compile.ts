/** Links the parts of a document into a network. Once per revision and moment; every trace reads it. */
import { cidrContains, isIpv6, makeAddress, makeCidr, type Address } from '../model/ip/address';
import type { ResourceId } from '../model/resource';
import type {
  Acl,
  EgressOnly,
  Endpoint,
  Gateway,
  Group,
  Host,
  GroupTarget,
  Interface,
  LoadBalancer,
  Nat,
  Network,
  Peer,
  Peering,
  PublicOwner,
  Route,
  Subnet,
  Table,
  Target,
  TargetGroup,
  Vpc,
} from './network';
import type { HostPart, InterfacePart, NetworkParts, RoutePart, TargetPartOfGroup } from './parts';

/** Fields that are filled in while linking; the network that is handed out is read-only. */
type Open<T> = { -readonly [K in keyof T]: T[K] };
interface OpenVpc extends Omit<
  Open<Vpc>,
  'owners' | 'publicByPrivate' | 'subnets' | 'tables' | 'nats' | 'peers' | 'delegated'
> {
  owners: Map<Address, Interface | Nat>;
  publicByPrivate: Map<Address, Address>;
  subnets: Subnet[];
  tables: Table[];
  nats: Nat[];
  peers: Peer[];
  delegated: Vpc['delegated'][number][];
}

type OpenHost = Omit<Host, 'interfaces'> & { interfaces: Interface[] };

/** @returns a network; a part that stands in something the document does not hold is left out. */
export function linkNetwork(parts: NetworkParts, at: 'design' | number): Network {
  const vpcs = new Map<ResourceId, OpenVpc>();
  for (const part of parts.vpcs)
    vpcs.set(part.id, {
      ...part,
      gateway: null,
      owners: new Map(),
      publicByPrivate: new Map(),
      subnets: [],
      tables: [],
      nats: [],
      peers: [],
      delegated: [],
    });
  const gateways = new Map<ResourceId, Open<Gateway>>();
  for (const part of parts.gateways) {
    const vpc = part.vpcId === null ? null : (vpcs.get(part.vpcId) ?? null);
    const gateway = { ...part, vpc, edgeTable: null };
    gateways.set(part.id, gateway);
    if (vpc && vpc.gateway === null) vpc.gateway = gateway;
  }

  const egressOnly = new Map<ResourceId, EgressOnly>();
  for (const part of parts.egressOnly) {
    const vpc = vpcs.get(part.vpcId);
    if (vpc) egressOnly.set(part.id, { ...part, vpc });
  }
  const peerings = new Map<ResourceId, Peering>();
  for (const part of parts.peerings) {
    const [one = null, other = null] = part.vpcIds.map((id) => (id === null ? null : (vpcs.get(id) ?? null)));
    const peering: Peering = { ...part, vpcs: [one, other] };
    peerings.set(part.id, peering);
    if (part.state !== 'active' || !one || !other) continue;
    const sameRegion = one.regionId === other.regionId;
    one.peers.push({ peering, vpc: other, sameRegion });
    other.peers.push({ peering, vpc: one, sameRegion });
  }

  const tables = new Map<ResourceId, Open<Table>>();
  const mainTables = new Map<ResourceId, Table>();
  for (const part of parts.tables) {
    const vpc = vpcs.get(part.vpcId);
    if (!vpc) continue;
    const table: Open<Table> = { ...part, vpc, routes: [], opaqueRoutes: [] };
    tables.set(part.id, table);
    vpc.tables.push(table);
    if (part.main) mainTables.set(vpc.id, table);
    const gateway = part.edgeGatewayId === null ? undefined : gateways.get(part.edgeGatewayId);
    if (gateway) gateway.edgeTable = table;
  }
  const acls = new Map<ResourceId, Acl>(parts.acls.map((part) => [part.id, part]));
  const defaultAcls = new Map<ResourceId, Acl>();
  for (const part of parts.acls) if (part.isDefault) defaultAcls.set(part.vpcId, part);

  const subnets = new Map<ResourceId, Subnet>();
  for (const part of parts.subnets) {
    const vpc = vpcs.get(part.vpcId);
    if (!vpc) continue;
    const table = part.tableId === null ? mainTables.get(vpc.id) : tables.get(part.tableId);
    const acl = part.aclId === null ? defaultAcls.get(vpc.id) : acls.get(part.aclId);
    const subnet: Subnet = { ...part, vpc, table: table ?? null, acl: acl ?? null };
    subnets.set(part.id, subnet);
    vpc.subnets.push(subnet);
  }

  const publicOwners = new Map<Address, PublicOwner>();
  const privateOwners = new Map<Address, (Interface | Nat)[]>();
  const own = (vpc: OpenVpc, address: Address, owner: Interface | Nat): void => {
    if (vpc.owners.has(address)) return;
    vpc.owners.set(address, owner);
    const all = privateOwners.get(address);
    if (all) all.push(owner);
    else privateOwners.set(address, [owner]);
  };
  const publish = (vpc: OpenVpc, owner: Interface | Nat, privateAddress: Address, address: Address): void => {
    vpc.publicByPrivate.set(privateAddress, address);
    if (!publicOwners.has(address)) publicOwners.set(address, { owner, privateAddress });
  };

  // A NAT gateway comes before interfaces: an import also lists the interface it stands on.
  const nats = new Map<ResourceId, Nat>();
  for (const part of parts.nats) {
    const subnet = subnets.get(part.subnetId);
    if (!subnet) continue;
    const nat: Nat = { ...part, type: 'nat', subnet };
    nats.set(part.id, nat);
    if (part.state === 'deleted' || part.state === 'failed') continue;
    const vpc = vpcs.get(subnet.vpcId) as OpenVpc;
    vpc.nats.push(nat);
    own(vpc, part.address, nat);
    if (part.publicAddress !== null) publish(vpc, nat, part.address, part.publicAddress);
  }

  const endpoints = new Map<ResourceId, Omit<Endpoint, 'nodes'> & { nodes: Interface[] }>();
  for (const part of parts.endpoints) {
    const vpc = vpcs.get(part.vpcId);
    if (vpc) endpoints.set(part.id, { ...part, vpc, nodes: [] });
  }
  const balancerNodes = new Map<ResourceId, Interface[]>(parts.loadBalancers.map(({ id }) => [id, []]));
  const groups = new Map<ResourceId, Group>(parts.groups.map((part) => [part.id, part]));
  const hosts = new Map<ResourceId, OpenHost>();
  for (const part of parts.hosts) hosts.set(part.id, openHost(part));
  const interfaces = new Map<ResourceId, Interface>();
  for (const part of parts.interfaces) {
    const subnet = subnets.get(part.subnetId);
    if (!subnet) continue;
    const host = part.attachment ? (hosts.get(part.attachment.hostId) ?? null) : null;
    const linked = linkInterface(part, subnet, host, groups);
    interfaces.set(part.id, linked);
    host?.interfaces.push(linked);
    const vpc = vpcs.get(subnet.vpcId) as OpenVpc;
    for (const address of part.addresses) {
      own(vpc, address, linked);
      // IPv6 addresses are public ones; nothing translates them.
      if (isIpv6(address) && !publicOwners.has(address))
        publicOwners.set(address, { owner: linked, privateAddress: address });
    }
    for (const block of part.prefixes) vpc.delegated.push({ block, owner: linked });
    if (part.service?.type === 'endpoint') endpoints.get(part.service.id)?.nodes.push(linked);
    if (part.service?.type === 'load-balancer') balancerNodes.get(part.service.id)?.push(linked);
    for (const pair of part.publicAddresses)
      if (vpc.owners.get(pair.privateAddress) === linked)
        publish(vpc, linked, pair.privateAddress, pair.publicAddress);
  }
  for (const host of hosts.values())
    host.interfaces.sort((a, b) => (a.attachment?.deviceIndex ?? 0) - (b.attachment?.deviceIndex ?? 0));

  const targetGroups = new Map<ResourceId, TargetGroup>();
  for (const part of parts.targetGroups)
    targetGroups.set(part.id, {
      ...part,
      targets: part.targets.map((target) =>
        linkTargetOfGroup(target, part.port, hosts, vpcs.get(part.vpcId)),
      ),
    });
  const loadBalancers = new Map<ResourceId, LoadBalancer>();
  for (const part of parts.loadBalancers) {
    const vpc = vpcs.get(part.vpcId);
    if (!vpc) continue;
    const listeners = part.listeners.map((listener) => ({
      ...listener,
      groups: listener.targetGroupIds.flatMap((id) => targetGroups.get(id) ?? []),
    }));
    loadBalancers.set(part.id, { ...part, vpc, nodes: balancerNodes.get(part.id) ?? [], listeners });
  }

  const link: Links = { gateways, nats, interfaces, hosts, egressOnly, peerings, endpoints };
  for (const part of parts.tables) {
    const table = tables.get(part.id);
    if (!table) continue;
    const routes = part.routes
      .filter((route) => !isLostToLocal(route, table.vpc))
      .map((route): Route => ({ ...route, target: linkTarget(route, table.vpc, link) }));
    table.routes = [...routes.filter((route) => route.block !== null), ...localRoutes(table.vpc)].sort(
      byPreference,
    );
    table.opaqueRoutes = routes.filter((route) => route.block === null);
    const vpc = vpcs.get(part.vpcId);
    if (vpc?.gateway === null && routes.some((route) => isMissingGateway(route.target)))
      vpc.gateway = 'unknown';
  }

  const idsByName = new Map<string, ResourceId[]>();
  const idsByAwsId = new Map<string, ResourceId>();
  for (const { id, name, awsId } of parts.names) {
    if (awsId !== null) idsByAwsId.set(awsId, id);
    if (name === null) continue;
    const ids = idsByName.get(name);
    if (ids) ids.push(id);
    else idsByName.set(name, [id]);
  }
  return {
    at,
    vpcs,
    interfaces,
    hosts,
    nats,
    gateways,
    egressOnly,
    peerings,
    endpoints,
    loadBalancers,
    targetGroups,
    groups,
    worlds: new Map(parts.worlds.map((part) => [part.id, part])),
    publicOwners,
    privateOwners,
    addressesById: new Map(parts.addresses.map(({ id, address }) => [id, address])),
    idleAddresses: new Map(
      parts.addresses.filter(({ idle }) => idle).map(({ id, address }) => [address, id]),
    ),
    names: new Map(parts.names.map((part) => [part.id, part])),
    idsByAwsId,
    idsByName,
  };
}

// Hosts and interfaces come by the thousand: property by property is ten times as fast as a spread.
const openHost = (part: HostPart): OpenHost => ({
  id: part.id,
  label: part.label,
  state: part.state,
  policyRouting: part.policyRouting,
  clientPorts: part.clientPorts,
  forwarding: part.forwarding,
  services: part.services,
  interfaces: [],
});

function linkInterface(
  part: InterfacePart,
  subnet: Subnet,
  host: Host | null,
  groups: ReadonlyMap<ResourceId, Group>,
): Interface {
  const held: Group[] = [];
  const missingGroupIds: ResourceId[] = [];
  for (const id of part.groupIds) {
    const group = groups.get(id);
    if (group) held.push(group);
    else missingGroupIds.push(id);
  }
  return {
    id: part.id,
    label: part.label,
    subnetId: part.subnetId,
    addresses: part.addresses,
    groupIds: part.groupIds,
    checked: part.checked,
    attachment: part.attachment,
    service: part.service,
    prefixes: part.prefixes,
    publicAddresses: part.publicAddresses,
    type: 'interface',
    subnet,
    host,
    groups: held,
    missingGroupIds,
  };
}

interface Links {
  readonly gateways: ReadonlyMap<ResourceId, Gateway>;
  readonly nats: ReadonlyMap<ResourceId, Nat>;
  readonly interfaces: ReadonlyMap<ResourceId, Interface>;
  readonly hosts: ReadonlyMap<ResourceId, Host>;
  readonly egressOnly: ReadonlyMap<ResourceId, EgressOnly>;
  readonly peerings: ReadonlyMap<ResourceId, Peering>;
  readonly endpoints: ReadonlyMap<ResourceId, Endpoint>;
}

/** A target of a group is an instance by its primary interface, or whoever has the address. */
function linkTargetOfGroup(
  { instanceId, address, port }: TargetPartOfGroup,
  groupPort: number | null,
  hosts: ReadonlyMap<ResourceId, Host>,
  vpc: Vpc | undefined,
): GroupTarget {
  const host = instanceId === null ? undefined : hosts.get(instanceId);
  const byAddress = address === null ? undefined : vpc?.owners.get(address);
  const found = host?.interfaces[0] ?? (byAddress?.type === 'interface' ? byAddress : undefined);
  return {
    label: host?.label ?? instanceId ?? (address === null ? '' : makeAddress(address)),
    address: address ?? found?.addresses[0] ?? null,
    port: port ?? groupPort,
    interface: found ?? null,
  };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html */
function byPreference(a: Route, b: Route): number {
  const longer = (b.block?.prefix ?? 0) - (a.block?.prefix ?? 0);
  if (longer !== 0) return longer;
  const better = rank(a) - rank(b);
  if (better !== 0) return better;
  // AWS picks one of two lists at random and keeps it; the lowest id stands for that.
  return (a.listId ?? '') < (b.listId ?? '') ? -1 : (a.listId ?? '') > (b.listId ?? '') ? 1 : 0;
}

// A route to the whole block of a VPC can only be there as a replacement of the local one. Static routes win over
// prefix lists, those over propagated routes.
const rank = (route: Route): number =>
  route.propagated ? 3 : route.listId !== null ? 2 : route.target.type === 'local' ? 1 : 0;

/** A local route, one for each block of the VPC: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
const localRoutes = (vpc: Vpc): Route[] =>
  vpc.blocks.map((block) => ({
    destination: makeCidr(block),
    block,
    listId: null,
    target: { type: 'local' },
    propagated: false,
    observed: null,
  }));

/**
 * Propagated routes never beat the local route, and no route to a gateway replaces it.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
function isLostToLocal(route: RoutePart, vpc: Vpc): boolean {
  const { block } = route;
  if (block === null) return false;
  if (route.propagated) return vpc.blocks.some((own) => cidrContains(own, block));
  return (
    route.target.type === 'gateway' &&
    vpc.blocks.some((own) => own.first === block.first && own.prefix === block.prefix)
  );
}

const isMissingGateway = (target: Target): boolean =>
  (target.type === 'missing' || target.type === 'other') && target.id.startsWith('igw-');

/** What a route leads to, or why to nothing: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html */
function linkTarget(route: RoutePart, vpc: Vpc, link: Links): Target {
  const { target } = route;
  const blackhole = (why: string, label = target.id): Target => ({
    type: 'blackhole',
    id: target.id,
    label,
    why,
    was: target.type,
  });
  // What AWS calls active and the document does not hold was left out of the import; it is not a blackhole.
  const absent = (): Target =>
    route.observed === 'active'
      ? { type: 'missing', id: target.id }
      : blackhole(`${target.id} does not exist`);
  if (route.observed === 'blackhole' && target.type === 'other')
    return blackhole(`${target.id} is not available`);
  switch (target.type) {
    case 'gateway': {
      const gateway = link.gateways.get(target.id);
      if (!gateway) return absent();
      if (gateway.vpc !== vpc)
        return blackhole(`${gateway.label} is not attached to ${vpc.label}`, gateway.label);
      return { type: 'gateway', gateway };
    }
    case 'nat': {
      const nat = link.nats.get(target.id);
      if (!nat) return absent();
      if (nat.state !== 'available' && nat.state !== 'pending')
        return blackhole(`${nat.label} is ${nat.state}`, nat.label);
      return { type: 'nat', nat };
    }
    case 'interface': {
      const found = link.interfaces.get(target.id);
      return found ? forwarder(found, blackhole) : absent();
    }
    case 'host': {
      const host = link.hosts.get(target.id);
      const found = host?.interfaces[0];
      return found ? forwarder(found, blackhole) : absent();
    }
    case 'egress-only': {
      const gateway = link.egressOnly.get(target.id);
      if (!gateway) return absent();
      return gateway.vpc === vpc
        ? { type: 'egress-only', gateway }
        : blackhole(`${gateway.label} belongs to another VPC`, gateway.label);
    }
    case 'peering': {
      const peering = link.peerings.get(target.id);
      if (!peering) return absent();
      if (peering.state !== 'active') return blackhole(`${peering.label} is ${peering.state}`, peering.label);
      const [one, other] = peering.vpcs;
      if (one !== vpc && other !== vpc)
        return blackhole(`${peering.label} does not join ${vpc.label}`, peering.label);
      const far = one === vpc ? other : one;
      return { type: 'peering', peering, far, sameRegion: far === null || far.regionId === vpc.regionId };
    }
    case 'endpoint': {
      const endpoint = link.endpoints.get(target.id);
      if (!endpoint) return absent();
      if (endpoint.type !== 'Gateway') return { type: 'other', id: target.id };
      if (endpoint.state !== 'available')
        return blackhole(`${endpoint.label} is ${endpoint.state}`, endpoint.label);
      return { type: 'endpoint', endpoint };
    }
    case 'other':
      return { type: isHeldKind(target.id) ? 'missing' : 'other', id: target.id };
  }
}

/** An id of a kind that documents can hold: what AWS calls so and is not here was left out of the import. */
const isHeldKind = (id: string): boolean => /^(?:igw|nat|eni|i|eigw|pcx)-/.test(id);

function forwarder(found: Interface, blackhole: (why: string, label: string) => Target): Target {
  if (found.service !== null) return { type: 'interface', interface: found };
  if (!found.host) return blackhole(`${found.label} is not attached to an instance`, found.label);
  if (found.host.state !== 'running')
    return blackhole(`${found.host.label} is ${found.host.state}`, found.host.label);
  return { type: 'interface', interface: found };
}
