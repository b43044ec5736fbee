/** Runs the gesture table: pointer and key events in, effects out. One hand for palette and canvas. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { isViewOnly } from '../../state/document-store';
import { viewStore } from '../../state/view-store';
import { carry, drop, giveBack, holdOtherwise, lift, tap } from './effects';
import { withFingers } from './fingers';
import { IDLE, step, type Effect, type Gesture, type Signal, type Subject } from './gesture';

const gestureStore = createStore<{ readonly gesture: Gesture }>(() => ({ gesture: IDLE }));

export const useHand = (): Gesture['state'] => useStore(gestureStore, ({ gesture }) => gesture.state);

export function signal(next: Signal): void {
  const { gesture } = gestureStore.getState();
  const stepped = step(gesture, next);
  if (stepped.next !== gesture) {
    gestureStore.setState({ gesture: stepped.next });
    if (gesture.state === 'idle' && stepped.next.state !== 'idle') listen();
    if (stepped.next.state === 'idle') stopListening();
  }
  stepped.effects.forEach(perform);
}

/** A pointer went down on something. */
export function press(subject: Subject, event: PointerEvent): void {
  const looking = isViewOnly();
  if (looking && (subject.type === 'entry' || subject.type === 'corner')) return;
  signal({
    type: 'press',
    // What can't be moved is tapped still.
    subject: looking && subject.type === 'thing' ? { ...subject, grip: false } : subject,
    pointer: event.pointerId,
    at: { x: event.clientX, y: event.clientY },
    adding: event.shiftKey || event.ctrlKey || event.metaKey,
    ...(event.pointerType === 'touch' ? { slop: FINGER_PX } : {}),
  });
  if (event.pointerType === 'touch' && gestureStore.getState().gesture.state === 'pointing')
    withFingers((touch) => touch.watchLongPress(event, cancelGesture));
}

/** A finger wavers more than a mouse before it means to drag. */
const FINGER_PX = 10;

export const cancelGesture = (): void => signal({ type: 'cancel' });

function perform(effect: Effect): void {
  switch (effect.type) {
    case 'tap':
      tap(effect.subject, effect.adding);
      return;
    case 'lift':
      lift(effect.subject, effect.from);
      return;
    case 'carry':
      carry(effect.at);
      return;
    case 'drop':
      void drop(effect.at);
      return;
    case 'switch':
      holdOtherwise(effect.subject, effect.from);
      return;
    case 'return':
      giveBack();
      return;
  }
}

let stopListening: () => void = () => {};

function listen(): void {
  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true };
  const point = (event: PointerEvent) => ({
    pointer: event.pointerId,
    at: { x: event.clientX, y: event.clientY },
  });
  addEventListener('pointermove', (event) => signal({ type: 'move', ...point(event) }), options);
  addEventListener('pointerup', (event) => signal({ type: 'release', ...point(event) }), options);
  addEventListener('pointercancel', cancelGesture, options);
  addEventListener('blur', () => gestureStore.getState().gesture.state === 'dragging' && cancelGesture(), {
    signal: listening.signal,
  });
  const alt = (event: KeyboardEvent) => {
    if (event.key !== 'Alt') return;
    // Not to the browser's own menu bar.
    event.preventDefault();
    signal({ type: 'switch', copying: event.type === 'keydown' });
  };
  addEventListener('keydown', alt, options);
  addEventListener('keyup', alt, options);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      // One press, one thing let go: the selection stays.
      event.preventDefault();
      event.stopPropagation();
      cancelGesture();
    },
    options,
  );
  // Somebody else took it out of the hand.
  const unsubscribe = viewStore.subscribe((state, before) => {
    if (before.carrying && !state.carrying && gestureStore.getState().gesture.state === 'carrying')
      cancelGesture();
  });
  stopListening = () => {
    listening.abort();
    unsubscribe();
    stopListening = () => {};
  };
}
