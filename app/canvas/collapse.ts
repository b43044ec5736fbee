/** Collapsing boxes to chips and expanding them: for the button on a box, the command, the menus and whoever reveals. */
import { parseLaneKey, type PlaceKey, type ResourceId } from '../../engine';
import { collapseChanges, expandChanges, hidersOf } from '../../engine/late';
import { announceDone } from '../state/announce-done';
import { commit, documentStore } from '../state/document-store';
import { select, viewStore } from '../state/view-store';
import { canvasText as text } from '../strings/en/canvas';
import { canvasStore } from './canvas-store';
import { currentDrawing, resourceOfKey } from './drawing';
import { titleOf } from './projection/chips';

/** The boxes drawn for resources: a zone is drawn as a lane in every VPC that uses it. */
export function boxesOf(ids: readonly ResourceId[]): readonly PlaceKey[] {
  const { things } = currentDrawing();
  const wanted = new Set(ids);
  return [...things.values()]
    .filter(
      ({ key, how }) => how === 'box' && (wanted.has(key) || wanted.has(parseLaneKey(key)?.zoneId ?? '')),
    )
    .map(({ key }) => key);
}

export const isCollapsed = (key: PlaceKey): boolean => currentDrawing().things.get(key)?.collapsed ?? false;

/** Collapses boxes, or expands them if all of them are collapsed. One undo step. */
export function toggleCollapsed(keys: readonly PlaceKey[]): void {
  if (keys.length > 0 && keys.every(isCollapsed)) expand(keys);
  else collapse(keys);
}

export function collapse(keys: readonly PlaceKey[]): void {
  const { document } = documentStore.getState();
  const open = keys.filter((key) => !isCollapsed(key));
  const changes = collapseChanges(document, currentDrawing(), open);
  const [first] = open;
  if (first === undefined || changes.length === 0) return;
  const label =
    open.length === 1
      ? text.collapse(titleOf(document, resourceOfKey(first)))
      : text.collapseMany(open.length);
  commit({ label, changes });
  announceDone(label);
  leaveHidden(first);
}

export function expand(keys: readonly PlaceKey[]): void {
  const { document } = documentStore.getState();
  const changes = expandChanges(document, keys);
  const [first] = changes;
  if (first?.type !== 'move') return;
  const label =
    changes.length === 1
      ? text.expand(titleOf(document, resourceOfKey(first.id)))
      : text.expandMany(changes.length);
  commit({ label, changes });
  announceDone(label);
}

/** Expands whatever a thing is hidden in. @param key as the drawing would have it. */
export const expandAround = (key: PlaceKey): void =>
  expand(hidersOf(documentStore.getState().document, currentDrawing(), key));

/** What is hidden is neither selected nor reached by the Tab key: the chip is. */
function leaveHidden(box: PlaceKey): void {
  const { hidden } = currentDrawing();
  const { selection } = viewStore.getState();
  const seen = selection.filter((id) => !hidden.has(id));
  if (seen.length < selection.length) select(...(seen.length > 0 ? seen : [resourceOfKey(box)]));
  const { roving } = canvasStore.getState();
  const behind = hidden.get(roving ?? '')?.behind;
  if (behind !== undefined) canvasStore.setState({ roving: behind });
}
