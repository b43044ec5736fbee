/** A drawing: what `fit` makes of resources and layout. */
import type { Appearance } from '../model/kind';
import type { Chips } from './chips';
import type { Rect } from './pack';
import type { DrawnKind, PlaceKey } from './place';

/** One drawn thing. `x`, `y` from its parent's corner; `left`, `top` from the canvas's. */
export interface Drawn extends Rect {
  readonly key: PlaceKey;
  readonly kind: DrawnKind;
  readonly how: Appearance;
  readonly parent: PlaceKey | null;
  readonly left: number;
  readonly top: number;
  /** A box drawn as a chip: what stands in it is in `hidden`. */
  readonly collapsed: boolean;
}

export interface Drawing {
  /** Parents before their children. */
  readonly things: ReadonlyMap<PlaceKey, Drawn>;
  /** What stands in what, hidden or not. */
  readonly children: ReadonlyMap<PlaceKey, readonly PlaceKey[]>;
  /** What stands in collapsed boxes and is not drawn. */
  readonly hidden: ReadonlyMap<PlaceKey, Hidden>;
  readonly chips: Chips;
  readonly bounds: Rect;
}

/** A thing that stands in a collapsed box. */
export interface Hidden {
  readonly kind: DrawnKind;
  readonly parent: PlaceKey;
  /** The outermost collapsed box around it, which is drawn in its stead. */
  readonly behind: PlaceKey;
}

/** What stands where, before it has a size. */
export interface Standing {
  readonly key: PlaceKey;
  readonly kind: DrawnKind;
  readonly how: Appearance;
  readonly parent: PlaceKey | null;
}
