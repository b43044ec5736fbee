/** Dragging boxes: a region on the canvas, a VPC in its region, a subnet from lane to lane. */
import type { ResourceOf } from '../../catalog/descriptors';
import { allOf, getKind, labelOf, subnetOfInstance } from '../../catalog/lookup';
import type { Draft } from '../draft';
import { zoneFor } from '../next-zone';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';
import { followZone } from './instance';

export function planMoveVpc({ document }: Situation, vpc: ResourceOf<'vpc'>, target: Target): Plan {
  const label = labelOf(document, vpc.id);
  if (target.type === 'canvas') return accept(`Move ${label}`, () => vpc.id);
  if (target.type !== 'resource' || target.resource.kind !== 'region')
    return unrelated('A VPC stands in a region; VPCs do not stand in one another.', SOURCES.vpcCidr);
  if (target.resource.id === vpc.region) return accept(`Move ${label}`, () => vpc.id);
  return refuse(
    'PLACE-008',
    `${label} can't leave its region: its subnets stand in zones of it. Make a new VPC in ${target.resource.regionName}.`,
    SOURCES.zones,
  );
}

export function planMoveSubnet(situation: Situation, subnet: ResourceOf<'subnet'>, target: Target): Plan {
  const { document } = situation;
  const label = labelOf(document, subnet.id);
  const vpc =
    target.type === 'lane'
      ? target.vpc
      : target.type === 'resource' && target.resource.kind === 'vpc'
        ? target.resource
        : undefined;
  if (!vpc) return unrelated('A subnet stands in a lane of its VPC.', SOURCES.subnets);
  if (vpc.id !== subnet.vpcId)
    return refuse(
      'PLACE-009',
      `${label} (${subnet.cidrBlock ?? 'IPv6 only'}) is a part of ${labelOf(document, subnet.vpcId)} and can't go to ${labelOf(document, vpc.id)}. Make a new subnet there.`,
      SOURCES.subnets,
    );
  const zone = target.type === 'lane' ? target.zone : zoneFor(situation, vpc);
  if (!zone || zone.id === subnet.availabilityZone) return accept(`Move ${label}`, () => subnet.id);
  if (document.observed[subnet.id])
    return refuse(
      'PLACE-010',
      `${label} exists in ${getKind(document, subnet.availabilityZone, 'zone')?.zoneName ?? 'its zone'}, and a subnet can't leave its zone. Make a new one in ${zone.zoneName}.`,
      SOURCES.subnets,
    );
  return accept(`Redraw ${label} in ${zone.zoneName} with everything in it`, (draft) => {
    changeZone(draft, subnet, zone.id);
    return subnet.id;
  });
}

/**
 * Instances of the subnet take their volumes along; interfaces of other zones are let go on both sides. Its place was
 * one in the old lane: in the new one it would stand off from the edge.
 */
export function changeZone(draft: Draft, subnet: ResourceOf<'subnet'>, zoneId: string): void {
  draft.update(subnet.id, { availabilityZone: zoneId });
  const place = Object.hasOwn(draft.document.layout, subnet.id)
    ? draft.document.layout[subnet.id]
    : undefined;
  if (place) draft.apply({ type: 'move', id: subnet.id, to: null });
  const moved = { ...subnet, availabilityZone: zoneId };
  for (const instance of allOf(draft.document, 'instance')) {
    const stands = subnetOfInstance(draft.document, instance.id);
    if (stands?.id === subnet.id) followZone(draft, instance, moved);
    else if (stands) followZone(draft, instance, stands);
  }
}
