/** What the canvas shows for a moment only: legal places, the thing in hand, a refusal. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PlaceId, PlaceKey, PlaceOption, Point, ResourceId, ScenarioChangeSet } from '../../engine';
import type { Offer } from './gesture/offered-lanes';

export interface Ghost {
  readonly kind: string;
  readonly label: string;
}

export interface RefusalAt {
  readonly at: Point;
  readonly message: string;
  readonly source?: string;
  readonly offer?: ScenarioChangeSet & { readonly selects?: ResourceId };
}

export interface MenuAt {
  /** Of what; `null`: of the bare canvas. */
  readonly key: PlaceKey | null;
  /** Client pixels. */
  readonly at: Point;
  readonly byKeyboard: boolean;
  readonly count: number;
}

export interface CanvasState {
  /** While something is in hand: where it may go. */
  readonly places: Readonly<Record<PlaceId, PlaceOption>> | null;
  /** The place under the hand, and whether a drop there works. */
  readonly over: {
    readonly place: PlaceId;
    readonly legal: boolean;
    readonly why: string | null;
    /** Refused as it is, with a way that the drop will offer. */
    readonly offers: boolean;
  } | null;
  /** Lanes that a drop would open. */
  readonly offer: Offer | null;
  readonly ghost: Ghost | null;
  /** Client pixels. */
  readonly box: { readonly from: Point; readonly to: Point } | null;
  readonly refusal: RefusalAt | null;
  readonly menu: MenuAt | null;
  /** Whose name is being typed where it stands. */
  readonly renaming: PlaceKey | null;
  /** Lifted things that follow the hand, for what is drawn between things. */
  readonly lifted: ReadonlySet<PlaceKey> | null;
  /** The one thing the Tab key reaches. */
  readonly roving: PlaceKey | null;
  readonly pulse: { readonly key: PlaceKey; readonly count: number } | null;
}

export const canvasStore = createStore<CanvasState>(() => ({
  places: null,
  over: null,
  offer: null,
  ghost: null,
  box: null,
  refusal: null,
  menu: null,
  renaming: null,
  lifted: null,
  roving: null,
  pulse: null,
}));

/** What changes with every move of the hand, apart: hundreds of nodes ask the other store. */
export interface HandState {
  /** Where the hand is while it holds something, client pixels. */
  readonly at: Point | null;
  /** How far the lifted things have been carried, canvas pixels. */
  readonly by: Point;
}

const UNMOVED: Point = { x: 0, y: 0 };
const EMPTY_HAND: HandState = { at: null, by: UNMOVED };

export const handStore = createStore<HandState>(() => EMPTY_HAND);

export const emptyHand = (): void => handStore.setState(EMPTY_HAND);

export const useCanvas = <T>(selector: (state: CanvasState) => T): T => useStore(canvasStore, selector);
