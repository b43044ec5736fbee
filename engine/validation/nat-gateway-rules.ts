/** Rules on NAT gateways: their way out, and who is served by them. */
import type { ResourceOf } from '../catalog/descriptors';
import { allOf, getKind, labelOf, primaryInterface, routeTableOf, subnetOfInstance } from '../catalog/lookup';
import { wantsPublicAddress } from '../catalog/public-address';
import { Draft } from '../editing/draft';
import { makeElasticIp } from '../editing/make/make-machine';
import { leadsToInternet, makePublic, servedBy } from './internet-access';
import { finding, page, type Rule } from './rule';

type RouteTable = ResourceOf<'route-table'>;

export const NAT_GATEWAY_RULES: readonly Rule[] = [
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
];

const routesTo = (table: RouteTable | undefined, natId: string): boolean =>
  table?.routes.some((route) => route.natGatewayId === natId) ?? false;
