import type { DerivedFacts } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind } from '../lookup';
import { namesOf } from '../nodes-table';

export function inspectEgressOnlyInternetGateway(
  document: Scenario,
  gateway: ResourceOf<'egress-only-internet-gateway'>,
): DerivedFacts {
  const tables = allOf(document, 'route-table').filter((table) =>
    table.routes.some((route) => route.egressOnlyInternetGatewayId === gateway.id),
  );
  const block = getKind(document, gateway.vpcId, 'vpc')?.ipv6CidrBlock;
  return {
    facts: [
      { label: 'Carries', value: 'IPv6 only', note: 'opened from inside; replies come back' },
      {
        label: 'IPv6 of VPC',
        value: block ?? 'none',
        ...(block === undefined ? { note: 'give the VPC a block first' } : {}),
      },
      {
        label: 'Routes to it',
        value: namesOf(
          document,
          tables.map((table) => table.id),
        ),
        ...(tables.length === 0 ? { note: 'a table of private subnets needs ::/0 to it' } : {}),
      },
    ],
    tables: [],
  };
}
