/** Which places take what is carried: asked once when a drag begins, so that only legal ones light up. */
import { descriptorOf, type Kind, type Scenario } from '../catalog/descriptors';
import { allOf, get, sorted } from '../catalog/lookup';
import { laneKey, lanesOf, parseLaneKey } from '../drawing/place';
import type { LiveState } from '../model/live';
import { CANVAS, type Carried, type PlaceId, type PlaceOption } from '../model/proposal';
import type { ResourceId } from '../model/resource';
import { planCreate } from './create';
import { zonesOf } from './next-zone';
import { planPlace, planMoveLane } from './place';
import { refuse, type Plan, type Situation } from './plan';
import { SOURCES } from './sources';
import { targetOf, type Target } from './target';

/**
 * Every place that means something for what is carried: it takes it, or refuses it with a reason. A place that is
 * not in the answer is looked through: the drop means what lies below it.
 */
export function placesFor(
  document: Scenario,
  carried: Carried,
  live?: LiveState,
): Readonly<Record<PlaceId, PlaceOption>> {
  const situation: Situation = live ? { document, live } : { document };
  const options: Record<PlaceId, PlaceOption> = {};
  const ids = 'ids' in carried ? new Set(carried.ids) : new Set<ResourceId>();
  const places = [CANVAS, ...lanesFor(document, carried), ...sorted(document).map((resource) => resource.id)];
  for (const place of places) {
    if (ids.has(place)) continue;
    const target = targetOf(document, place);
    if (!target) continue;
    const plan = planCarried(situation, carried, target);
    if (plan.ok) options[place] = { legal: true };
    else if (!plan.unrelated || place === CANVAS)
      options[place] = {
        legal: false,
        message: plan.message,
        source: plan.source,
        offersFix: plan.offer !== undefined,
      };
  }
  return options;
}

/** The lanes there are; for a subnet also those it would be the first in: one for every zone of the VPC's region. */
function lanesFor(document: Scenario, carried: Carried): readonly PlaceId[] {
  const lanes = lanesOf(document);
  const isSubnet =
    'kind' in carried
      ? carried.kind === 'subnet'
      : carried.ids.some((id) => get(document, id)?.kind === 'subnet');
  if (!isSubnet) return lanes;
  const all = allOf(document, 'vpc').flatMap((vpc) =>
    zonesOf(document, vpc.region).map((zone) => laneKey(vpc.id, zone.id)),
  );
  return [...new Set([...lanes, ...all])];
}

function planCarried(situation: Situation, carried: Carried, target: Target): Plan {
  if ('kind' in carried)
    return isKind(carried.kind) ? planCreate(situation, carried.kind, target) : unknownKind(carried.kind);
  return planAll(situation, carried.ids, target);
}

/** All of them or none: the first refusal counts. */
export function planAll(situation: Situation, keys: readonly string[], target: Target): Plan {
  const plans = keys.map((key) => planOne(situation, key, target));
  const refused = plans.find((plan) => !plan.ok);
  if (refused) return refused;
  const [first] = plans;
  if (!first?.ok) return refuse('PLACE-000', 'Nothing is carried.', SOURCES.errors);
  if (plans.length === 1) return first;
  const [verb = 'Move'] = first.label.split(' ');
  return {
    ok: true,
    label: `${verb} ${plans.length} things`,
    build: (draft) => {
      // Planned again one by one: each must see the addresses that the one before has taken.
      for (const key of keys) {
        const plan = planOne({ ...situation, document: draft.document }, key, target);
        if (plan.ok) plan.build(draft);
      }
      return keys[0];
    },
  };
}

function planOne(situation: Situation, key: string, target: Target): Plan {
  if (parseLaneKey(key)) return planMoveLane(situation, key, target);
  const resource = get(situation.document, key);
  return resource
    ? planPlace(situation, resource, target)
    : refuse('NotFound', `There is no resource ${key}.`, SOURCES.errors);
}

export const isKind = (kind: string): kind is Kind => descriptorOf(kind) !== undefined;

export const unknownKind = (kind: string): Plan =>
  refuse('UnknownKind', `There is no kind "${kind}". The palette lists those there are.`, SOURCES.errors);
