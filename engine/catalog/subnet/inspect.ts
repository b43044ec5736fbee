import type { DerivedFacts, FactTable } from '../../model/inspection';
import { takenAddresses, usableAddresses } from '../address-space';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, labelOf, networkAclOf, routeTableOf } from '../lookup';
import { routesTable } from '../routes-table';

export function inspectSubnet(document: Scenario, subnet: ResourceOf<'subnet'>): DerivedFacts {
  const table = routeTableOf(document, subnet);
  const acl = networkAclOf(document, subnet);
  const usable = subnet.cidrBlock ? usableAddresses(subnet.cidrBlock) : 0;
  const taken = takenAddresses(document, subnet.id).size;
  const gateways = new Set(
    allOf(document, 'internet-gateway').flatMap((gateway) =>
      gateway.vpcId === subnet.vpcId ? [gateway.id] : [],
    ),
  );
  const isPublic =
    table?.routes.some((route) => route.gatewayId !== undefined && gateways.has(route.gatewayId)) ?? false;
  const tables: FactTable[] = table
    ? [routesTable(document, table, `Routes of ${labelOf(document, table.id)}`)]
    : [];
  return {
    facts: [
      {
        label: 'Kind',
        value: isPublic ? 'public' : 'private',
        note: isPublic ? 'its route table leads to an internet gateway' : 'no route to an internet gateway',
      },
      { label: 'Addresses', value: `${usable - taken} of ${usable} free`, note: '5 are AWS’s own' },
      ...(subnet.ipv6CidrBlock === undefined ? [] : [{ label: 'IPv6', value: subnet.ipv6CidrBlock }]),
      {
        label: 'Zone',
        value: getKind(document, subnet.availabilityZone, 'zone')?.zoneName ?? 'unknown',
      },
      {
        label: 'Route table',
        value: table ? labelOf(document, table.id) : 'none',
        ...(subnet.routeTableId ? {} : { note: 'the main one' }),
      },
      {
        label: 'Network ACL',
        value: acl ? labelOf(document, acl.id) : 'none',
        ...(subnet.networkAclId ? {} : { note: 'the default one' }),
      },
    ],
    tables,
  };
}
