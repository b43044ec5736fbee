/** What is in hand: what it is, where it came from and how it follows the pointer. */
import {
  descriptorOf,
  fit,
  type Drawing,
  type PlaceId,
  type PlaceKey,
  type Point,
  type ResourceId,
  type Scenario,
  type Size,
} from '../../../engine';
import { ask } from '../../engine-client/engine-client';
import { documentStore } from '../../state/document-store';
import { viewStore } from '../../state/view-store';
import { resourceOfKey, withDescendants, currentDrawing } from '../drawing';
import { titleOf } from '../projection/chips';
import { elementsOf, toCanvas } from '../stage';
import type { Subject } from './gesture';
import type { Held, Places } from './target';

interface Common {
  readonly held: Held;
  /** Canvas pixels. */
  readonly start: Point;
  /** Nothing is legal until the engine has said so. */
  readonly places: Promise<Places>;
}

export type Lift =
  | (Common & { readonly type: 'entry'; readonly kind: string; readonly label: string })
  | (Common & {
      readonly type: 'things';
      readonly keys: readonly PlaceKey[];
      readonly ids: readonly ResourceId[];
      /** The one under the pointer. */
      readonly lead: PlaceKey;
      /** Elements that follow the pointer; none for what is docked or a chip, which sends a ghost. */
      readonly elements: readonly HTMLElement[];
      readonly label: string;
      /** A copy is in hand: the things themselves stay. */
      readonly copying: boolean;
    })
  | {
      readonly type: 'corner';
      readonly key: PlaceKey;
      readonly start: Point;
      readonly size: Size;
      readonly least: Size;
      readonly elements: readonly HTMLElement[];
    }
  | { readonly type: 'box'; readonly from: Point };

const NO_PLACES: Places = {};

const placesFor = (
  carried: { readonly kind: string } | { readonly ids: readonly ResourceId[] },
): Promise<Places> =>
  ask((engine) => engine.places(carried)).then((reply) => (reply.ok ? reply.value : NO_PLACES));

/** @param from client pixels. */
export function liftOf(subject: Subject, from: Point): Lift {
  switch (subject.type) {
    case 'entry':
      return {
        type: 'entry',
        kind: subject.kind,
        label: descriptorOf(subject.kind)?.label ?? subject.kind,
        held: { keys: new Set(), home: null },
        start: toCanvas(from),
        places: placesFor({ kind: subject.kind }),
      };
    case 'thing':
      return liftThings(subject.key, from, subject.copying ?? false);
    case 'corner':
      return liftCorner(subject.key, from);
    case 'ground':
      return { type: 'box', from };
  }
}

function liftThings(lead: PlaceKey, from: Point, copying: boolean): Lift {
  const { document } = documentStore.getState();
  const drawing = currentDrawing();
  const keys = keysToLift(drawing, lead, viewStore.getState().selection);
  const movable = keys.every((key) => isMovable(drawing, key));
  const ids = keys.map(resourceOfKey).filter((id) => isPlaceable(document, id));
  const lanes = keys.some((key) => resourceOfKey(key) !== key);
  const all = withDescendants(drawing, keys);
  return {
    type: 'things',
    keys,
    ids,
    lead,
    held: { keys: all, home: movable && !copying ? homeOf(drawing, lead) : null },
    start: toCanvas(from),
    elements: !movable ? [] : copying ? likenessesOf(elementsOf(all)) : elementsOf(all),
    copying,
    label: titleOf(document, resourceOfKey(lead)),
    // A lane or a region stays in its box: there is nothing to ask.
    places:
      ids.length === 0 || lanes
        ? Promise.resolve(NO_PLACES)
        : // A copy may go wherever something new of its kind may.
          placesFor(copying ? { kind: document.resources[ids[0] ?? '']?.kind ?? '' } : { ids }),
  };
}

/** Pictures of things that follow the hand while the things stay: nothing finds or hears of them. */
function likenessesOf(elements: readonly HTMLElement[]): readonly HTMLElement[] {
  return elements.map((element) => {
    const likeness = element.cloneNode(true) as HTMLElement;
    for (const part of [likeness, ...likeness.querySelectorAll<HTMLElement>('[data-key], [tabindex]')]) {
      part.removeAttribute('data-id');
      part.removeAttribute('data-key');
      part.removeAttribute('tabindex');
    }
    likeness.setAttribute('aria-hidden', 'true');
    element.parentElement?.append(likeness);
    return likeness;
  });
}

const homeOf = (drawing: Drawing, key: PlaceKey): PlaceId => drawing.things.get(key)?.parent ?? 'canvas';

const isPlaceable = (document: Scenario, id: ResourceId): boolean => {
  const kind = document.resources[id]?.kind;
  return kind !== undefined && kind !== 'region' && kind !== 'zone';
};

/** Has a place of its own in its box. Chips and what is docked stand where their owner stands. */
export function isMovable(drawing: Drawing, key: PlaceKey): boolean {
  const drawn = drawing.things.get(key);
  if (!drawn || drawn.how === 'chip' || drawn.how === 'docked') return false;
  return drawn.how !== 'port' || drawing.things.get(drawn.parent ?? '')?.kind !== 'instance';
}

/** The whole selection if the lead is part of it; never a thing together with the box that carries it anyway. */
export function keysToLift(
  drawing: Drawing,
  lead: PlaceKey,
  selection: readonly ResourceId[],
): readonly PlaceKey[] {
  if (!selection.includes(lead)) return [lead];
  const wanted = selection.filter((id) => drawing.things.has(id));
  const chosen = new Set(wanted);
  return wanted.filter((key) => {
    for (let parent = drawing.things.get(key)?.parent; parent; parent = drawing.things.get(parent)?.parent)
      if (chosen.has(parent)) return false;
    return key === lead || isMovable(drawing, key);
  });
}

function liftCorner(key: PlaceKey, from: Point): Lift {
  const { document } = documentStore.getState();
  const drawn = currentDrawing().things.get(key);
  const size = { width: drawn?.width ?? 0, height: drawn?.height ?? 0 };
  // The smallest size that still holds its children is what the drawing gives it without a wish.
  const { [key]: wish, ...others } = document.layout;
  const unsized = wish ? { ...others, [key]: { x: wish.x, y: wish.y } } : others;
  const least = fit({ ...document, layout: unsized }).things.get(key) ?? size;
  return {
    type: 'corner',
    key,
    start: toCanvas(from),
    size,
    least: { width: least.width, height: least.height },
    elements: elementsOf([key]),
  };
}
