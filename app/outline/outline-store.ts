/** Which boxes of the outline are closed and where the keyboard stands; outlives the panel being closed. */
import { createStore } from 'zustand/vanilla';
import type { PlaceId } from '../../engine';

export interface OutlineState {
  readonly closed: ReadonlySet<PlaceId>;
  /** The row that takes the Tab key. */
  readonly active: PlaceId | null;
  readonly renaming: PlaceId | null;
}

export const outlineStore = createStore<OutlineState>(() => ({
  closed: new Set(),
  active: null,
  renaming: null,
}));

export function setOpen(place: PlaceId, open: boolean): void {
  const closed = new Set(outlineStore.getState().closed);
  if (open) closed.delete(place);
  else closed.add(place);
  outlineStore.setState({ closed });
}

export const openAll = (places: readonly PlaceId[]): void => {
  const closed = new Set(outlineStore.getState().closed);
  if (!places.some((place) => closed.has(place))) return;
  for (const place of places) closed.delete(place);
  outlineStore.setState({ closed });
};
