/** What the gesture table asks for: lift, carry, drop, give back, tap. */
import { within, type PlaceId, type Point } from '../../../engine';
import { announceDone } from '../../state/announce-done';
import { commit, documentStore } from '../../state/document-store';
import { pathStore } from '../../state/path-store';
import { propose, type Outcome } from '../../state/perform';
import { announce, select, setView, viewStore } from '../../state/view-store';
import { canvasText as text } from '../../strings/en/canvas';
import { canvasStore, emptyHand, handStore } from '../canvas-store';
import { currentDrawing, resourceOfKey } from '../drawing';
import { GRIP } from '../grip';
import { hullsOf } from '../projection/hulls';
import { titleOf } from '../projection/chips';
import type * as LiningUp from '../lining-up/guides';
import { forgetSurvey, isOnStage, stageZoom, surveyStage, toCanvas } from '../stage';
import { keepInView } from '../view';
import { autoPan, stopAutoPan } from './auto-pan';
import { boxed } from './boxed';
import { follow, raise, settle } from './follow';
import type { Subject } from './gesture';
import { liftOf, type Lift } from './lift';
import { moveChanges, resizeChanges } from './move';
import { offerableOf, offerAt, offeredAt, type Offerable } from './offered-lanes';
import { candidatesAt, targetAt, type Places, type Target } from './target';

let held: Lift | null = null;
/** What was said about legal places for what is in hand. */
let places: Places | null = null;
/** Of these, what is not drawn yet. */
let offerable: Offerable | null = null;
/** What stands beside what is in hand, once the lining up is loaded; the first drag of a visit may begin without. */
let liningUp: { readonly by: typeof LiningUp; readonly around: LiningUp.Surroundings } | null = null;

/** @param start canvas pixels, where the view may have moved since the press. */
export function lift(subject: Subject, from: Point, start?: Point): void {
  // What waits for a click may wait while the page changes; what is dragged does not.
  if (from.x >= 0) surveyStage();
  const taken = liftOf(subject, from);
  const lifted = start && taken.type === 'things' ? { ...taken, start } : taken;
  held = lifted;
  places = null;
  offerable = null;
  canvasStore.setState({ refusal: null });
  if (lifted.type === 'corner' || lifted.type === 'box') return;
  if (lifted.type === 'entry') {
    setView({ carrying: { kind: lifted.kind, mode: from.x < 0 ? 'click' : 'drag' } });
    if (from.x < 0) announce(text.placing(lifted.label));
    canvasStore.setState({ ghost: { kind: lifted.kind, label: lifted.label } });
  } else if (lifted.elements.length === 0) {
    const kind = documentStore.getState().document.resources[resourceOfKey(lifted.lead)]?.kind ?? '';
    canvasStore.setState({ ghost: { kind, label: lifted.label } });
  }
  if (lifted.type === 'things' && lifted.elements.length > 0) {
    raise(lifted.elements);
    // Of a copy the original stays, with its lines.
    if (!lifted.copying) canvasStore.setState({ lifted: lifted.held.keys });
    void import('../lining-up/guides').then((by) => {
      const around = by.surroundingsOf(currentDrawing(), lifted.keys);
      if (held === lifted && around) liningUp = { by, around };
    });
  }
  void lifted.places.then((answer) => {
    if (held !== lifted) return;
    learn(answer);
    canvasStore.setState({ places: answer });
    if (lastAt) carry(lastAt);
  });
}

let lastAt: Point | null = null;

export function carry(at: Point): void {
  const lifted = held;
  if (!lifted) return;
  lastAt = at;
  switch (lifted.type) {
    case 'box':
      canvasStore.setState({ box: { from: lifted.from, to: at } });
      return;
    case 'corner': {
      const { width, height } = sizeAt(lifted, at);
      for (const element of lifted.elements) {
        element.style.width = `${width}px`;
        element.style.height = `${height}px`;
      }
      return;
    }
    case 'things': {
      const target = targetFor(lifted, at);
      const by = carriedBy(lifted, at, target);
      follow(lifted.elements, by);
      handStore.setState(lifted.elements.length > 0 ? { at, by } : { at });
      showTarget(lifted, target);
      break;
    }
    case 'entry':
      handStore.setState({ at });
      showTarget(lifted, targetFor(lifted, at));
  }
  autoPan(at, () => carry(at));
}

