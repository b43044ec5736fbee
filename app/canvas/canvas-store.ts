/** What the canvas shows for a moment only: legal places, the thing in hand, a refusal. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PlaceId, PlaceKey, PlaceOption, Point, ResourceId, ScenarioChangeSet } from '../../engine';

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

export interface CanvasState {
  /** While something is in hand: where it may go. */
  readonly places: Readonly<Record<PlaceId, PlaceOption>> | null;
  /** The place under the hand, and whether a drop there works. */
  readonly over: { readonly place: PlaceId; readonly legal: boolean; readonly why: string | null } | null;
  readonly ghost: Ghost | null;
  /** Where the hand is while it holds something, client pixels. */
  readonly hand: Point | null;
  /** Client pixels. */
  readonly box: { readonly from: Point; readonly to: Point } | null;
  readonly refusal: RefusalAt | null;
  /** Lifted things and how far they have been carried, canvas pixels: for what is drawn between things. */
  readonly lifted: { readonly keys: ReadonlySet<PlaceKey>; readonly by: Point } | null;
  /** The one thing the Tab key reaches. */
  readonly roving: PlaceKey | null;
  readonly pulse: { readonly key: PlaceKey; readonly count: number } | null;
}

export const canvasStore = createStore<CanvasState>(() => ({
  places: null,
  over: null,
  ghost: null,
  hand: null,
  box: null,
  refusal: null,
  lifted: null,
  roving: null,
  pulse: null,
}));

export const useCanvas = <T>(selector: (state: CanvasState) => T): T => useStore(canvasStore, selector);
