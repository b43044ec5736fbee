/** Geometry of the document shown, computed once per document. */
import { fit, type Drawing, type PlaceKey, type ResourceId, parseLaneKey, type Scenario } from '../../engine';
import { documentStore } from '../state/document-store';
import { useDocument } from '../state/hooks';

// Documents are immutable, so a drawing stays true as long as its document lives.
const drawings = new WeakMap<Scenario, Drawing>();

export function drawingOf(document: Scenario): Drawing {
  const known = drawings.get(document);
  if (known) return known;
  const drawing = fit(document);
  drawings.set(document, drawing);
  return drawing;
}

export const useDrawing = (): Drawing => drawingOf(useDocument((state) => state.document));

export const currentDrawing = (): Drawing => drawingOf(documentStore.getState().document);

/** The resource a drawn key stands for; a lane stands for its zone. */
export const resourceOfKey = (key: PlaceKey): ResourceId => parseLaneKey(key)?.zoneId ?? key;

/** A drawn thing and all that stands in it. */
export function withDescendants(drawing: Drawing, keys: readonly PlaceKey[]): ReadonlySet<PlaceKey> {
  const all = new Set<PlaceKey>();
  const visit = (key: PlaceKey): void => {
    all.add(key);
    for (const child of drawing.children.get(key) ?? []) visit(child);
  };
  keys.forEach(visit);
  return all;
}
