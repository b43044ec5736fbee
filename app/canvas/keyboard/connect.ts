/** Connecting without a pointer: C on a thing, walk from one legal target to the next, C or Enter. */
import { get, type Point, type Rect, type ResourceId } from '../../../engine';
import { setQuery } from '../../asking/ask-path';
import { ask } from '../../engine-client/engine-client';
import { documentStore } from '../../state/document-store';
import { pathStore } from '../../state/path-store';
import { perform } from '../../state/perform';
import { runStore } from '../../state/run-store';
import { announce, setView } from '../../state/view-store';
import { connectText as text } from '../../strings/en/connect';
import { pathWords } from '../../strings/en/paths';
import { canvasStore } from '../canvas-store';
import { currentDrawing } from '../drawing';
import { titleOf } from '../projection/chips';
import { keyOf } from '../view';
import { connectStore, type Connecting, type Option } from './connect-store';
import { focusThing } from './focus';
import { optionNamed, optionsFor } from './options';
import { DIRECTIONS, nearestIn, rectOf } from './walk';

const TYPE_AHEAD_MS = 700;
let typed = { text: '', at: 0 };

export const isConnecting = (): boolean => connectStore.getState().connecting !== null;

export async function startConnecting(from: ResourceId): Promise<void> {
  const { document, revision } = documentStore.getState();
  if (!get(document, from)) return;
  show({ from, options: null, at: 0 });
  announce(text.asking(titleOf(document, from)), 'spoken');
  const reply = await ask((engine) => engine.connections(from, runStore.getState().moment));
  if (connectStore.getState().connecting?.from !== from) return;
  // Edited meanwhile: what was legal may not be so any more.
  if (!reply.ok || documentStore.getState().revision !== revision) {
    show(null);
    return;
  }
  const options = inReadingOrder(optionsFor(document, from, reply.value));
  if (options.length === 0) {
    show(null);
    announce(text.none(titleOf(document, from)), 'bad');
    return;
  }
  announce(text.begun(titleOf(document, from), options.length), 'spoken');
  show({ from, options, at: nearestTo(from, options) });
}

export function stopConnecting(): void {
  const { connecting } = connectStore.getState();
  if (!connecting) return;
  show(null);
  focusThing(connecting.from);
  announce(text.left, 'spoken');
}

/** @returns whether the key meant something: while connecting, keys belong to it. */
export function pressWhileConnecting(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  const { connecting } = connectStore.getState();
  if (!connecting || event.ctrlKey || event.metaKey) return false;
  const { key } = event;
  const now = performance.now();
  const isTyping = now - typed.at < TYPE_AHEAD_MS && typed.text !== '';
  if (key === 'Escape') stopConnecting();
  else if (key === 'Enter' || (key.toLowerCase() === 'c' && !isTyping)) void complete(connecting);
  else if (key in DIRECTIONS) step(connecting, DIRECTIONS[key] ?? { x: 0, y: 0 });
  else if (key === 'Home' || key === 'End') go(connecting, key === 'Home' ? 0 : -1);
  else if (key.length === 1 && key !== ' ' && connecting.options) {
    typed = { text: isTyping ? typed.text + key : key, at: now };
    const found = optionNamed(
      documentStore.getState().document,
      connecting.options,
      connecting.at,
      typed.text,
    );
    if (found !== null) go(connecting, found);
  } else return key === ' ';
  return true;
}

async function complete({ from, options, at }: Connecting): Promise<void> {
  const option = options?.[at];
  if (!option) return;
  show(null);
  if (option.how === 'path') {
    const { query } = pathStore.getState();
    setView({ dockTab: 'paths', dockOpen: true });
    await setQuery({ ...query, from, to: option.to });
    const { result, failure } = pathStore.getState();
    announce(text.answered(option.label, result ? pathWords.verdicts[result.verdict] : (failure ?? '')));
  } else await perform({ type: 'associate', id: from, with: option.to });
  focusThing(from);
}

function step(connecting: Connecting, direction: Point): void {
  const { options, at } = connecting;
  const here = options?.[at];
  const from = here && placeOf(here.to);
  if (!options || !from) return;
  const others = options.flatMap((option, index) => {
    const rect = placeOf(option.to);
    return rect && index !== at ? [[index, rect] as const] : [];
  });
  // Nothing that way: on to the next as one reads, so that every target can be reached by one key.
  const forward = direction.x + direction.y > 0;
  const next =
    nearestIn(from, others, direction) ?? (at + (forward ? 1 : -1) + options.length) % options.length;
  go(connecting, next);
}

function go(connecting: Connecting, index: number): void {
  const { options } = connecting;
  if (!options) return;
  show({ ...connecting, at: (index + options.length) % options.length });
}

/** Lights what is legal, and gives the keyboard to what it stands on. */
function show(connecting: Connecting | null): void {
  const before = connectStore.getState().connecting;
  connectStore.setState({ connecting });
  if (connecting && !before) watch();
  if (!connecting) unwatch?.();
  const option = connecting?.options?.[connecting.at];
  if (!connecting?.options || !option) {
    canvasStore.setState({ places: null, over: null });
    return;
  }
  const { options, at } = connecting;
  canvasStore.setState({
    places: Object.fromEntries(options.map(({ to }) => [to, { legal: true }])),
    over: { place: option.to, legal: true, why: null, offers: false },
  });
  focusThing(option.to);
  announce(text.standsOn(option.label, at + 1, options.length), 'spoken');
}

let unwatch: (() => void) | null = null;

/** A pointer, an edit or a leap of the keyboard elsewhere ends it: the hand is at something else. */
function watch(): void {
  const leave = () => show(null);
  const leap = ({ target }: FocusEvent) => {
    if (!(target instanceof Element) || !target.closest('.stage')) leave();
  };
  const { revision } = documentStore.getState();
  const stop = documentStore.subscribe((state) => {
    if (state.revision !== revision) leave();
  });
  window.addEventListener('pointerdown', leave, true);
  window.addEventListener('focusin', leap, true);
  unwatch = () => {
    unwatch = null;
    stop();
    window.removeEventListener('pointerdown', leave, true);
    window.removeEventListener('focusin', leap, true);
  };
}

/** Chips stand where what they hang on stands. */
function placeOf(id: ResourceId): Rect | null {
  const { things } = currentDrawing();
  const key = keyOf(id);
  const drawn = key === null ? undefined : things.get(key);
  return drawn ? rectOf(drawn) : null;
}

/** What is drawn nowhere can't be walked to: the outline's list has it. */
const inReadingOrder = (options: readonly Option[]): readonly Option[] =>
  options
    .flatMap((option) => {
      const rect = placeOf(option.to);
      return rect ? [{ option, rect }] : [];
    })
    .sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x)
    .map(({ option }) => option);

function nearestTo(from: ResourceId, options: readonly Option[]): number {
  const here = placeOf(from);
  if (!here) return 0;
  const distances = options.map(({ to }) => {
    const rect = placeOf(to) ?? here;
    return Math.abs(rect.x - here.x) + Math.abs(rect.y - here.y);
  });
  return distances.indexOf(Math.min(...distances));
}
