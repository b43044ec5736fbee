/** A packet leaves its subnet: the ACL on the way out, the route table, and the target of the route. */
import { makeAddress, makeCidr, type Address } from '../model/ip/address';
import { backToNode } from './balancer-steps';
import { leaveByEgressOnly } from './egress-only-steps';
import { goThroughEndpoint } from './endpoint-steps';
import { arriveAt, nobody, toNeighbour } from './delivery';
import type { Interface, Nat, Route, Subnet, Table } from './network';
import { filterByAcl } from './network-acl-steps';
import { ownerOf } from './owners';
import { crossPeering } from './peering-steps';
import { routeRemedies } from './route-remedy';
import { leadsTo, lookUp } from './routing';
import { SOURCES } from './sources';
import { STOPPED, doubt, note, pass, stop, type Next, type Session, type Walk } from './walk';

/** S4 to S7. */
export function leaveSubnet(walk: Walk, subnet: Subnet, by: Interface | Nat): Next {
  const back = backToNode(walk, subnet, by);
  if (back) return back;
  const neighbour = toNeighbour(walk, subnet);
  if (neighbour) return neighbour;
  const { table } = subnet;
  const { destination } = walk.header;
  if (!table)
    return doubt(
      walk,
      {
        resource: subnet.id,
        kind: 'route-table',
        message: `The route table of ${subnet.label} is not in this document.`,
        source: SOURCES.routeTables,
      },
      'UNKNOWN_RESOURCE',
    );
  walk.touched.tables.add(table);
  const everybody = destination === walk.scope.outside && walk.scope.outsideScope === 'any';
  const found = lookUp(table, destination, everybody);
  // An appliance in the same subnet: the packet does not cross the subnet's edge.
  const staysInside =
    found.type === 'route' &&
    found.route.target.type === 'interface' &&
    found.route.target.interface.subnet === subnet;
  if (!staysInside && !filterByAcl(walk, subnet, 'outbound')) return STOPPED;
  switch (found.type) {
    case 'none':
      return noRoute(walk, table, subnet, by);
    case 'unknown':
      return doubt(
        walk,
        {
          resource: table.id,
          kind: 'route-table',
          message: `${table.label} has a route for the prefix list ${found.route.destination}, whose addresses are not in this document: it may hold ${makeAddress(destination)}.`,
          source: SOURCES.prefixLists,
        },
        'UNSUPPORTED_COMPONENT',
      );
    case 'route':
      noteTie(walk, table, found.route);
      return follow(walk, table, found.route, subnet, by);
  }
}

function follow(walk: Walk, table: Table, route: Route, subnet: Subnet, by: Interface | Nat): Next {
  const { target } = route;
  const destination = makeAddress(walk.header.destination);
  const hop = (leads: string, message: string) => ({
    resource: table.id,
    kind: 'route-table',
    decidedBy: { resource: table.id, rule: route.destination, text: `${route.destination} → ${leads}` },
    message,
    source: SOURCES.routes,
  });
  const best = `the most specific route for ${destination} is ${route.destination}`;
  switch (target.type) {
    case 'local': {
      pass(
        walk,
        hop(
          'local',
          `${table.label}: ${destination} is inside ${subnet.vpc.label} (${route.destination}, local).`,
        ),
      );
      const owner = ownerOf(subnet.vpc, walk.header.destination);
      return owner ? arriveAt(owner, true) : nobody(walk, subnet.vpc);
    }
    case 'gateway':
      pass(walk, hop(target.gateway.label, `${table.label}: ${best}, to ${target.gateway.label}.`));
      return { type: 'leave-by-gateway', gateway: target.gateway, by };
    case 'nat':
      pass(walk, hop(target.nat.label, `${table.label}: ${best}, to ${target.nat.label}.`));
      return { type: 'through-nat', nat: target.nat, from: subnet, by };
    case 'interface': {
      const name = target.interface.host?.label ?? target.interface.label;
      pass(walk, hop(name, `${table.label}: ${best}, to ${name}.`));
      return {
        type: 'arrive',
        interface: target.interface,
        crossesEdge: target.interface.subnet !== subnet,
      };
    }
    case 'egress-only':
      pass(walk, hop(target.gateway.label, `${table.label}: ${best}, to ${target.gateway.label}.`));
      return leaveByEgressOnly(walk, target.gateway, by);
    case 'peering':
      pass(walk, hop(target.peering.label, `${table.label}: ${best}, to ${target.peering.label}.`));
      return crossPeering(walk, { ...target, near: subnet.vpc });
    case 'endpoint':
      pass(walk, hop(target.endpoint.label, `${table.label}: ${best}, to ${target.endpoint.label}.`));
      return goThroughEndpoint(walk, target.endpoint, by);
    case 'blackhole':
      return stop(
        walk,
        {
          ...hop(
            `${target.label} (blackhole)`,
            `${table.label}: ${best}, but it leads nowhere: ${target.why}. A blackhole still wins over shorter routes.`,
          ),
          source: SOURCES.blackhole,
        },
        {
          code: 'BAD_STATE_ROUTE',
          resource: table.id,
          rule: route.destination,
          ...routeRemedies(walk, table, subnet, by, route),
        },
      );
    case 'missing':
      return doubt(
        walk,
        hop(target.id, `${table.label}: ${best}, to ${target.id}, which is not in this document.`),
        'UNKNOWN_RESOURCE',
      );
    case 'other':
      return doubt(
        walk,
        hop(target.id, `${table.label}: ${best}, to ${target.id}, which is not modelled yet.`),
        'UNSUPPORTED_COMPONENT',
      );
  }
}

