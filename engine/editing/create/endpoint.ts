/** A VPC endpoint: on a VPC a gateway endpoint, in a subnet an interface endpoint. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, labelOf } from '../../catalog/lookup';
import { makeGatewayEndpoint, makeInterfaceEndpoint, tablesInUse } from '../make/make-endpoint';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import {
  GATEWAY_SERVICES,
  hasDocumentedBlocks,
  prefixListIn,
  SERVICE_NAMES,
  serviceNameIn,
} from '../service-prefix-list';
import { SOURCES } from '../sources';
import { subnetFullRefusal } from '../subnet-full';
import type { Target } from '../target';

/** Offered one after another. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html */
const INTERFACE_SERVICES = [
  'ssm',
  'secretsmanager',
  'sqs',
  'logs',
  'kms',
  'sts',
  'ecr.api',
  'ecr.dkr',
] as const;

export function planEndpoint(situation: Situation, target: Target): Plan {
  if (target.type === 'resource' && target.resource.kind === 'vpc')
    return planGatewayEndpoint(situation, target.resource);
  if (target.type === 'resource' && target.resource.kind === 'subnet')
    return planInterfaceEndpoint(situation, target.resource);
  return unrelated(
    'A VPC endpoint is dropped on a VPC (a gateway endpoint, for S3) or on a subnet (an interface endpoint).',
    SOURCES.gatewayEndpoint,
  );
}

function planGatewayEndpoint({ document, name }: Situation, vpc: ResourceOf<'vpc'>): Plan {
  const there = endpointsOf(document, vpc.id);
  const service = GATEWAY_SERVICES.find(
    (candidate) => !there.has(serviceNameIn(document, vpc.region, candidate)),
  );
  if (!service)
    return refuse(
      'RouteAlreadyExists',
      `${labelOf(document, vpc.id)} has gateway endpoints for S3 and DynamoDB, and there are no others: a route table takes one route for each of their prefix lists. Drop it on a subnet for an interface endpoint.`,
      SOURCES.gatewayEndpoint,
    );
  const serviceName = serviceNameIn(document, vpc.region, service);
  const tables = tablesInUse(document, vpc.id).map((table) => labelOf(document, table.id));
  const unknown =
    prefixListIn(document, vpc.region, serviceName) === undefined && !hasDocumentedBlocks(serviceName);
  return accept(
    `Add a gateway endpoint for ${SERVICE_NAMES[service]} to ${labelOf(document, vpc.id)} with routes in ${tables.join(', ') || 'no table'}${unknown ? ' and an empty prefix list: its blocks are not published' : ''}`,
    (draft) => makeGatewayEndpoint(draft, vpc, service, name),
  );
}

function planInterfaceEndpoint(situation: Situation, subnet: ResourceOf<'subnet'>): Plan {
  const { document, name } = situation;
  const full = subnetFullRefusal(situation, subnet.id);
  if (full) return full;
  const there = endpointsOf(document, subnet.vpcId);
  const service =
    INTERFACE_SERVICES.find((candidate) => ![...there].some((taken) => taken.endsWith(`.${candidate}`))) ??
    'ssm';
  return accept(`Add an interface endpoint for ${service} to ${labelOf(document, subnet.id)}`, (draft) =>
    makeInterfaceEndpoint(draft, subnet, service, name),
  );
}

const endpointsOf = (document: Scenario, vpcId: string): ReadonlySet<string> =>
  new Set(
    allOf(document, 'vpc-endpoint').flatMap((endpoint) =>
      endpoint.vpcId === vpcId ? endpoint.serviceName : [],
    ),
  );
