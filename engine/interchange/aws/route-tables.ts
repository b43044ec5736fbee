/**
 * Route tables. Local routes are implied by the VPC; a target the document can't draw keeps its AWS id.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html, API_Route.html
 */
import type { ResourceOf } from '../../catalog/descriptors';
import { ipv4Cidr, ipv6Cidr } from './cidr';
import { prefixListOf } from './prefix-lists';
import type { Element } from './collected';
import { shortened } from './report';
import { commonOf, composed, present, put, type Translation } from './translation';
import { flag, object, objects, text, type Foreign } from './values';

type Route = ResourceOf<'route-table'>['routes'][number];

const MAX_ROUTES = 1000;

const isOver = (association: Foreign): boolean =>
  ['disassociating', 'disassociated', 'failed'].includes(
    text(object(association, 'AssociationState'), 'State')?.toLowerCase() ?? '',
  );

/** Which table each subnet names itself; one that names none uses its VPC's main table. */
export function tablesOfSubnets(tables: Iterable<Element>): ReadonlyMap<string, string> {
  const bySubnet = new Map<string, string>();
  for (const table of tables)
    for (const association of objects(table.value, 'Associations')) {
      const subnetId = text(association, 'SubnetId');
      if (subnetId !== undefined && !isOver(association)) bySubnet.set(subnetId, table.id);
    }
  return bySubnet;
}

/** @param mains VPCs that have their main table already. */
export function addRouteTable(to: Translation, element: Element, mains: Set<string>): void {
  const { value } = element;
  const common = commonOf(to, 'route-table', element);
  const vpcId = to.ids.of('vpc', text(value, 'VpcId'));
  if (!common || vpcId === undefined) return;
  const associations = objects(value, 'Associations').filter((association) => !isOver(association));
  let main = associations.some((association) => flag(association, 'Main') === true);
  if (main && mains.has(vpcId)) {
    to.report.warn(element.id, 'A VPC has more than one main route table; the first is taken as main.');
    main = false;
  }
  if (main) mains.add(vpcId);
  const routes: Route[] = [];
  const routeStates: Record<string, 'active' | 'blackhole'> = {};
  for (const route of objects(value, 'Routes')) {
    if (text(route, 'GatewayId') === 'local') continue;
    const translated = routeOf(to, element, route);
    if (!translated) continue;
    routes.push(translated.route);
    const state = text(route, 'State')?.toLowerCase();
    if (state === 'active' || state === 'blackhole') routeStates[translated.destination] = state;
    else if (state !== undefined)
      to.report.warn(element.id, `A route is in state ${shortened(state)}, which is not held.`);
  }
  if (routes.length > MAX_ROUTES)
    to.report.warn(element.id, `A route table has more than ${MAX_ROUTES} routes; the rest was left out.`);
  put(
    to,
    element,
    composed(common, {
      kind: 'route-table',
      vpcId,
      main: main ? true : undefined,
      routes: routes.slice(0, MAX_ROUTES),
      gatewayId: edgeOf(to, element, associations),
    }),
    Object.keys(routeStates).length > 0 ? { routeStates } : {},
  );
}

function edgeOf(to: Translation, element: Element, associations: readonly Foreign[]): string | undefined {
  const gateways = associations.flatMap((association) => text(association, 'GatewayId') ?? []);
  const held = gateways.flatMap((gateway) => to.ids.of('internet-gateway', gateway) ?? []);
  if (gateways.length > Math.min(held.length, 1))
    to.report.warn(
      element.id,
      'An edge association with something else than one internet gateway of the input is not held.',
    );
  return held[0];
}

function routeOf(
  to: Translation,
  table: Element,
  route: Foreign,
): { readonly route: Route; readonly destination: string } | undefined {
  const destinationCidrBlock = ipv4Cidr(text(route, 'DestinationCidrBlock'));
  const destinationIpv6CidrBlock = ipv6Cidr(text(route, 'DestinationIpv6CidrBlock'));
  const destinationPrefixListId = prefixListOf(to, text(route, 'DestinationPrefixListId'));
  const destination = destinationCidrBlock ?? destinationIpv6CidrBlock ?? destinationPrefixListId;
  if (destination === undefined || destination === '__proto__') {
    to.report.warn(table.id, 'A route without a readable destination was left out.');
    return undefined;
  }
  const propagated = text(route, 'Origin') === 'EnableVgwRoutePropagation' ? true : undefined;
  const destinations =
    destinationCidrBlock !== undefined
      ? { destinationCidrBlock }
      : destinationIpv6CidrBlock !== undefined
        ? { destinationIpv6CidrBlock }
        : { destinationPrefixListId: destination };
  return {
    destination,
    route: present({ ...destinations, ...targetOf(to, table, route), propagated }),
  };
}

