/** Rules on route tables, internet gateways, NAT gateways and public addresses. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import {
  allOf,
  get,
  getKind,
  labelOf,
  primaryInterface,
  routeTableOf,
  subnetOfInstance,
} from '../catalog/lookup';
import { wantsPublicAddress } from '../catalog/public-address';
import type { Route } from '../catalog/route-table/kind';
import { Draft } from '../editing/draft';
import { makeElasticIp } from '../editing/make/make-machine';
import { leadsToInternet, makePublic, servedBy } from './internet-access';
import { finding, mend, page, type Finding, type Rule } from './rule';

type RouteTable = ResourceOf<'route-table'>;

const destinationOf = (route: Route): string =>
  route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? route.destinationPrefixListId ?? 'nothing';

const targetOf = (route: Route): string | undefined =>
  route.gatewayId ?? route.natGatewayId ?? route.networkInterfaceId ?? route.instanceId;

const withoutRoute = (document: Scenario, table: RouteTable, index: number): ScenarioChangeSet =>
  mend(`Remove the route ${destinationOf(table.routes[index] ?? {})} from ${labelOf(document, table.id)}`, {
    type: 'update',
    id: table.id,
    set: { routes: table.routes.filter((_, position) => position !== index) },
  });

const eachRoute = (
  document: Scenario,
  check: (table: RouteTable, route: Route, index: number) => Finding | undefined,
): readonly Finding[] =>
  allOf(document, 'route-table').flatMap((table) =>
    table.routes.flatMap((route, index) => check(table, route, index) ?? []),
  );

export const ROUTING_RULES: readonly Rule[] = [
  {
    id: 'ROUTE-001',
    severity: 'warning',
    sentence: 'A route leads to something that is there.',
    source: page.subnetRouteTables,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const target = targetOf(route);
        // AWS ids of kinds that are not drawn are told by the importer.
        if (target === undefined || target === 'local' || get(document, target)) return undefined;
        return finding(
          [table.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${target}, which is gone: a blackhole. Packets that match it are dropped.`,
          withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'ROUTE-002',
    severity: 'warning',
    sentence: 'A route to an internet gateway leads to the one attached to its VPC.',
    source: page.internetGateway,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const gateway = getKind(document, route.gatewayId, 'internet-gateway');
        if (!gateway || gateway.vpcId === table.vpcId) return undefined;
        const taken = allOf(document, 'internet-gateway').some((other) => other.vpcId === table.vpcId);
        const attachable = gateway.vpcId === undefined && !taken;
        const where =
          gateway.vpcId === undefined ? 'not attached' : `attached to ${labelOf(document, gateway.vpcId)}`;
        return finding(
          [table.id, gateway.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${labelOf(document, gateway.id)}, which is ${where}: a blackhole.`,
          attachable
            ? mend(`Attach ${labelOf(document, gateway.id)} to ${labelOf(document, table.vpcId)}`, {
                type: 'attach',
                id: gateway.id,
                relation: 'vpcId',
                to: table.vpcId,
              })
            : withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'ROUTE-003',
    severity: 'error',
    sentence: 'A route to a NAT gateway leads to one of the same VPC.',
    source: page.natGateway,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const nat = getKind(document, route.natGatewayId, 'nat-gateway');
        const vpcId = getKind(document, nat?.subnetId, 'subnet')?.vpcId;
        if (!nat || vpcId === undefined || vpcId === table.vpcId) return undefined;
        return finding(
          [table.id, nat.id],
          `The route ${destinationOf(route)} of ${labelOf(document, table.id)} leads to ${labelOf(document, nat.id)} in ${labelOf(document, vpcId)}, another VPC.`,
          withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'ROUTE-004',
    severity: 'error',
    sentence: 'A route table has one route for each destination.',
    source: page.subnetRouteTables,
    check: (document) =>
      eachRoute(document, (table, route, index) => {
        const destination = destinationOf(route);
        const first = table.routes.findIndex((other) => destinationOf(other) === destination);
        // A propagated route may stand beside a static one, which wins.
        if (first === index || route.propagated || table.routes[first]?.propagated) return undefined;
        return finding(
          [table.id],
          `${labelOf(document, table.id)} has two routes for ${destination}.`,
          withoutRoute(document, table, index),
        );
      }),
  },
  {
    id: 'PUBLIC-001',
    severity: 'warning',
    sentence: 'An instance with a public address stands in a subnet with a route to an internet gateway.',
    source: page.internetGateway,
    check: (document) => {
      const elastic = new Set(allOf(document, 'elastic-ip').map((address) => address.networkInterfaceId));
      // One fix serves every instance of a subnet.
      const fixes = new Map<string, ScenarioChangeSet>();
      return allOf(document, 'instance').flatMap((instance) => {
        const primary = primaryInterface(document, instance.id);
        const subnet = subnetOfInstance(document, instance.id);
        if (!primary || !subnet) return [];
        const isPublic = elastic.has(primary.id) || wantsPublicAddress(document, instance.id);
        if (!isPublic || leadsToInternet(document, routeTableOf(document, subnet))) return [];
        const fix = fixes.get(subnet.id) ?? makePublic(document, subnet);
        fixes.set(subnet.id, fix);
        return finding(
          [instance.id, subnet.id],
          `${labelOf(document, instance.id)} has a public address, but ${labelOf(document, subnet.id)} has no route 0.0.0.0/0 to an attached internet gateway.`,
          fix,
        );
      });
    },
  },
  {
    id: 'IGW-001',
    severity: 'info',
    sentence: 'An internet gateway works for the VPC it is attached to.',
    source: page.internetGateway,
    check: (document) =>
      allOf(document, 'internet-gateway').flatMap((gateway) => {
        if (gateway.vpcId !== undefined) return [];
        const served = new Set(allOf(document, 'internet-gateway').map((other) => other.vpcId));
        const without = allOf(document, 'vpc').filter(
          (vpc) => vpc.region === gateway.region && !served.has(vpc.id),
        );
        const [only] = without;
        return finding(
          [gateway.id],
          `${labelOf(document, gateway.id)} is attached to no VPC.`,
          only && without.length === 1
            ? mend(`Attach ${labelOf(document, gateway.id)} to ${labelOf(document, only.id)}`, {
                type: 'attach',
                id: gateway.id,
                relation: 'vpcId',
                to: only.id,
              })
            : undefined,
        );
      }),
  },
  {
    id: 'IGW-002',
    severity: 'error',
    sentence: 'A VPC has at most one internet gateway.',
    source: page.internetGateway,
    check: (document) => {
      const first = new Map<string, string>();
      return allOf(document, 'internet-gateway').flatMap((gateway) => {
        if (gateway.vpcId === undefined) return [];
        const other = first.get(gateway.vpcId);
        if (other === undefined) first.set(gateway.vpcId, gateway.id);
        if (other === undefined) return [];
        return finding(
          [gateway.id, gateway.vpcId],
          `${labelOf(document, gateway.vpcId)} has ${labelOf(document, other)} and ${labelOf(document, gateway.id)}; allowed is one.`,
          mend(`Detach ${labelOf(document, gateway.id)}`, {
            type: 'attach',
            id: gateway.id,
            relation: 'vpcId',
            to: null,
          }),
        );
      });
    },
  },
  {
    id: 'NAT-001',
    severity: 'error',
    sentence: 'A public NAT gateway stands in a subnet with a route to an internet gateway.',
    source: page.natTroubleshooting,
    check: (document) =>
      allOf(document, 'nat-gateway').flatMap((nat) => {
        const subnet = getKind(document, nat.subnetId, 'subnet');
        if (nat.connectivityType !== 'public' || !subnet) return [];
        const table = routeTableOf(document, subnet);
        // A route to itself is the more precise complaint.
        if (leadsToInternet(document, table) || routesTo(table, nat.id)) return [];
        return finding(
          [nat.id, subnet.id],
          `${labelOf(document, nat.id)} stands in ${labelOf(document, subnet.id)}, which has no route 0.0.0.0/0 to an attached internet gateway: nothing gets out through it.`,
          makePublic(document, subnet),
        );
      }),
  },
  {
    id: 'NAT-002',
    severity: 'error',
    sentence: 'The subnet of a NAT gateway does not route through that NAT gateway.',
    source: page.natTroubleshooting,
    check: (document) =>
      allOf(document, 'nat-gateway').flatMap((nat) => {
        const subnet = getKind(document, nat.subnetId, 'subnet');
        const table = subnet && routeTableOf(document, subnet);
        if (!subnet || !routesTo(table, nat.id)) return [];
        return finding(
          [nat.id, subnet.id, ...(table ? [table.id] : [])],
          `${labelOf(document, table?.id ?? '')} sends ${labelOf(document, subnet.id)} to ${labelOf(document, nat.id)}, which stands in that very subnet and needs a way out itself.`,
          makePublic(document, subnet),
        );
      }),
  },
  {
    id: 'NAT-003',
    severity: 'info',
    sentence: 'A NAT gateway serves instances of other subnets, not those beside it.',
    source: page.natGateway,
    check: (document) => {
      const elastic = new Set(allOf(document, 'elastic-ip').map((address) => address.networkInterfaceId));
      return allOf(document, 'nat-gateway').flatMap((nat) => {
        const subnet = getKind(document, nat.subnetId, 'subnet');
        if (!subnet || !leadsToInternet(document, routeTableOf(document, subnet))) return [];
        const beside = allOf(document, 'instance').filter(
          (instance) =>
            subnetOfInstance(document, instance.id)?.id === subnet.id &&
            !elastic.has(primaryInterface(document, instance.id)?.id) &&
            !wantsPublicAddress(document, instance.id),
        );
        if (beside.length === 0) return [];
        const names = beside.map((instance) => labelOf(document, instance.id));
        return finding(
          [nat.id, ...beside.map((instance) => instance.id)],
          `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''} in ${labelOf(document, subnet.id)} ${names.length > 1 ? 'have' : 'has'} no public address, and the NAT gateway beside does not serve its own subnet. Move to a private subnet, or take a public address.`,
        );
      });
    },
  },
  {
    id: 'NAT-004',
    severity: 'error',
    sentence: 'A public NAT gateway has an Elastic IP.',
    source: page.natGateway,
    check: (document) =>
      allOf(document, 'nat-gateway').flatMap((nat) => {
        if (nat.connectivityType !== 'public' || getKind(document, nat.allocationId, 'elastic-ip')) return [];
        const subnet = getKind(document, nat.subnetId, 'subnet');
        const draft = new Draft(document);
        const region = getKind(document, subnet?.vpcId, 'vpc')?.region ?? '';
        draft.update(nat.id, { allocationId: makeElasticIp(draft, region) });
        return finding([nat.id], `${labelOf(document, nat.id)} is public and has no Elastic IP.`, {
          label: `Allocate an Elastic IP for ${labelOf(document, nat.id)}`,
          changes: draft.changes,
        });
      }),
  },
  {
    id: 'NAT-005',
    severity: 'info',
    sentence: 'A NAT gateway is used by a route.',
    source: page.natGateway,
    check: (document) => {
      const tables = allOf(document, 'route-table');
      return allOf(document, 'nat-gateway').flatMap((nat) => {
        if (tables.some((table) => routesTo(table, nat.id) && servedBy(document, table).length > 0))
          return [];
        return finding(
          [nat.id],
          `No subnet routes to ${labelOf(document, nat.id)}; it costs by the hour all the same. Give the route table of private subnets a route 0.0.0.0/0 to it.`,
        );
      });
    },
  },
  {
    id: 'EIP-001',
    severity: 'info',
    sentence: 'An Elastic IP is associated; it is billed either way.',
    source: page.elasticIp,
    check: (document) => {
      const ofGateways = new Set(allOf(document, 'nat-gateway').map((nat) => nat.allocationId));
      return allOf(document, 'elastic-ip').flatMap((address) => {
        if (address.networkInterfaceId !== undefined || ofGateways.has(address.id)) return [];
        return finding(
          [address.id],
          `${address.publicIp} is associated with nothing and billed all the same.`,
          mend(`Release ${address.publicIp}`, { type: 'remove', id: address.id }),
        );
      });
    },
  },
  {
    id: 'EIP-002',
    severity: 'error',
    sentence: 'An Elastic IP is associated with an address its interface has.',
    source: page.elasticIp,
    check: (document) =>
      allOf(document, 'elastic-ip').flatMap((address) => {
        const eni = getKind(document, address.networkInterfaceId, 'network-interface');
        const { privateIpAddress } = address;
        const own = [eni?.privateIpAddress, ...(eni?.secondaryPrivateIpAddresses ?? [])];
        if (!eni || privateIpAddress === undefined || own.includes(privateIpAddress)) return [];
        return finding(
          [address.id, eni.id],
          `${address.publicIp} belongs to ${privateIpAddress}, which ${labelOf(document, eni.id)} does not have.`,
          mend(`Associate it with the primary address of ${labelOf(document, eni.id)}`, {
            type: 'update',
            id: address.id,
            set: { privateIpAddress: null },
          }),
        );
      }),
  },
];

const routesTo = (table: RouteTable | undefined, natId: string): boolean =>
  table?.routes.some((route) => route.natGatewayId === natId) ?? false;
