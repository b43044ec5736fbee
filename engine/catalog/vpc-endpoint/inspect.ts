import type { DerivedFacts, Fact } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind } from '../lookup';
import { namesOf, nodesTable } from '../nodes-table';

type Endpoint = ResourceOf<'vpc-endpoint'>;

export function inspectVpcEndpoint(document: Scenario, endpoint: Endpoint): DerivedFacts {
  const policy: Fact = {
    label: 'Policy',
    value: endpoint.policyDocument === undefined ? 'full access' : 'custom',
    note: endpoint.policyDocument === undefined ? 'to everybody and everything' : 'in the properties',
  };
  switch (endpoint.vpcEndpointType) {
    case 'Gateway':
      return gatewayFacts(document, endpoint, policy);
    case 'Interface':
      return {
        facts: [
          {
            label: 'Groups',
            value: namesOf(document, endpoint.securityGroupIds ?? []),
            note: 'of every interface',
          },
          {
            label: 'Private DNS',
            value: endpoint.privateDnsEnabled ? 'on' : 'off',
            note: endpoint.privateDnsEnabled
              ? 'the service’s name leads here from inside the VPC'
              : 'only the endpoint’s own names lead here',
          },
          policy,
          { label: 'Answers', value: 'tcp', note: 'no ping; opens nothing itself' },
        ],
        tables: [nodesTable(document, endpoint.id, 'Interfaces')],
      };
    case 'GatewayLoadBalancer':
      return {
        facts: [{ label: 'Carries', value: 'not modelled', note: 'verdicts that it could touch say so' }],
        tables: [nodesTable(document, endpoint.id, 'Interfaces')],
      };
  }
}

function gatewayFacts(document: Scenario, endpoint: Endpoint, policy: Fact): DerivedFacts {
  const tables = allOf(document, 'route-table').filter((table) =>
    table.routes.some((route) => route.gatewayId === endpoint.id),
  );
  const region = getKind(document, endpoint.vpcId, 'vpc')?.region;
  const list = allOf(document, 'prefix-list').find(
    (candidate) => candidate.prefixListName === endpoint.serviceName && candidate.region === region,
  );
  return {
    facts: [
      {
        label: 'Routes to it',
        value: namesOf(
          document,
          tables.map((table) => table.id),
        ),
        ...(tables.length === 0 ? { note: 'no subnet uses it' } : {}),
      },
      {
        label: 'Prefix list',
        value: list?.prefixListName ?? 'none',
        ...(list ? { note: list.entries.length === 1 ? '1 block' : `${list.entries.length} blocks` } : {}),
      },
      policy,
      { label: 'Reached from', value: 'its own VPC', note: 'not through peering, VPN or a transit gateway' },
    ],
    tables: [],
  };
}
