/** Where a pasted thing goes: into what is selected where AWS allows it, else where the original stands, else beside. */
import type { Resource, Scenario } from '../../catalog/descriptors';
import { allOf, get, getKind, subnetOfInstance } from '../../catalog/lookup';
import { drawnIn, lanesOf, parseLaneKey, type PlaceKey } from '../../drawing/place';
import { CANVAS, type PlaceId } from '../../model/proposal';
import type { ResourceId } from '../../model/resource';
import { planCreate } from '../create';
import { zoneFor } from '../next-zone';
import type { Plan, Refused } from '../plan';
import { targetOf, type Target } from '../target';
import { calledOf, withinOf, type Clipping, type Outside } from './clipping';
import { findAgain } from './find-again';

/** What a thing is placed in. A region that is missing is made. */
export interface Home {
  readonly region?: ResourceId;
  readonly vpc?: ResourceId;
  readonly zone?: ResourceId;
  readonly subnet?: ResourceId;
  readonly instance?: ResourceId;
}

export type HomeFound = { readonly ok: true; readonly home: Home } | Refused;

/**
 * How a place was meant: what is selected, which may be the original still; what was pointed at, before any other; or
 * where it was dropped, and it goes nowhere else.
 */
export type Meant = 'selected' | 'pointed' | 'dropped';

/** @param into the nearest place around it that takes the thing is its home. */
export function homeFor(
  document: Scenario,
  clipping: Clipping,
  root: Resource,
  into: PlaceId | undefined,
  meant: Meant,
): HomeFound {
  const strictly = meant === 'dropped';
  // What was copied is selected still: it says nothing about where the copy shall go.
  const saysNothing = into === undefined || (meant === 'selected' && isCopied(document, clipping, into));
  const tried = saysNothing ? [] : around(document, into);
  const original = strictly ? [] : originalPlaces(document, clipping, root);
  let refused: Refused | undefined;
  for (const place of [...tried, ...original, ...(strictly ? [] : beside(document, root, into))]) {
    const target = targetOf(document, place);
    const plan = target && planOf(document, root, target);
    if (!target || !plan) continue;
    if (plan.ok) return { ok: true, home: homeOf(document, root, target) };
    // Where it was dropped a way may be offered: that is what is said.
    if (plan.unrelated && !(strictly && plan.offer)) continue;
    // A full subnet is said, not quietly passed by.
    if (target.type === 'resource' && target.resource.kind === 'subnet') return plan;
    refused ??= plan;
  }
  const onCanvas = planOf(document, root, { type: 'canvas' });
  if (onCanvas.ok && !(strictly && refused))
    return { ok: true, home: homeOf(document, root, { type: 'canvas' }) };
  if (refused) return refused;
  return onCanvas.ok ? { ok: true, home: {} } : onCanvas;
}

const isCopied = (document: Scenario, { resources }: Clipping, id: PlaceId): boolean => {
  const [there, copied] = [get(document, id), resources.find((resource) => resource.id === id)];
  return there !== undefined && there.kind === copied?.kind && calledOf(there) === calledOf(copied);
};

/** As for a new thing of that kind, but in a box that holds it as it is: no subnet is made on the way. */
function planOf(document: Scenario, root: Resource, target: Target): Plan {
  const place = target.type === 'resource' ? target.resource.kind : target.type;
  const kind = root.kind === 'other-resource' ? 'route-table' : root.kind;
  const taken: Plan = { ok: true, label: '', build: () => undefined };
  if (root.kind === 'vpc-endpoint' && root.vpcEndpointType !== 'Interface')
    return place === 'vpc' ? taken : unfit(document, root, target);
  if (root.kind === 'prefix-list') return place === 'region' ? taken : unfit(document, root, target);
  // Dropped on what uses it a new one is associated at once; a copy is not.
  if (!TAKEN_BY[kind].includes(place)) return unfit(document, root, target);
  return planCreate({ document }, kind, target);
}

/** The refusal of a place that means nothing, in the words of the rule for new things. */
function unfit(document: Scenario, root: Resource, target: Target): Plan {
  const plan = planCreate({ document }, root.kind, target);
  return plan.ok
    ? { ok: false, rule: 'PLACE-001', message: '', source: '', unrelated: true }
    : { ...plan, unrelated: true };
}

const TAKEN_BY: Readonly<Record<Resource['kind'], readonly string[]>> = {
  region: ['canvas'],
  zone: [],
  internet: ['canvas'],
  vpc: ['region', 'canvas'],
  subnet: ['lane', 'vpc'],
  instance: ['subnet'],
  'network-interface': ['subnet'],
  'nat-gateway': ['subnet'],
  volume: ['lane', 'region', 'canvas'],
  'internet-gateway': ['vpc', 'region', 'canvas'],
  'elastic-ip': ['region', 'canvas'],
  'placement-group': ['region', 'canvas'],
  'prefix-list': ['region'],
  image: ['region', 'canvas'],
  snapshot: ['region', 'canvas'],
  'key-pair': ['region', 'canvas'],
  'dedicated-host': ['region', 'canvas'],
  bucket: ['region', 'canvas'],
  'file-system': ['region', 'canvas'],

  'route-table': ['vpc'],
  'network-acl': ['vpc'],
  'security-group': ['vpc'],
  'target-group': ['vpc'],
  'load-balancer': ['vpc'],
  'vpc-endpoint': ['subnet'],
  'egress-only-internet-gateway': ['vpc'],
  'vpc-peering-connection': [],
  'other-resource': ['vpc'],
};

