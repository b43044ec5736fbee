/** Rules on internet gateways, and on public addresses that have none to be reached by. */
import type { ScenarioChangeSet } from '../catalog/descriptors';
import { allOf, labelOf, primaryInterface, routeTableOf, subnetOfInstance } from '../catalog/lookup';
import { wantsPublicAddress } from '../catalog/public-address';
import { leadsToInternet, makePublic } from './internet-access';
import { finding, mend, page, type Rule } from './rule';

export const INTERNET_GATEWAY_RULES: readonly Rule[] = [
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
        const table = subnet && routeTableOf(document, subnet);
        // An import without route tables says nothing about routes.
        if (!primary || !subnet || !table) return [];
        const isPublic = elastic.has(primary.id) || wantsPublicAddress(document, instance.id);
        if (!isPublic || leadsToInternet(document, table)) return [];
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
];
