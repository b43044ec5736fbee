/** Properties of a VPC endpoint, with what follows from them: routes, private DNS names. */
import type { ResourceOf } from '../../catalog/descriptors';
import { allOf, getKind, labelOf } from '../../catalog/lookup';
import type { Field } from '../../model/kind';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { ensurePrefixList, gatewayServiceOf } from '../service-prefix-list';
import { SOURCES } from '../sources';
import { plain } from './plain';
import { planOwnGroups } from './own-groups';

type Endpoint = ResourceOf<'vpc-endpoint'>;

export function planEndpointProperty(
  situation: Situation,
  endpoint: Endpoint,
  field: Field,
  value: unknown,
): Plan {
  const { document } = situation;
  const label = labelOf(document, endpoint.id);
  switch (field.key) {
    case 'securityGroupIds':
      if (endpoint.vpcEndpointType === 'Interface') return planOwnGroups(situation, endpoint, field, value);
      break;
    case 'serviceName':
      if (endpoint.vpcEndpointType === 'Gateway')
        return planGatewayService(situation, endpoint, String(value));
      break;
    case 'privateDnsEnabled': {
      const vpc = getKind(document, endpoint.vpcId, 'vpc');
      if (value === true && vpc && !(vpc.enableDnsSupport && vpc.enableDnsHostnames))
        return refuse(
          'InvalidParameter',
          `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${labelOf(document, vpc.id)}. Turn both on there?`,
          SOURCES.interfaceEndpoint,
          {
            label: `Turn on DNS names in ${labelOf(document, vpc.id)} and private DNS names of ${label}`,
            build: (draft) => {
              draft.update(vpc.id, { enableDnsSupport: true, enableDnsHostnames: true });
              draft.update(endpoint.id, { privateDnsEnabled: true });
              return endpoint.id;
            },
          },
        );
      break;
    }
    case 'policyDocument':
      if (typeof value === 'string' && !isPolicy(value))
        return refuse(
          'InvalidPolicyDocument',
          'The policy is not a JSON object with a Statement. Leave it out for full access.',
          SOURCES.gatewayEndpoint,
        );
      break;
    default:
      break;
  }
  return plain(situation, endpoint, field, { [field.key]: value });
}

function isPolicy(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && 'Statement' in parsed;
  } catch {
    return false;
  }
}

/** The routes go along to the prefix list of the other service. */
function planGatewayService({ document }: Situation, endpoint: Endpoint, serviceName: string): Plan {
  const label = labelOf(document, endpoint.id);
  const vpc = getKind(document, endpoint.vpcId, 'vpc');
  const region = getKind(document, vpc?.region, 'region')?.regionName ?? 'us-east-1';
  if (!gatewayServiceOf(serviceName))
    return refuse(
      'InvalidServiceName',
      `The Vpc Endpoint Service '${serviceName}' does not exist as a gateway endpoint. There are com.amazonaws.${region}.s3 and com.amazonaws.${region}.dynamodb.`,
      SOURCES.gatewayEndpoint,
    );
  return accept(`Let ${label} lead to ${serviceName}`, (draft) => {
    draft.update(endpoint.id, { serviceName });
    const destinationPrefixListId = ensurePrefixList(draft, vpc?.region ?? '', serviceName);
    for (const table of allOf(draft.document, 'route-table'))
      if (table.routes.some((route) => route.gatewayId === endpoint.id))
        draft.update(table.id, {
          routes: table.routes.map((route) =>
            route.gatewayId === endpoint.id ? { destinationPrefixListId, gatewayId: endpoint.id } : route,
          ),
        });
    return endpoint.id;
  });
}