/** A place and those around it, the innermost first. A zone means its lane in the VPC that has one. */
function around(document: Scenario, place: PlaceId): readonly PlaceId[] {
  const lanes = lanesOf(document);
  const zoned = getKind(document, place, 'zone') && lanes.find((key) => parseLaneKey(key)?.zoneId === place);
  const found: PlaceId[] = [];
  for (let key: PlaceKey | null = zoned ?? place; key !== null && key !== CANVAS;) {
    found.push(key);
    key = parseLaneKey(key)?.vpcId ?? drawnIn(document, key, lanes).parent;
  }
  return found;
}

function originalPlaces(document: Scenario, clipping: Clipping, root: Resource): readonly PlaceId[] {
  const outside = new Map(clipping.outside.map((one) => [one.id, one]));
  const again = (id: ResourceId | undefined): Resource | undefined => {
    const known: Outside | undefined = outside.get(id ?? '');
    return known && findAgain(document, known);
  };
  if (root.kind === 'instance') {
    const primary = clipping.resources.find(
      (one) =>
        one.kind === 'network-interface' &&
        one.attachment?.instanceId === root.id &&
        one.attachment.deviceIndex === 0,
    );
    return primary?.kind === 'network-interface' ? idsOf(again(primary.subnetId)) : [];
  }
  if (root.kind === 'subnet') {
    const [vpc, zone] = [again(root.vpcId), again(root.availabilityZone)];
    return [...(vpc && zone ? [`${vpc.id}/${zone.id}`] : []), ...idsOf(vpc)];
  }
  if (root.kind === 'volume') {
    const zone = again(root.availabilityZone);
    const lane = lanesOf(document).find((key) => parseLaneKey(key)?.zoneId === zone?.id);
    return [...(lane === undefined ? [] : [lane]), ...(zone?.kind === 'zone' ? [zone.region] : [])];
  }
  if (root.kind === 'vpc-endpoint' && root.vpcEndpointType === 'Interface') {
    const node = clipping.resources.find(
      (one) => one.kind === 'network-interface' && one.managedBy === root.id,
    );
    return node?.kind === 'network-interface' ? idsOf(again(node.subnetId)) : [];
  }
  // An internet gateway that finds its VPC taken waits in the region.
  return root.kind === 'internet-gateway'
    ? [...idsOf(again(root.vpcId)), ...idsOf(again(root.region))]
    : idsOf(again(withinOf(root)));
}

const idsOf = (resource: Resource | undefined): readonly ResourceId[] => (resource ? [resource.id] : []);

/** The first place of the right kind: in the VPC that was pointed at, else anywhere. */
function beside(document: Scenario, root: Resource, into: PlaceId | undefined): readonly PlaceId[] {
  const vpc =
    into === undefined ? undefined : around(document, into).find((key) => getKind(document, key, 'vpc'));
  const subnets = allOf(document, 'subnet');
  const places = [
    ...subnets.filter((subnet) => subnet.vpcId === vpc),
    ...subnets,
    ...allOf(document, 'vpc'),
    ...allOf(document, 'region'),
  ];
  const wanted = TAKEN_BY[root.kind];
  const endpoint = root.kind === 'vpc-endpoint' && root.vpcEndpointType !== 'Interface';
  return places.filter(({ kind }) => (endpoint ? kind === 'vpc' : wanted.includes(kind))).map(({ id }) => id);
}

function homeOf(document: Scenario, root: Resource, target: Target): Home {
  const inVpc = (vpcId: ResourceId): Home => {
    const region = getKind(document, vpcId, 'vpc')?.region;
    return { vpc: vpcId, ...(region === undefined ? {} : { region }) };
  };
  if (target.type === 'canvas') {
    const region = allOf(document, 'region')[0]?.id;
    return region === undefined ? {} : { region };
  }
  if (target.type === 'lane') return { ...inVpc(target.vpc.id), zone: target.zone.id };
  const place = target.resource;
  switch (place.kind) {
    case 'region':
      return { region: place.id };
    case 'vpc': {
      const zone = root.kind === 'subnet' ? zoneFor({ document }, place)?.id : undefined;
      return { ...inVpc(place.id), ...(zone === undefined ? {} : { zone }) };
    }
    case 'subnet':
      return { ...inVpc(place.vpcId), zone: place.availabilityZone, subnet: place.id };
    case 'instance': {
      const subnet = subnetOfInstance(document, place.id);
      return subnet
        ? { ...inVpc(subnet.vpcId), zone: subnet.availabilityZone, subnet: subnet.id, instance: place.id }
        : {};
    }
    default: {
      const region = 'region' in place && get(document, place.region) ? place.region : undefined;
      return region === undefined ? {} : { region };
    }
  }
}
