/** Boxes: region, zone lane, VPC, subnet. */
import type { ResourceOf } from '../../catalog/descriptors';
import { allOf, getKind, labelOf } from '../../catalog/lookup';
import { nextLanePlace } from '../lay-out';
import { laneKey, lanesOf } from '../../drawing/place';
import { ensureRegion, ensureZone, makeRegion, makeSubnet, makeVpc } from '../make/make-network';
import { nextSubnetCidr, nextVpcCidr } from '../next-cidr';
import { makeZone, nextZoneOfRegion, zoneFor, zonesOf } from '../next-zone';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

export function planRegion(target: Target): Plan {
  if (target.type !== 'canvas') return unrelated('A region stands on the canvas.', SOURCES.zones);
  return accept('Add a region', (draft) => makeRegion(draft));
}

export function planVpc({ document, name }: Situation, target: Target): Plan {
  const region =
    target.type === 'resource' && target.resource.kind === 'region' ? target.resource.id : undefined;
  if (target.type !== 'canvas' && region === undefined)
    return unrelated('A VPC stands in a region; VPCs do not stand in one another.', SOURCES.vpcCidr);
  const cidr = nextVpcCidr(document) ?? '10.0.0.0/16';
  return accept(`Add VPC ${cidr}`, (draft) => makeVpc(draft, region ?? ensureRegion(draft), name));
}

export function planSubnet(situation: Situation, target: Target): Plan {
  const { document, name } = situation;
  if (target.type === 'lane') return subnetIn(situation, target.vpc, target.zone);
  if (target.type === 'resource' && target.resource.kind === 'vpc')
    return subnetIn(situation, target.resource, zoneFor(situation, target.resource));
  if (target.type === 'canvas' || target.resource.kind === 'region') {
    const cidr = nextVpcCidr(document) ?? '10.0.0.0/16';
    const region = target.type === 'canvas' ? undefined : target.resource.id;
    return refuse(
      'PLACE-004',
      `A subnet is a part of a VPC. Make a VPC ${cidr} with a subnet here?`,
      SOURCES.subnets,
      {
        label: `Add VPC ${cidr} and a subnet`,
        build: (draft) => {
          const vpc = makeVpc(draft, region ?? ensureRegion(draft));
          return makeSubnet(draft, vpc, ensureZone(draft, vpc), name) ?? undefined;
        },
      },
    );
  }
  return unrelated('A subnet stands in a VPC; subnets do not stand in one another.', SOURCES.subnets);
}

function subnetIn(
  { document, name }: Situation,
  vpc: ResourceOf<'vpc'>,
  zone: ResourceOf<'zone'> | undefined,
): Plan {
  const cidr = nextSubnetCidr(document, vpc.id);
  if (cidr === undefined)
    return refuse(
      'InvalidSubnet.Conflict',
      `${labelOf(document, vpc.id)} (${[vpc.cidrBlock, ...(vpc.secondaryCidrBlocks ?? [])].join(', ')}) has no free block left, not even a /28. Add a further CIDR to the VPC.`,
      SOURCES.subnetSizing,
    );
  return accept(
    `Add subnet ${cidr} to ${labelOf(document, vpc.id)}`,
    (draft) => makeSubnet(draft, vpc.id, ensureZone(draft, vpc.id, zone?.id), name) ?? undefined,
  );
}

/** A zone shows as a lane of a VPC: the next one that the VPC does not use yet. */
export function planZone({ document }: Situation, target: Target): Plan {
  const vpc =
    target.type === 'resource' && target.resource.kind === 'vpc'
      ? target.resource
      : target.type === 'resource' && target.resource.kind === 'region'
        ? allOf(document, 'vpc').find((candidate) => candidate.region === target.resource.id)
        : undefined;
  if (!vpc)
    return unrelated('An Availability Zone is drawn as a lane of a VPC: drop it on one.', SOURCES.zones);
  const lanes = new Set(lanesOf(document));
  const unused = zonesOf(document, vpc.region).find((zone) => !lanes.has(laneKey(vpc.id, zone.id)));
  const region = getKind(document, vpc.region, 'region');
  if (!unused && (!region || !nextZoneOfRegion(document, region)))
    return refuse(
      'PLACE-005',
      `${labelOf(document, vpc.id)} already uses every zone of ${region?.regionName ?? 'its region'}.`,
      SOURCES.zones,
    );
  return accept(`Add a zone to ${labelOf(document, vpc.id)}`, (draft) => {
    const zone = unused ?? (region ? makeZone(draft, region) : undefined);
    if (zone)
      draft.apply({ type: 'move', id: laneKey(vpc.id, zone.id), to: nextLanePlace(draft.document, vpc.id) });
    return zone?.id;
  });
}
