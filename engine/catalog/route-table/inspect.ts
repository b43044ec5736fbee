import type { DerivedFacts } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, labelOf, routeTableOf } from '../lookup';
import { routesTable } from '../routes-table';

export function inspectRouteTable(document: Scenario, table: ResourceOf<'route-table'>): DerivedFacts {
  const users = allOf(document, 'subnet').filter((subnet) => routeTableOf(document, subnet)?.id === table.id);
  return {
    facts: [
      {
        label: 'Subnets',
        value: users.length === 0 ? 'none' : users.map((subnet) => labelOf(document, subnet.id)).join(', '),
        ...(table.main ? { note: 'and every subnet that names no other' } : {}),
      },
    ],
    tables: [routesTable(document, table, 'Routes in effect')],
  };
}
