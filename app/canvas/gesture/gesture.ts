/**
 * What the hand is doing, as a table: one row per state, one entry per signal that matters there. Mouse, pen and touch
 * send the same signals; the palette and the canvas share the one hand. Signals without an entry change nothing.
 */
import type { PlaceKey, Point } from '../../../engine';

/** What was pressed. */
export type Subject =
  | { readonly type: 'entry'; readonly kind: string }
  /** A drawn thing. Without a grip (the inside of a box) it can be tapped, but a drag there moves the whole canvas. */
  | {
      readonly type: 'thing';
      readonly key: PlaceKey;
      readonly grip: boolean;
      /** Alt was held: a copy is dragged. */
      readonly copying?: boolean;
    }
  /** The corner that resizes a box. */
  | { readonly type: 'corner'; readonly key: PlaceKey }
  /** The bare canvas; with `boxing` a drag draws a selection box. */
  | { readonly type: 'ground'; readonly boxing: boolean };

export type Gesture =
  | { readonly state: 'idle' }
  | {
      readonly state: 'pointing' | 'dragging';
      readonly subject: Subject;
      readonly pointer: number;
      readonly from: Point;
      /** Shift or Ctrl was held: add to the selection. */
      readonly adding: boolean;
      /** A press that moves further than this is a drag. */
      readonly slop: number;
    }
  | { readonly state: 'carrying'; readonly kind: string };

/** Points are in client pixels. */
export type Signal =
  | {
      readonly type: 'press';
      readonly subject: Subject;
      readonly pointer: number;
      readonly at: Point;
      readonly adding: boolean;
      /** For what is not as steady as a mouse. */
      readonly slop?: number;
    }
  | { readonly type: 'move'; readonly pointer: number; readonly at: Point }
  | { readonly type: 'release'; readonly pointer: number; readonly at: Point }
  /** A palette entry is taken in hand and goes where the next click is. */
  | { readonly type: 'take'; readonly kind: string }
  /** Alt was pressed or let go: a copy is dragged, or the thing itself. */
  | { readonly type: 'switch'; readonly copying: boolean }
  | { readonly type: 'cancel' };

export type Effect =
  | { readonly type: 'tap'; readonly subject: Subject; readonly adding: boolean }
  | { readonly type: 'lift'; readonly subject: Subject; readonly from: Point }
  | { readonly type: 'carry'; readonly at: Point }
  | { readonly type: 'drop'; readonly at: Point }
  /** The same thing is held otherwise, where the hand is. */
  | { readonly type: 'switch'; readonly subject: Subject; readonly from: Point }
  | { readonly type: 'return' };

export interface Step {
  readonly next: Gesture;
  readonly effects: readonly Effect[];
}

/** How far a mouse may move in a click. */
export const DRAG_PX = 4;

export const IDLE: Gesture = { state: 'idle' };

type Entry<S, T extends Signal['type']> = (state: S, signal: Extract<Signal, { type: T }>) => Step;
type Row<S> = { readonly [T in Signal['type']]?: Entry<S, T> };
type Held = Extract<Gesture, { state: 'pointing' | 'dragging' }>;
type Carrying = Extract<Gesture, { state: 'carrying' }>;

const stay = (next: Gesture): Step => ({ next, effects: [] });
const to = (next: Gesture, ...effects: readonly Effect[]): Step => ({ next, effects });

const press: Entry<unknown, 'press'> = (_, { subject, pointer, at, adding, slop = DRAG_PX }) =>
  stay({ state: 'pointing', subject, pointer, from: at, adding, slop });

const take: Entry<unknown, 'take'> = (_, { kind }) =>
  to({ state: 'carrying', kind }, { type: 'lift', subject: { type: 'entry', kind }, from: NOWHERE });

/** `null` where Alt changes nothing. */
const switched = ({ subject }: Held, copying: boolean): Subject | null =>
  subject.type === 'thing' && subject.grip && (subject.copying ?? false) !== copying
    ? { ...subject, copying }
    : null;

/** Taken without a pointer: the ghost shows as soon as the pointer moves. */
const NOWHERE: Point = { x: -1000, y: -1000 };

const TABLE: {
  readonly idle: Row<Extract<Gesture, { state: 'idle' }>>;
  readonly pointing: Row<Held>;
  readonly dragging: Row<Held>;
  readonly carrying: Row<Carrying>;
} = {
  idle: { press, take },
  pointing: {
    move: (state, { pointer, at }) => {
      const { subject, from } = state;
      if (pointer !== state.pointer || Math.hypot(at.x - from.x, at.y - from.y) <= state.slop)
        return stay(state);
      // The canvas itself pans under this pointer from here on.
      if (!draggable(subject)) return stay(IDLE);
      return to({ ...state, state: 'dragging' }, { type: 'lift', subject, from }, { type: 'carry', at });
    },
    release: (state, { pointer }) => {
      if (pointer !== state.pointer) return stay(state);
      const { subject, adding } = state;
      if (subject.type === 'entry') return take(state, { type: 'take', kind: subject.kind });
      return to(IDLE, { type: 'tap', subject, adding });
    },
    // A second finger is a pinch, which the canvas reads itself.
    press: (state, { pointer }) => stay(pointer === state.pointer ? state : IDLE),
    switch: (state, { copying }) => {
      const subject = switched(state, copying);
      return stay(subject ? { ...state, subject } : state);
    },
    cancel: () => stay(IDLE),
    take,
  },
  dragging: {
    move: (state, { pointer, at }) =>
      pointer === state.pointer ? to(state, { type: 'carry', at }) : stay(state),
    release: (state, { pointer, at }) =>
      pointer === state.pointer ? to(IDLE, { type: 'drop', at }) : stay(state),
    // Two fingers pinch: what one of them had begun to move goes back.
    press: (state, { pointer }) => (pointer === state.pointer ? stay(state) : to(IDLE, { type: 'return' })),
    switch: (state, { copying }) => {
      const subject = switched(state, copying);
      return subject ? to({ ...state, subject }, { type: 'switch', subject, from: state.from }) : stay(state);
    },
    cancel: () => to(IDLE, { type: 'return' }),
  },
  carrying: {
    move: (state, { at }) => to(state, { type: 'carry', at }),
    press: (state, signal) =>
      signal.subject.type === 'entry'
        ? to(press(state, signal).next, { type: 'return' })
        : to(IDLE, { type: 'drop', at: signal.at }),
    cancel: () => to(IDLE, { type: 'return' }),
    take: (state, signal) => {
      const taken = take(state, signal);
      return to(taken.next, { type: 'return' }, ...taken.effects);
    },
  },
};

function draggable(subject: Subject): boolean {
  switch (subject.type) {
    case 'entry':
    case 'corner':
      return true;
    case 'thing':
      return subject.grip;
    case 'ground':
      return subject.boxing;
  }
}

/** One signal: the next state and what has to be done about it. */
export function step(gesture: Gesture, signal: Signal): Step {
  const row: Row<never> = TABLE[gesture.state];
  const entry = row[signal.type] as ((state: Gesture, signal: Signal) => Step) | undefined;
  return entry ? entry(gesture, signal) : stay(gesture);
}