/** How far the things in hand go: in their own box they line up with what stands there. */
function carriedBy(lifted: Extract<Lift, { type: 'things' }>, at: Point, target: Target | null): Point {
  const by = distance(lifted, at);
  if (!liningUp) return by;
  if (target?.type === 'move') return liningUp.by.snapped(liningUp.around, by, stageZoom());
  liningUp.by.clearGuides();
  return by;
}

function learn(answer: Places): void {
  places = answer;
  offerable = offerableOf(currentDrawing(), answer);
}

type Carried = Extract<Lift, { type: 'entry' | 'things' }>;

function targetFor(lifted: Carried, at: Point): Target | null {
  if (!isOnStage(at)) return null;
  const drawing = currentDrawing();
  const { document } = documentStore.getState();
  const point = toCanvas(at);
  const known = places ?? {};
  const before = canvasStore.getState().offer;
  const offer = offerable && offerAt(document, drawing, offerable, point, before);
  if (offer !== before) canvasStore.setState({ offer });
  const candidates = candidatesAt(drawing, hullsOf(document, drawing), point, lifted.held.keys);
  const lane = offeredAt(offer, point);
  return targetAt(lane === undefined ? candidates : [lane, ...candidates], known, lifted.held);
}

/** A new instance is not refused where the network it lacks will be offered; other refusals say why. */
const isOffered = (lifted: Carried, target: Target): boolean =>
  target.type === 'refused' && target.offersFix && lifted.type === 'entry' && lifted.kind === 'instance';

function showTarget(lifted: Carried, target: Target | null): void {
  const over =
    target === null
      ? null
      : {
          place: target.place,
          legal: target.type !== 'refused',
          why: target.type !== 'refused' ? null : isOffered(lifted, target) ? text.offers : target.message,
          offers: isOffered(lifted, target),
        };
  const before = canvasStore.getState().over;
  if (before?.place !== over?.place || before?.legal !== over?.legal) canvasStore.setState({ over });
}

/** Puts down what is in hand. Nothing changes where the engine refuses, and the reason is shown there. */
export async function drop(at: Point): Promise<void> {
  const lifted = held;
  if (!lifted) return;
  if (lifted.type === 'box') {
    select(...boxed(currentDrawing(), toCanvas(lifted.from), toCanvas(at), viewStore.getState().selection));
    putDown();
    return;
  }
  if (lifted.type === 'corner') {
    const { document } = documentStore.getState();
    commit({
      label: text.resized(titleOf(document, resourceOfKey(lifted.key))),
      changes: resizeChanges(document, currentDrawing(), lifted.key, sizeAt(lifted, at)),
    });
    putDown();
    return;
  }
  let target = targetFor(lifted, at);
  if (!target || target.type === 'refused') {
    const answer = await lifted.places;
    // Meanwhile something else was taken up, or this one was given back.
    if (held !== lifted) return;
    learn(answer);
    target = targetFor(lifted, at);
  }
  if (!target) {
    putDown();
    return;
  }
  if (target.type === 'move') {
    if (lifted.type === 'things') moveBy(lifted, carriedBy(lifted, at, target));
    putDown();
    return;
  }
  if (target.type === 'refused' && !target.offersFix) {
    canvasStore.setState({ refusal: { at, message: target.message, source: target.source } });
    putDown();
    return;
  }
  const outcome = await proposeAt(lifted, target.place, at);
  if (held === lifted) putDown();
  report(outcome, at);
}

function moveBy(lifted: Extract<Lift, { type: 'things' }>, by: Point): void {
  const { document } = documentStore.getState();
  const { keys } = lifted;
  commit({
    label: keys.length === 1 ? text.moved(lifted.label) : text.movedMany(keys.length),
    changes: moveChanges(document, currentDrawing(), keys, by),
  });
  if (!viewStore.getState().selection.includes(resourceOfKey(lifted.lead)))
    select(resourceOfKey(lifted.lead));
}