/** Two lists with the same entry: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html */
function noteTie(walk: Walk, table: Table, route: Route): void {
  const { block, listId } = route;
  if (listId === null || !block) return;
  const other = table.routes.find(
    (rival) =>
      rival.listId !== null &&
      rival.listId !== listId &&
      rival.block?.first === block.first &&
      rival.block.prefix === block.prefix &&
      leadsTo(rival.target) !== leadsTo(route.target),
  );
  if (other)
    note(
      walk,
      'X_ROUTE_PL_TIE',
      `${table.label} has ${makeCidr(block)} in two prefix lists (${listId} and ${other.listId ?? ''}) with different targets; AWS keeps one of them, and this answer takes ${listId}.`,
    );
}

function noRoute(walk: Walk, table: Table, subnet: Subnet, by: Interface | Nat): Next {
  // A NAT gateway takes back the answers to its connections, even from a peered VPC that has no route to it.
  // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
  const holder = walk.direction === 'return' && walk.sessions.find(isFrom(walk.header.destination))?.holder;
  if (holder && holder.type === 'nat' && subnet.vpc.peers.some(({ vpc }) => vpc === holder.subnet.vpc)) {
    pass(walk, {
      resource: table.id,
      kind: 'route-table',
      message: `${table.label} has no route to ${makeAddress(walk.header.destination)}, but ${holder.label} takes back the answers to its own connections over the peering.`,
      source: SOURCES.natBasics,
    });
    return arriveAt(holder, true);
  }
  const destination = makeAddress(walk.header.destination);
  const everybody = walk.header.destination === walk.scope.outside && walk.scope.outsideScope === 'any';
  const goal = everybody ? 'the internet' : destination;
  const lists = table.opaqueRoutes.map((route) => route.destination).join(', ');
  if (lists) note(walk, 'X_PREFIX_LISTS', `${table.label} also has routes for prefix lists (${lists}).`);
  const remedies = routeRemedies(walk, table, subnet, by, null);
  return stop(
    walk,
    {
      resource: table.id,
      kind: 'route-table',
      decidedBy: { resource: table.id, rule: 'routes', text: `no route for ${destination}` },
      message: `${table.label}, the route table of ${subnet.label}, has no route to ${goal}${walk.direction === 'return' ? ", so the answer can't get back" : ''}.`,
      source: SOURCES.routeTables,
    },
    { code: 'NO_ROUTE_TO_DESTINATION', resource: table.id, rule: 'routes', ...remedies },
  );
}

const isFrom =
  (address: Address) =>
  (session: Session): boolean =>
    session.address === address;
