/** Composes VPC endpoints: a gateway endpoint with its prefix list and routes, an interface endpoint with its interface. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, getKind, mainRouteTable, routeTableOf } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { ensurePrefixList, serviceNameIn, type GatewayService } from '../service-prefix-list';
import { defaultGroups, makeNode } from './make-node';

type RouteTable = ResourceOf<'route-table'>;

/** Tables that a subnet of the VPC uses; the main one where there is no subnet yet. */
export function tablesInUse(document: Scenario, vpcId: ResourceId): readonly RouteTable[] {
  const used = new Set(
    allOf(document, 'subnet').flatMap((subnet) =>
      subnet.vpcId === vpcId ? (routeTableOf(document, subnet) ?? []) : [],
    ),
  );
  const main = mainRouteTable(document, vpcId);
  return used.size > 0 ? [...used] : main ? [main] : [];
}

/** A route for the service's prefix list to a gateway endpoint; a table has one for each list. */
export function routeToEndpoint(
  draft: Draft,
  tableId: ResourceId,
  destinationPrefixListId: string,
  gatewayId: ResourceId,
): void {
  const table = getKind(draft.document, tableId, 'route-table');
  if (!table || table.routes.some((route) => route.destinationPrefixListId === destinationPrefixListId))
    return;
  draft.update(tableId, { routes: [...table.routes, { destinationPrefixListId, gatewayId }] });
}

export function makeGatewayEndpoint(
  draft: Draft,
  vpc: ResourceOf<'vpc'>,
  service: GatewayService,
  name?: string,
): ResourceId {
  const serviceName = serviceNameIn(draft.document, vpc.region, service);
  const list = ensurePrefixList(draft, vpc.region, serviceName);
  const id = draft.add({
    id: draft.nextId('vpc-endpoint'),
    kind: 'vpc-endpoint',
    ...(name === undefined ? {} : { name }),
    vpcId: vpc.id,
    vpcEndpointType: 'Gateway',
    serviceName,
  });
  for (const table of tablesInUse(draft.document, vpc.id)) routeToEndpoint(draft, table.id, list, id);
  return id;
}

/**
 * Private DNS names as AWS sets them where the VPC resolves and gives names; else it would refuse.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export function makeInterfaceEndpoint(
  draft: Draft,
  subnet: ResourceOf<'subnet'>,
  service: string,
  name?: string,
): ResourceId {
  const vpc = getKind(draft.document, subnet.vpcId, 'vpc');
  const id = draft.add({
    id: draft.nextId('vpc-endpoint'),
    kind: 'vpc-endpoint',
    ...(name === undefined ? {} : { name }),
    vpcId: subnet.vpcId,
    vpcEndpointType: 'Interface',
    serviceName: serviceNameIn(draft.document, vpc?.region ?? '', service),
    securityGroupIds: defaultGroups(draft.document, subnet.vpcId),
    privateDnsEnabled: (vpc?.enableDnsSupport ?? false) && (vpc?.enableDnsHostnames ?? false),
  });
  makeNode(draft, id, subnet.id);
  return id;
}