/**
 * A target of a list that was given and does not hold it is gone: its raw id dangles and the route is a blackhole.
 * Where the list was not given, only AWS's word for the state counts.
 */
function targetOf(to: Translation, table: Element, route: Foreign): Partial<Route> {
  const blackhole = text(route, 'State')?.toLowerCase() === 'blackhole';
  const { ids, input } = to;
  const gone = (list: string, id: string): boolean => {
    if (blackhole) return true;
    if (!input.given.has(list) || input.unheld.has(id)) return false;
    to.report.warn(
      table.id,
      `A route is active, but its target is missing from ${list}; the lists may be of different times.`,
    );
    return true;
  };
  const gatewayId = text(route, 'GatewayId') ?? text(route, 'VpcEndpointId');
  if (gatewayId !== undefined) {
    const held = ids.of('internet-gateway', gatewayId) ?? ids.of('vpc-endpoint', gatewayId);
    if (held !== undefined) return { gatewayId: held };
    if (gatewayId.startsWith('igw-') && gone('InternetGateways', gatewayId))
      return { gatewayId: ids.dangling(gatewayId) };
    return { otherTarget: gatewayId.slice(0, 128) };
  }
  const natGatewayId = text(route, 'NatGatewayId');
  if (natGatewayId !== undefined) {
    const held = ids.of('nat-gateway', natGatewayId);
    if (held !== undefined) return { natGatewayId: held };
    return gone('NatGateways', natGatewayId)
      ? { natGatewayId: ids.dangling(natGatewayId) }
      : { otherTarget: natGatewayId.slice(0, 128) };
  }
  const egressOnlyId = text(route, 'EgressOnlyInternetGatewayId');
  if (egressOnlyId !== undefined) {
    const held = ids.of('egress-only-internet-gateway', egressOnlyId);
    if (held !== undefined) return { egressOnlyInternetGatewayId: held };
    return gone('EgressOnlyInternetGateways', egressOnlyId)
      ? { egressOnlyInternetGatewayId: ids.dangling(egressOnlyId) }
      : { otherTarget: egressOnlyId.slice(0, 128) };
  }
  const peeringId = text(route, 'VpcPeeringConnectionId');
  if (peeringId !== undefined) {
    const held = ids.of('vpc-peering-connection', peeringId);
    if (held !== undefined) return { vpcPeeringConnectionId: held };
    return gone('VpcPeeringConnections', peeringId)
      ? { vpcPeeringConnectionId: ids.dangling(peeringId) }
      : { otherTarget: peeringId.slice(0, 128) };
  }
  const eniId = text(route, 'NetworkInterfaceId');
  const instanceId = text(route, 'InstanceId');
  const eni = ids.of('network-interface', eniId);
  if (eni !== undefined) return { networkInterfaceId: eni };
  const instance = ids.of('instance', instanceId);
  if (instance !== undefined) return { instanceId: instance };
  if (eniId !== undefined) {
    const nat = ids.of('nat-gateway', input.natInterfaces.get(eniId));
    if (nat !== undefined) return { natGatewayId: nat };
    return gone('NetworkInterfaces', eniId)
      ? { networkInterfaceId: ids.dangling(eniId) }
      : { otherTarget: eniId.slice(0, 128) };
  }
  if (instanceId !== undefined)
    return gone('Instances', instanceId)
      ? { instanceId: ids.dangling(instanceId) }
      : { otherTarget: instanceId.slice(0, 128) };
  for (const key of OTHER_TARGETS) {
    const target = text(route, key);
    if (target !== undefined) return { otherTarget: target.slice(0, 128) };
  }
  to.report.warn(table.id, 'A route without a known target is kept as one that leads nowhere known.');
  return { otherTarget: 'unknown' };
}

const OTHER_TARGETS = [
  'TransitGatewayId',
  'CarrierGatewayId',
  'LocalGatewayId',
  'CoreNetworkArn',
  'OdbNetworkArn',
  'IpAddress',
] as const;
