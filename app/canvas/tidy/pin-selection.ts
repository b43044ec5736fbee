/** Pins what is selected where it stands, or lets it go if all of it is pinned. */
import { parseLaneKey, type PlaceKey, type ResourceId } from '../../../engine';
import { announceDone } from '../../state/announce-done';
import { commit, documentStore } from '../../state/document-store';
import { viewStore } from '../../state/view-store';
import { tidyText as text } from '../../strings/en/tidy';
import { currentDrawing } from '../drawing';
import { titleOf } from '../projection/chips';
import { canBePinned, isPinned, pinChanges } from './pin';

/** A zone stands for its lanes. */
function keysOf(ids: readonly ResourceId[]): readonly PlaceKey[] {
  const drawing = currentDrawing();
  const chosen = new Set(ids);
  return [...drawing.things.keys()].filter(
    (key) => chosen.has(parseLaneKey(key)?.zoneId ?? key) && canBePinned(drawing, key),
  );
}

export const canPin = (ids: readonly ResourceId[]): boolean => keysOf(ids).length > 0;

export const areAllPinned = (ids: readonly ResourceId[]): boolean => {
  const keys = keysOf(ids);
  return keys.length > 0 && keys.every((key) => isPinned(documentStore.getState().document, key));
};

export function switchPin(ids: readonly ResourceId[] = viewStore.getState().selection): void {
  const { document } = documentStore.getState();
  const pinned = !areAllPinned(ids);
  const [first] = ids;
  const title = ids.length === 1 && first !== undefined ? titleOf(document, first) : text.things(ids.length);
  const label = pinned ? text.pinnedLabel(title) : text.unpinnedLabel(title);
  const done = commit({ label, changes: pinChanges(document, currentDrawing(), keysOf(ids), pinned) });
  if (done.ok) announceDone(label);
}
