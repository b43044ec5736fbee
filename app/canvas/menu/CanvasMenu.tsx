/** The menu of the canvas: of one thing, of all that is selected, or of the bare ground. */
import type { SyntheticEvent } from 'react';
import { CANVAS, dropCandidates, get, within, type PlaceKey, type Point } from '../../../engine';
import type { Spot } from '../../clipboard/clipboard';
import { renameSelection } from '../../commands/rename-selection';
import { documentStore } from '../../state/document-store';
import { viewStore } from '../../state/view-store';
import { menuText as text } from '../../strings/en/menu';
import { canvasMenu, selectionMenu } from '../../subject/selection-menu';
import { nameOf } from '../../subject/sentence';
import { subjectMenu } from '../../subject/subject-menu';
import Menu from '../../ui/Menu';
import type { MenuEntry } from '../../ui/menu-entry';
import { canvasStore, type MenuAt } from '../canvas-store';
import { currentDrawing, resourceOfKey } from '../drawing';
import { GRIP } from '../grip';
import { elementOf, toCanvas } from '../stage';

const close = (): void => canvasStore.setState({ menu: null });

export default function CanvasMenu({ menu }: { readonly menu: MenuAt }) {
  const { key, at, byKeyboard, count } = menu;
  const { label, entries } = menuOf(key, byKeyboard ? undefined : spotAt(at));
  return (
    // React passes on what happens in the menu as if it happened here, on the canvas.
    <div
      className="contents"
      onPointerDown={stop}
      onKeyDown={stop}
      onDoubleClick={stop}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <Menu
        key={count}
        entries={entries}
        trigger={
          <button
            type="button"
            aria-label={label}
            tabIndex={-1}
            className="fixed size-0"
            style={{ left: at.x, top: at.y }}
            data-floating
          />
        }
        open
        byKeyboard={byKeyboard}
        onOpenChange={(open) => {
          if (!open) close();
        }}
        onClosed={() => {
          if (key !== null) elementOf(key)?.focus({ preventScroll: true });
        }}
      />
    </div>
  );
}

const stop = (event: SyntheticEvent): void => event.stopPropagation();

/** The innermost box under the pointer, and where in it a thing would be held near its title. */
function spotAt(at: Point): Spot {
  const drawing = currentDrawing();
  const { x, y } = toCanvas(at);
  const into =
    dropCandidates(drawing, { x, y }).find((place) => drawing.things.get(place)?.how === 'box') ?? CANVAS;
  const corner = within(drawing, into, { x: x - GRIP.x, y: y - GRIP.y });
  return { into, at: { x: Math.round(corner.x), y: Math.round(corner.y) } };
}

function menuOf(
  key: PlaceKey | null,
  spot: Spot | undefined,
): { readonly label: string; readonly entries: readonly MenuEntry[] } {
  const { document } = documentStore.getState();
  const { selection } = viewStore.getState();
  if (key === null) return { label: text.ofCanvas, entries: canvasMenu(spot) };
  if (selection.length > 1)
    return { label: text.ofMany(selection.length), entries: selectionMenu(selection) };
  const resource = get(document, resourceOfKey(key));
  if (!resource) return { label: text.ofCanvas, entries: canvasMenu(spot) };
  return {
    label: text.of(nameOf(document, resource)),
    entries: subjectMenu(resource, key, () => renameSelection.run(), spot),
  };
}
