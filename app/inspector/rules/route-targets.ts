/** What a route leads to: the property for each kind of target, and what may be chosen. */
import {
  allOf,
  get,
  labelOf,
  type Resource,
  type ResourceId,
  type ResourceOf,
  type Scenario,
} from '../../../engine';
import { inspector as text } from '../../strings';
import { vpcOf } from '../candidates';

type Table = ResourceOf<'route-table'>;
export type Route = Table['routes'][number];

const TARGET_KEYS = {
  'internet-gateway': 'gatewayId',
  'nat-gateway': 'natGatewayId',
  'egress-only-internet-gateway': 'egressOnlyInternetGatewayId',
  'vpc-peering-connection': 'vpcPeeringConnectionId',
  'vpc-endpoint': 'gatewayId',
  'network-interface': 'networkInterfaceId',
  instance: 'instanceId',
} as const satisfies Partial<Record<Resource['kind'], keyof Route>>;

type TargetKind = keyof typeof TARGET_KEYS;
const TARGET_KINDS = Object.keys(TARGET_KEYS) as readonly TargetKind[];

export const targetOf = (route: Route): ResourceId | undefined =>
  route.gatewayId ??
  route.natGatewayId ??
  route.networkInterfaceId ??
  route.instanceId ??
  route.egressOnlyInternetGatewayId ??
  route.vpcPeeringConnectionId ??
  route.otherTarget;

export const targetLabel = (document: Scenario, route: Route): string => {
  const target = targetOf(route);
  return target === undefined ? text.none : labelOf(document, target);
};

/** The target as the route's own property. */
export function withTarget(
  document: Scenario,
  before: Route | undefined,
  target: ResourceId,
): Partial<Route> {
  // What is not in the drawing keeps the property it had.
  const kept = (Object.keys(before ?? {}) as (keyof Route)[]).find((key) => before?.[key] === target);
  const kind = get(document, target)?.kind;
  const known = TARGET_KINDS.find((one) => one === kind);
  return { [known ? TARGET_KEYS[known] : (kept ?? 'otherTarget')]: target };
}

/** What stands in the VPC or begins at it; and what the route names now, were it somewhere else. */
export function targetsFor(
  document: Scenario,
  table: Table,
  route: Route | undefined,
): readonly (readonly [string, string])[] {
  const current = route && targetOf(route);
  const ids = TARGET_KINDS.flatMap((kind) =>
    allOf(document, kind)
      .filter((target) => fits(document, target, table.vpcId))
      .map((target) => target.id),
  );
  const all = current === undefined || ids.includes(current) ? ids : [current, ...ids];
  return [['', text.choose], ...all.map((id) => [id, labelOf(document, id)] as const)];
}

function fits(document: Scenario, target: Resource, vpcId: ResourceId): boolean {
  switch (target.kind) {
    case 'vpc-peering-connection':
      return target.vpcId === vpcId || target.peerVpcId === vpcId;
    // Interface endpoints answer at addresses of their own; no route leads to them.
    case 'vpc-endpoint':
      return target.vpcEndpointType === 'Gateway' && target.vpcId === vpcId;
    default:
      return vpcOf(document, target) === vpcId;
  }
}
