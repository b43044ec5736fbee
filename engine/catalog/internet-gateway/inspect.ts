import type { DerivedFacts } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, labelOf } from '../lookup';

export function inspectInternetGateway(
  document: Scenario,
  gateway: ResourceOf<'internet-gateway'>,
): DerivedFacts {
  const tables = allOf(document, 'route-table').filter((table) =>
    table.routes.some((route) => route.gatewayId === gateway.id),
  );
  return {
    facts: [
      { label: 'Attached to', value: gateway.vpcId ? labelOf(document, gateway.vpcId) : 'nothing' },
      {
        label: 'Routes to it',
        value: tables.length === 0 ? 'none' : tables.map((table) => labelOf(document, table.id)).join(', '),
        ...(tables.length === 0 ? { note: 'no subnet is public' } : {}),
      },
      {
        label: 'Translates',
        value: 'private to public, one to one',
        note: 'guests only ever see the private address',
      },
    ],
    tables: [],
  };
}
