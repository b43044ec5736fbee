/** Things that are attached to another: internet gateway, Elastic IP, volume, placement group. */
import { allOf, getKind, labelOf, subnetOfInstance } from '../../catalog/lookup';
import type { Resource, ResourceOf } from '../../catalog/descriptors';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { makeElasticIp } from '../make/make-machine';
import { ensureRegion } from '../make/make-network';
import { nextPlacementGroupName } from '../next-name';
import { zonesOf } from '../next-zone';
import { associateAddress, interfaceFor } from '../place/elastic-ip';
import { gatewayTakenRefusal } from '../place/internet-gateway';
import { joinGroupRefusal } from '../place/placement-group';
import { addressOfNodeRefusal } from '../place/service';
import { attachVolume } from '../place/volume';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

const regionOf = (target: Target): ResourceId | undefined =>
  target.type === 'resource' && target.resource.kind === 'region' ? target.resource.id : undefined;
const isOutside = (target: Target): boolean => target.type === 'canvas' || regionOf(target) !== undefined;

export function planInternetGateway({ document, name }: Situation, target: Target): Plan {
  const make = (draft: Draft, region: ResourceId, vpcId?: ResourceId): ResourceId =>
    draft.add({
      id: draft.nextId('internet-gateway'),
      kind: 'internet-gateway',
      ...(name === undefined ? {} : { name }),
      region,
      ...(vpcId === undefined ? {} : { vpcId }),
    });
  if (isOutside(target))
    return accept('Add an internet gateway', (draft) => make(draft, regionOf(target) ?? ensureRegion(draft)));
  if (target.type !== 'resource' || target.resource.kind !== 'vpc')
    return unrelated('An internet gateway is attached to a VPC.', SOURCES.internetGateway);
  const vpc = target.resource;
  const taken = gatewayTakenRefusal(document, vpc, {
    label: 'Add an internet gateway without a VPC',
    build: (draft) => make(draft, vpc.region),
  });
  return (
    taken ??
    accept(`Add an internet gateway to ${labelOf(document, vpc.id)}`, (draft) =>
      make(draft, vpc.region, vpc.id),
    )
  );
}

export function planElasticIp(situation: Situation, target: Target): Plan {
  const { document, name } = situation;
  if (isOutside(target))
    return accept('Allocate an Elastic IP', (draft) =>
      makeElasticIp(draft, regionOf(target) ?? ensureRegion(draft), name),
    );
  const eni = target.type === 'resource' ? interfaceFor(document, target.resource) : undefined;
  if (!eni)
    return unrelated(
      'An Elastic IP is associated with an instance or a network interface, or waits in its region.',
      SOURCES.elasticIp,
    );
  const managed = addressOfNodeRefusal(document, eni);
  if (managed) return managed;
  const region = getKind(document, getKind(document, eni.subnetId, 'subnet')?.vpcId, 'vpc')?.region;
  return accept(`Give ${labelOf(document, eni.id)} an Elastic IP`, (draft) => {
    const id = makeElasticIp(draft, region ?? ensureRegion(draft), name);
    associateAddress(draft, id, eni.id);
    return id;
  });
}

export function planVolume({ document, name }: Situation, target: Target): Plan {
  const make = (draft: Draft, zone: ResourceId): ResourceId =>
    draft.add({
      id: draft.nextId('volume'),
      kind: 'volume',
      ...(name === undefined ? {} : { name }),
      availabilityZone: zone,
      size: 20,
      volumeType: 'gp3',
      encrypted: false,
    });
  if (target.type === 'lane')
    return accept(`Add a volume in ${target.zone.zoneName}`, (draft) => make(draft, target.zone.id));
  if (target.type === 'resource' && target.resource.kind === 'instance') {
    const instance = target.resource;
    const zone = subnetOfInstance(document, instance.id)?.availabilityZone;
    if (zone !== undefined)
      return accept(`Add a volume to ${labelOf(document, instance.id)}`, (draft) => {
        const id = make(draft, zone);
        attachVolume(draft, id, instance.id);
        return id;
      });
  }
  if (isOutside(target)) {
    const region = regionOf(target) ?? allOf(document, 'region')[0]?.id;
    const zone = zonesOf(document, region ?? '')[0];
    if (zone) return accept(`Add a volume in ${zone.zoneName}`, (draft) => make(draft, zone.id));
    return refuse(
      'PLACE-006',
      'A volume stands in an Availability Zone, and there is none here.',
      SOURCES.attachVolume,
    );
  }
  return unrelated('A volume is attached to an instance, or stands in a zone.', SOURCES.attachVolume);
}

export function planPlacementGroup(situation: Situation, target: Target): Plan {
  const { document } = situation;
  const make = (draft: Draft, region: ResourceId): ResourceId =>
    draft.add({
      id: draft.nextId('placement-group'),
      kind: 'placement-group',
      region,
      groupName: situation.name ?? nextPlacementGroupName(draft.document),
      strategy: 'spread',
    });
  if (isOutside(target))
    return accept('Add a placement group', (draft) => make(draft, regionOf(target) ?? ensureRegion(draft)));
  const instance: Resource | undefined = target.type === 'resource' ? target.resource : undefined;
  if (instance?.kind !== 'instance')
    return unrelated(
      'A placement group stands in its region; instances are dropped on it, or it on them.',
      SOURCES.placementGroups,
    );
  return (
    joinGroupRefusal(situation, instance) ??
    accept(`Add a placement group with ${labelOf(document, instance.id)}`, (draft) => {
      const id = make(draft, regionOfInstance(draft, instance));
      draft.attach(instance.id, 'placementGroup', id);
      return id;
    })
  );
}

function regionOfInstance(draft: Draft, instance: ResourceOf<'instance'>): ResourceId {
  const subnet = subnetOfInstance(draft.document, instance.id);
  return getKind(draft.document, subnet?.vpcId, 'vpc')?.region ?? ensureRegion(draft);
}
