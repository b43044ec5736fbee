/** VPC endpoints. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html */
import { parseJson } from '../../model/json';
import type { Element } from './collected';
import { endpointTypeOf } from './connection-facts';
import { commonOf, composed, put, type Translation } from './translation';
import { flag, isForeign, objects, text } from './values';

const MAX_GROUPS = 16;
const MAX_POLICY = 20_480;

export function addVpcEndpoint(to: Translation, element: Element): void {
  const { value } = element;
  const common = commonOf(to, 'vpc-endpoint', element);
  const vpcId = to.ids.of('vpc', text(value, 'VpcId'));
  const vpcEndpointType = endpointTypeOf(value);
  if (!common || vpcId === undefined || vpcEndpointType === undefined) return;
  const groups = objects(value, 'Groups').flatMap(
    (group) => to.ids.of('security-group', text(group, 'GroupId')) ?? [],
  );
  const isInterface = vpcEndpointType === 'Interface';
  const state = text(value, 'State')?.toLowerCase();
  put(
    to,
    element,
    composed(common, {
      kind: 'vpc-endpoint',
      vpcId,
      vpcEndpointType,
      serviceName: (text(value, 'ServiceName') ?? 'a service the input does not name').slice(0, 255),
      securityGroupIds: isInterface && groups.length > 0 ? groups.slice(0, MAX_GROUPS) : undefined,
      privateDnsEnabled: isInterface && flag(value, 'PrivateDnsEnabled') === true ? true : undefined,
      policyDocument: policyOf(to, element),
    }),
    state === undefined ? {} : { state: state.slice(0, 64) },
  );
}

/** A policy that allows everything is what an endpoint has without one. */
function policyOf(to: Translation, { id, value }: Element): string | undefined {
  const policy = text(value, 'PolicyDocument');
  if (policy === undefined || isFullAccess(policy)) return undefined;
  if (policy.length > MAX_POLICY)
    to.report.warn(
      id,
      `A policy is longer than the ${MAX_POLICY} characters AWS allows; its end was left out.`,
    );
  return policy.slice(0, MAX_POLICY);
}

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#default-endpoint-policy */
export function isFullAccess(policy: string): boolean {
  const parsed = parseJson(policy);
  if (!parsed.ok || !isForeign(parsed.value)) return false;
  const given = parsed.value['Statement'];
  const statements: readonly unknown[] = Array.isArray(given) ? given : [given];
  const isOpen = (statement: unknown): boolean =>
    isForeign(statement) &&
    statement['Effect'] === 'Allow' &&
    isEverything(statement['Action']) &&
    isEverything(statement['Resource']) &&
    (isEverything(statement['Principal']) ||
      (isForeign(statement['Principal']) && isEverything(statement['Principal']['AWS']))) &&
    statement['Condition'] === undefined;
  const denies = statements.some((statement) => !isForeign(statement) || statement['Effect'] !== 'Allow');
  return !denies && statements.some(isOpen);
}

const isEverything = (value: unknown): boolean =>
  value === '*' || (Array.isArray(value) && value.some((item) => item === '*'));
