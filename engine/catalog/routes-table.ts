/** Routes in effect: the local ones that the VPC implies, then the table's own, each with its state. */
import type { FactTable } from '../model/inspection';
import type { ResourceOf, Scenario } from './descriptors';
import { get, getKind, labelOf } from './lookup';
import { destinationOf, targetOf } from './rule-words';
import type { Route } from './route-table/kind';

export function routesTable(document: Scenario, table: ResourceOf<'route-table'>, title: string): FactTable {
  const vpc = getKind(document, table.vpcId, 'vpc');
  const local = vpc
    ? [vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? []), ...(vpc.ipv6CidrBlock ? [vpc.ipv6CidrBlock] : [])]
    : [];
  const own = new Set(table.routes.map(destinationOf));
  const implied = local.filter((block) => !own.has(block));
  return {
    title,
    columns: ['to', 'by', ''],
    rows: [
      ...implied.map((block) => [block, 'local', 'active']),
      ...table.routes.map((route) => [
        shownDestination(document, route),
        labelOf(document, targetOf(route) ?? 'nobody'),
        stateOfRoute(document, table, route),
      ]),
    ],
    holders: [...implied, ...table.routes.map(destinationOf)].map((rule) => ({ resource: table.id, rule })),
  };
}

/** A prefix list by the name AWS gave it. */
function shownDestination(document: Scenario, route: Route): string {
  const list = getKind(document, route.destinationPrefixListId, 'prefix-list');
  return list?.prefixListName ?? destinationOf(route);
}

/** A route whose target is not there stays and still wins its match. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html */
function stateOfRoute(document: Scenario, table: ResourceOf<'route-table'>, route: Route): string {
  if (document.observed[table.id]?.routeStates?.[destinationOf(route)] === 'blackhole') return 'blackhole';
  if (route.otherTarget !== undefined) return 'not modelled';
  const target = get(document, targetOf(route));
  if (!target) return 'blackhole';
  if (target.kind === 'vpc-peering-connection')
    return (target.status ?? 'active') === 'active' ? 'active' : 'blackhole';
  return target.kind === 'internet-gateway' && target.vpcId !== table.vpcId ? 'blackhole' : 'active';
}
