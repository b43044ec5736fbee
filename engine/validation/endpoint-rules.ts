/** Rules on VPC endpoints: routes and prefix lists of gateway endpoints, groups and names of interface endpoints. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, getKind, labelOf, routeTableOf } from '../catalog/lookup';
import { nodesOf } from '../catalog/nodes-table';
import { Draft } from '../editing/draft';
import { routeToEndpoint, tablesInUse } from '../editing/make/make-endpoint';
import { ensurePrefixList } from '../editing/service-prefix-list';
import { inboundRulesFor, isImported, withInbound } from './group-access';
import { finding, mend, page, type Finding, type Rule } from './rule';

type Endpoint = ResourceOf<'vpc-endpoint'>;
type RouteTable = ResourceOf<'route-table'>;

const each = (
  document: Scenario,
  type: Endpoint['vpcEndpointType'],
  check: (endpoint: Endpoint) => Finding | undefined,
): readonly Finding[] =>
  allOf(document, 'vpc-endpoint').flatMap((endpoint) =>
    endpoint.vpcEndpointType === type ? (check(endpoint) ?? []) : [],
  );

const leadsTo = (table: RouteTable, endpoint: Endpoint): boolean =>
  table.routes.some((route) => route.gatewayId === endpoint.id);

function addRoutes(document: Scenario, endpoint: Endpoint, tables: readonly RouteTable[]) {
  const draft = new Draft(document);
  const region = getKind(document, endpoint.vpcId, 'vpc')?.region ?? '';
  const list = ensurePrefixList(draft, region, endpoint.serviceName);
  for (const table of tables) routeToEndpoint(draft, table.id, list, endpoint.id);
  const names = tables.map((table) => labelOf(document, table.id)).join(', ');
  return { label: `Add a route to ${labelOf(document, endpoint.id)} to ${names}`, changes: draft.changes };
}

export const ENDPOINT_RULES: readonly Rule[] = [
  {
    id: 'ENDPOINT-001',
    severity: 'warning',
    sentence: 'A gateway endpoint has a route in a table that a subnet uses.',
    source: page.gatewayEndpoints,
    check: (document) =>
      each(document, 'Gateway', (endpoint) => {
        const tables = tablesInUse(document, endpoint.vpcId);
        if (tables.length === 0 || tables.some((table) => leadsTo(table, endpoint))) return undefined;
        return finding(
          [endpoint.id],
          `No table in use leads to ${labelOf(document, endpoint.id)} (${endpoint.serviceName}): nothing uses it.`,
          addRoutes(document, endpoint, tables),
        );
      }),
  },
  {
    id: 'ENDPOINT-002',
    severity: 'info',
    sentence: 'Subnets without another way out use the gateway endpoint of their VPC.',
    source: page.gatewayEndpoints,
    check: (document) =>
      each(document, 'Gateway', (endpoint) => {
        const tables = tablesInUse(document, endpoint.vpcId);
        const missing = tables.filter(
          (table) =>
            !leadsTo(table, endpoint) &&
            !table.routes.some((route) => route.destinationCidrBlock === '0.0.0.0/0'),
        );
        if (missing.length === 0 || !tables.some((table) => leadsTo(table, endpoint))) return undefined;
        const subnets = allOf(document, 'subnet').filter((subnet) =>
          missing.some((table) => routeTableOf(document, subnet)?.id === table.id),
        );
        return finding(
          [endpoint.id, ...missing.map((table) => table.id)],
          `${subnets
            .map((subnet) => labelOf(document, subnet.id))
            .slice(0, 3)
            .join(
              ', ',
            )}${subnets.length > 3 ? ' …' : ''} can't reach ${endpoint.serviceName}: ${missing.map((table) => labelOf(document, table.id)).join(', ')} has neither a route to ${labelOf(document, endpoint.id)} nor another way out.`,
          addRoutes(document, endpoint, missing),
        );
      }),
  },
  {
    id: 'ENDPOINT-003',
    severity: 'info',
    sentence: 'The prefix list of a gateway endpoint has the blocks of its service.',
    source: page.gatewayEndpoints,
    check: (document) =>
      each(document, 'Gateway', (endpoint) => {
        const list = allOf(document, 'prefix-list').find(
          (candidate) => candidate.prefixListName === endpoint.serviceName,
        );
        if (!list || list.entries.length > 0) return undefined;
        return finding(
          [list.id, endpoint.id],
          `The prefix list ${list.prefixListName} is empty, so that no packet matches its routes. Put in the blocks that \`aws ec2 get-managed-prefix-list-entries\` prints for your region.`,
        );
      }),
  },
  {
    id: 'ENDPOINT-004',
    severity: 'warning',
    sentence: 'A group of an interface endpoint lets https in.',
    source: page.interfaceEndpoints,
    check: (document) =>
      each(document, 'Interface', (endpoint) => {
        const groups = endpoint.securityGroupIds ?? [];
        const rules = inboundRulesFor(document, groups, 'tcp', 443);
        if (groups.length === 0 || rules === null || rules.length > 0) return undefined;
        const group = getKind(document, groups[0], 'security-group');
        const vpc = getKind(document, endpoint.vpcId, 'vpc');
        return finding(
          [endpoint.id],
          `No group of ${labelOf(document, endpoint.id)} lets tcp 443 in, by which ${endpoint.serviceName} is asked.`,
          group &&
            vpc &&
            mend(`Let tcp 443 in from ${vpc.cidrBlock} in ${labelOf(document, group.id)}`, {
              type: 'update',
              id: group.id,
              set: withInbound(group, {
                ipProtocol: 'tcp',
                fromPort: 443,
                toPort: 443,
                cidrIp: vpc.cidrBlock,
              }),
            }),
        );
      }),
  },
  {
    id: 'ENDPOINT-005',
    severity: 'error',
    sentence: 'Private DNS names of an endpoint want DNS resolution and DNS names in the VPC.',
    source: page.interfaceEndpoints,
    check: (document) =>
      each(document, 'Interface', (endpoint) => {
        const vpc = getKind(document, endpoint.vpcId, 'vpc');
        if (!endpoint.privateDnsEnabled || !vpc || (vpc.enableDnsSupport && vpc.enableDnsHostnames))
          return undefined;
        return finding(
          [endpoint.id, vpc.id],
          `${labelOf(document, endpoint.id)} has private DNS names, and ${labelOf(document, vpc.id)} has DNS ${vpc.enableDnsSupport ? 'names' : 'resolution'} turned off: ${endpoint.serviceName} resolves to public addresses.`,
          mend(`Turn on DNS resolution and DNS names in ${labelOf(document, vpc.id)}`, {
            type: 'update',
            id: vpc.id,
            set: { enableDnsSupport: true, enableDnsHostnames: true },
          }),
        );
      }),
  },
  {
    id: 'ENDPOINT-006',
    severity: 'warning',
    sentence: 'An interface endpoint has an interface in a subnet.',
    source: page.interfaceEndpoints,
    check: (document) =>
      each(document, 'Interface', (endpoint) =>
        nodesOf(document, endpoint.id).length > 0 || isImported(document, endpoint.id)
          ? undefined
          : finding(
              [endpoint.id],
              `${labelOf(document, endpoint.id)} has no interface in a subnet, so that it has no address. Drop it on a subnet.`,
            ),
      ),
  },
  {
    id: 'ENDPOINT-007',
    severity: 'error',
    sentence: 'One endpoint of a VPC has the private DNS name of a service.',
    source: page.interfaceEndpoints,
    check: (document) =>
      each(document, 'Interface', (endpoint) => {
        const first = allOf(document, 'vpc-endpoint').find(
          (other) =>
            other.vpcId === endpoint.vpcId &&
            other.serviceName === endpoint.serviceName &&
            other.vpcEndpointType === 'Interface' &&
            other.privateDnsEnabled,
        );
        if (!endpoint.privateDnsEnabled || !first || first.id === endpoint.id) return undefined;
        return finding(
          [endpoint.id, first.id],
          `${labelOf(document, endpoint.id)} and ${labelOf(document, first.id)} both have the private DNS name of ${endpoint.serviceName}: AWS refuses the second, because there is already a conflicting DNS domain.`,
          mend(`Turn off private DNS names of ${labelOf(document, endpoint.id)}`, {
            type: 'update',
            id: endpoint.id,
            set: { privateDnsEnabled: false },
          }),
        );
      }),
  },
];
