/** From what the user wants to what it changes: accepted as one undo step, or refused with the reason and one way. */
import type { Resource, Scenario } from '../catalog/descriptors';
import { drawnIn, lanesOf, type PlaceKey } from '../drawing/place';
import type { LiveState } from '../model/live';
import type { Intent, PlaceId, Proposal } from '../model/proposal';
import type { ResourceId } from '../model/resource';
import { planAssociate } from './associate';
import { proposeDuplicate, proposePaste } from './clipboard/propose-paste';
import { planCreate } from './create';
import { planDelete } from './delete';
import { Draft } from './draft';
import { planGather } from './gather';
import { planDerive } from './image';
import { layOut } from './lay-out';
import { refuse, type Build, type Plan, type Situation } from './plan';
import { isKind, planAll, unknownKind } from './places';
import { planSet } from './set';
import { SOURCES } from './sources';
import { targetOf } from './target';

type ScenarioProposal = Proposal<Resource>;
type PlannedIntent = Exclude<Intent, { readonly type: 'paste' | 'duplicate' }>;

/**
 * @param live the moment shown, if a run is shown: what EC2 asks of a running instance is asked then.
 * @returns changes that fit `document` as it is; nothing is applied.
 */
export function propose(document: Scenario, intent: Intent, live?: LiveState): ScenarioProposal {
  if (intent.type === 'paste') return proposePaste(document, intent);
  if (intent.type === 'duplicate') return proposeDuplicate(document, intent.ids, intent.into, intent.at);
  const situation = situationOf(document, intent, live);
  const plan = planOf(situation, intent);
  if (plan.ok) return { accepted: true, ...compose(document, intent, plan.label, plan.build) };
  const { rule, message, source, offer } = plan;
  if (!offer) return { accepted: false, rule, message, source };
  const { changeSet, selects } = compose(document, intent, offer.label, offer.build);
  return {
    accepted: false,
    rule,
    message,
    source,
    offer: selects === undefined ? changeSet : { ...changeSet, selects },
  };
}

function situationOf(document: Scenario, intent: PlannedIntent, live: LiveState | undefined): Situation {
  const at = 'at' in intent ? intent.at : undefined;
  const name = intent.type === 'create' ? intent.name : undefined;
  return {
    document,
    ...(live ? { live } : {}),
    ...(at ? { at } : {}),
    ...(name !== undefined && name !== '' ? { name } : {}),
  };
}

function planOf(situation: Situation, intent: PlannedIntent): Plan {
  const { document } = situation;
  switch (intent.type) {
    case 'create': {
      if (!isKind(intent.kind)) return unknownKind(intent.kind);
      const target = targetOf(document, intent.into);
      return target ? planCreate(situation, intent.kind, target) : noPlace(intent.into);
    }
    case 'place': {
      const target = targetOf(document, intent.into);
      return target ? planAll(situation, outermost(document, intent.ids), target) : noPlace(intent.into);
    }
    case 'gather':
      return planGather(situation, intent);
    case 'delete':
      return asCut(planDelete(situation, intent.ids), intent.cut);
    case 'associate':
      return planAssociate(situation, intent.id, intent.with);
    case 'derive':
      return planDerive(situation, intent);
    case 'set':
      return planSet(situation, intent.id, intent.key, intent.value);
  }
}

/** What was copied before it went was cut. */
const asCut = (plan: Plan, cut = false): Plan =>
  plan.ok && cut ? { ...plan, label: plan.label.replace(/^Delete/, 'Cut') } : plan;

/** What is dropped on a chip, a card or an icon is told to belong to it, and stays where it is drawn. */
const takesPlace = (document: Scenario, intent: PlannedIntent): boolean =>
  intent.type !== 'place' ||
  !Object.hasOwn(document.resources, intent.into) ||
  drawnIn(document, intent.into).how === 'box';

const noPlace = (place: PlaceId): Plan =>
  refuse('NotFound', `There is no place ${place} in this document.`, SOURCES.errors);

function compose(
  document: Scenario,
  intent: PlannedIntent,
  label: string,
  build: Build,
): Pick<Extract<ScenarioProposal, { accepted: true }>, 'changeSet' | 'selects'> {
  const draft = new Draft(document);
  const selects = build(draft);
  const dropped = droppedKeys(document, draft.document, intent, selects);
  const changesPlaces = draft.changes.length > 0 && intent.type !== 'set' && intent.type !== 'delete';
  if (dropped.length > 0 && (changesPlaces || ('at' in intent && intent.at)))
    layOut(
      draft,
      document,
      dropped,
      'into' in intent ? intent.into : '',
      'at' in intent && takesPlace(document, intent) ? intent.at : undefined,
    );
  const changeSet = { label, changes: draft.changes };
  return selects === undefined ? { changeSet } : { changeSet, selects };
}

/** What is under the pointer: what is dragged, or the outermost new box, so that its corner is where the drop was. */
function droppedKeys(
  before: Scenario,
  after: Scenario,
  intent: PlannedIntent,
  selects: ResourceId | undefined,
): readonly PlaceKey[] {
  if (intent.type === 'place') return outermost(before, intent.ids);
  if (selects === undefined) return [];
  if (intent.type !== 'create') return [selects];
  const lanes = lanesOf(after);
  let key: PlaceKey = selects;
  for (;;) {
    const parent = parentOf(after, key, lanes);
    // A lane is as new as its VPC; in one that is there, the subnet stands at the pointer.
    const owner = parent?.split('/')[0];
    if (parent === null || owner === undefined || Object.hasOwn(before.resources, owner)) return [key];
    key = parent;
  }
}

/** Without what stands in something else that is dragged too. */
function outermost(document: Scenario, keys: readonly PlaceKey[]): readonly PlaceKey[] {
  const lanes = lanesOf(document);
  const all = new Set(keys);
  return keys.filter((key) => {
    for (let parent = parentOf(document, key, lanes); parent !== null;) {
      if (all.has(parent)) return false;
      parent = parentOf(document, parent, lanes);
    }
    return true;
  });
}

const parentOf = (document: Scenario, key: PlaceKey, lanes: readonly PlaceKey[]): PlaceKey | null =>
  lanes.includes(key) ? (key.split('/')[0] ?? null) : drawnIn(document, key, lanes).parent;
