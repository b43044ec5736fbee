/** Copies of tables and groups. What their rows name is kept where it may be named: without it they would be no copies. */
import type { ResourceOf } from '../../catalog/descriptors';
import type { SecurityGroupRule } from '../../catalog/security-group/kind';
import type { Route } from '../../catalog/route-table/kind';
import { getKind } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import { lead, leadList, leaveOut, led } from './lead';
import { copyOf, here, vpcFor, type Identity, type Pasting } from './pasting';

export function copyGroup(
  pasting: Pasting,
  original: ResourceOf<'security-group'>,
  identity: Identity,
): ResourceOf<'security-group'> | null {
  const vpcId = vpcFor(pasting, original);
  if (vpcId === undefined) return leaveOut(pasting, original);
  const region = here(pasting, vpcId, 'vpc')?.region;
  const rule = ({ peerGroupId, prefixListId, ...rest }: SecurityGroupRule): readonly SecurityGroupRule[] => {
    const peer = peerGroupId === undefined ? undefined : lead(pasting, original, peerGroupId, 'routes-to');
    const list = prefixListId === undefined ? undefined : leadList(pasting, prefixListId, region);
    if (peer === null || list === null) return [];
    return [
      {
        ...rest,
        ...(peer === undefined ? {} : { peerGroupId: peer }),
        ...(list === undefined ? {} : { prefixListId: list }),
      },
    ];
  };
  return {
    ...original,
    ...identity,
    vpcId,
    groupName: pasting.fresh.groupName(vpcId, original.groupName),
    securityGroupIngress: original.securityGroupIngress.flatMap(rule),
    securityGroupEgress: original.securityGroupEgress.flatMap(rule),
  };
}

const TARGETS = [
  'gatewayId',
  'natGatewayId',
  'networkInterfaceId',
  'instanceId',
  'egressOnlyInternetGatewayId',
  'vpcPeeringConnectionId',
] as const;

/** A VPC has one main table: copied without its VPC it is a table like any other. */
export function copyTable(
  pasting: Pasting,
  original: ResourceOf<'route-table'>,
  identity: Identity,
): ResourceOf<'route-table'> | null {
  const vpcId = vpcFor(pasting, original);
  if (vpcId === undefined) return leaveOut(pasting, original);
  const region = here(pasting, vpcId, 'vpc')?.region;
  const { main, gatewayId, ...rest } = original;
  const gateway = gatewayId === undefined ? undefined : pasting.ids.get(gatewayId);
  return {
    ...rest,
    ...identity,
    vpcId,
    routes: original.routes.flatMap((route) => copyRoute(pasting, original, route, region) ?? []),
    ...(main && copyOf(pasting, original.vpcId, 'vpc') ? { main } : {}),
    ...(gateway === undefined ? {} : { gatewayId: gateway }),
  };
}

function copyRoute(
  pasting: Pasting,
  original: ResourceOf<'route-table'>,
  route: Route,
  region: ResourceId | undefined,
): Route | null {
  const led: Partial<Record<(typeof TARGETS)[number] | 'destinationPrefixListId', ResourceId>> = {};
  for (const key of TARGETS) {
    const id = route[key];
    if (id === undefined) continue;
    const target = lead(pasting, original, id, 'routes-to');
    if (target === null) return null;
    led[key] = target;
  }
  if (route.destinationPrefixListId !== undefined) {
    const list = leadList(pasting, route.destinationPrefixListId, region);
    if (list === null) return null;
    led.destinationPrefixListId = list;
  }
  return { ...route, ...led };
}

/** So with the default ACL. */
export function copyAcl(
  pasting: Pasting,
  original: ResourceOf<'network-acl'>,
  identity: Identity,
): ResourceOf<'network-acl'> | null {
  const { isDefault, ...rest } = original;
  const stays = isDefault && copyOf(pasting, original.vpcId, 'vpc');
  return led(
    pasting,
    original,
    { ...rest, ...identity, ...(stays ? { isDefault } : {}) },
    { vpcId: vpcFor(pasting, original) },
  );
}

/** A VPC takes one gateway endpoint for each service; its routes come along with the tables only. */
export function copyEndpoint(
  pasting: Pasting,
  original: ResourceOf<'vpc-endpoint'>,
  identity: Identity,
): ResourceOf<'vpc-endpoint'> | null {
  const { document } = pasting.draft;
  const vpcId = vpcFor(pasting, original);
  const regionName = getKind(document, here(pasting, vpcId, 'vpc')?.region, 'region')?.regionName;
  const serviceName =
    regionName === undefined
      ? original.serviceName
      : original.serviceName.replace(/^com\.amazonaws\.[a-z0-9-]+\./, `com.amazonaws.${regionName}.`);
  const taken =
    original.vpcEndpointType === 'Gateway' &&
    Object.values(document.resources).some(
      (one) => one.kind === 'vpc-endpoint' && one.vpcId === vpcId && one.serviceName === serviceName,
    );
  if (taken) return leaveOut(pasting, original);
  return led(pasting, original, { ...original, ...identity, serviceName }, { vpcId });
}