function proposeAt(lifted: Carried, place: PlaceId, at: Point): Promise<Outcome> {
  const drawing = currentDrawing();
  const point = toCanvas(at);
  if (lifted.type === 'entry') {
    const corner = within(drawing, place, { x: point.x - GRIP.x, y: point.y - GRIP.y });
    return propose({ type: 'create', kind: lifted.kind, into: place, at: rounded(corner) });
  }
  const lead = drawing.things.get(lifted.lead);
  const by = distance(lifted, at);
  const corner = within(drawing, place, lead ? { x: lead.left + by.x, y: lead.top + by.y } : point);
  const type = lifted.copying ? 'duplicate' : 'place';
  return propose({ type, ids: lifted.ids, into: place, at: rounded(corner) });
}

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

/** Selects what was made; shows why nothing was. */
export function report(outcome: Outcome, at: Point): void {
  if (outcome.ok) {
    if (outcome.selects) {
      select(outcome.selects);
      keepInView(outcome.selects);
      if (outcome.selected) select(...outcome.selected);
    }
    const label = documentStore.getState().past.at(-1)?.label;
    if (label) announceDone(label, outcome.notes);
    return;
  }
  const { refusal } = outcome;
  canvasStore.setState({
    refusal: {
      at,
      message: outcome.message,
      ...(refusal ? { source: refusal.source } : {}),
      ...(refusal?.offer ? { offer: refusal.offer } : {}),
    },
  });
}

export function giveBack(): void {
  putDown();
}

/** A copy instead of the thing, or the thing instead of a copy: taken up again where it was, held where the hand is. */
export function holdOtherwise(subject: Subject, from: Point): void {
  const at = lastAt;
  const start = held?.type === 'things' ? held.start : undefined;
  putDown();
  lift(subject, from, start);
  if (at) carry(at);
}

function putDown(): void {
  forgetSurvey();
  const lifted = held;
  held = null;
  places = null;
  offerable = null;
  liningUp?.by.clearGuides();
  liningUp = null;
  lastAt = null;
  stopAutoPan();
  if (lifted?.type === 'things') {
    if (lifted.copying) for (const element of lifted.elements) element.remove();
    else settle(lifted.elements);
  }
  if (lifted?.type === 'corner') {
    const { width, height } = currentDrawing().things.get(lifted.key) ?? lifted.size;
    for (const element of lifted.elements)
      Object.assign(element.style, { width: `${width}px`, height: `${height}px` });
  }
  canvasStore.setState({ places: null, over: null, offer: null, ghost: null, box: null, lifted: null });
  emptyHand();
  if (viewStore.getState().carrying) setView({ carrying: null });
}

function distance(lifted: { readonly start: Point }, at: Point): Point {
  const to = toCanvas(at);
  return { x: to.x - lifted.start.x, y: to.y - lifted.start.y };
}

function sizeAt(lifted: Extract<Lift, { type: 'corner' }>, at: Point): { width: number; height: number } {
  const by = distance(lifted, at);
  return {
    width: Math.max(lifted.least.width, lifted.size.width + by.x),
    height: Math.max(lifted.least.height, lifted.size.height + by.y),
  };
}

const ENDS: readonly string[] = ['instance', 'network-interface', 'internet'];

export function tap(subject: Subject, adding: boolean): void {
  canvasStore.setState({ refusal: null });
  if (subject.type === 'ground') {
    if (!adding) select();
    return;
  }
  if (subject.type !== 'thing') return;
  const id = resourceOfKey(subject.key);
  if (pick(id)) return;
  canvasStore.setState({ roving: subject.key });
  const { selection } = viewStore.getState();
  if (!adding) select(id);
  else select(...(selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]));
}

/** An end of the path, while one is asked for. */
export function pick(id: string): boolean {
  const { picking } = pathStore.getState();
  if (!picking) return false;
  const { document } = documentStore.getState();
  if (!ENDS.includes(document.resources[id]?.kind ?? '')) {
    announce(text.pickOther, 'bad');
    return true;
  }
  pathStore.setState((state) => ({ query: { ...state.query, [picking]: id }, picking: null }));
  announce(text.picked(picking, titleOf(document, id)));
  return true;
}
