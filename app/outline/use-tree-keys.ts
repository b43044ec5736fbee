/** What a key does in the tree. Keys that are commands of the page act on the row the keyboard is on. */
import { useRef, type KeyboardEvent } from 'react';
import type { PlaceId, ResourceId, Scenario } from '../../engine';
import { openInspector } from '../state/panels';
import { documentStore } from '../state/document-store';
import { perform } from '../state/perform';
import { announce, reveal, setView, viewStore } from '../state/view-store';
import { outline as text } from '../strings';
import { nameOfId } from '../subject/sentence';
import { idsBetween, stepFor, typeAhead } from './outline-keys';
import { outlineStore, setOpen } from './outline-store';
import { rowsOf, treeOf, type OutlineRow } from './tree';

export interface Tree {
  readonly scenario: Scenario;
  readonly rows: readonly OutlineRow[];
  readonly focus: (place: PlaceId) => void;
  readonly openMenu: (place: PlaceId) => void;
}

const TYPE_AHEAD_MS = 700;
/** Commands that act on the selection, by the key they are pressed with. */
const ON_SELECTION: readonly string[] = ['c', 'x', 'v', 'd', 'g', '.'];

/** With Shift the arrow keys line up what is selected, wherever the row is. */
const isOnSelection = ({ key, shiftKey }: KeyboardEvent): boolean =>
  ON_SELECTION.includes(key.toLowerCase()) || (key.startsWith('Arrow') && !shiftKey);

/** @returns whether the key meant something here. */
export function useTreeKeys({ scenario, rows, focus, openMenu }: Tree) {
  const typed = useRef({ text: '', at: 0 });
  /** Where a range began. */
  const anchor = useRef<PlaceId>(null);

  const selectTo = (place: PlaceId) => {
    const selection = idsBetween(rows, anchor.current ?? place, place);
    setView({ selection });
    announce(text.selected(selection.length), 'spoken');
  };

  const toggle = (row: OutlineRow) => {
    const { id, place } = row.node;
    anchor.current = place;
    const { selection } = viewStore.getState();
    const held = selection.includes(id);
    setView({ selection: held ? selection.filter((one) => one !== id) : [...selection, id] });
    announce(
      held ? text.letGoOf(nameOfId(scenario, id)) : text.selectedToo(nameOfId(scenario, id)),
      'spoken',
    );
  };

  const remove = (row: OutlineRow) => {
    const ids = selectionWith(row.node.id);
    // The rows are gone afterwards, and perhaps what stood around them: the nearest that is left takes the keyboard.
    const at = rows.indexOf(row);
    const below = rows[at + 1]?.level === row.level ? rows.slice(at + 1, at + 2) : [];
    const near = [...below, ...rows.slice(0, at).reverse()].map((other) => other.node.place);
    void perform({ type: 'delete', ids }).then((outcome) => {
      if (!outcome.ok || !lostFocus()) return;
      const left = new Set(
        rowsOf(treeOf(documentStore.getState().document), () => true).map((other) => other.node.place),
      );
      const next = near.find((other) => left.has(other));
      if (next !== undefined) focus(next);
    });
  };

  const walk = (event: KeyboardEvent, row: OutlineRow): boolean => {
    const { place } = row.node;
    const step = stepFor(event.key, rows, place);
    if (step.type === 'go') {
      if (event.shiftKey) {
        anchor.current ??= place;
        selectTo(step.to);
      } else anchor.current = step.to;
      focus(step.to);
    } else if (step.type !== 'none') setOpen(step.place, step.type === 'open');
    else return event.key.startsWith('Arrow');
    return true;
  };

  const jump = (letter: string, place: PlaceId): boolean => {
    const now = performance.now();
    const word = now - typed.current.at < TYPE_AHEAD_MS ? typed.current.text + letter : letter;
    typed.current = { text: word, at: now };
    const found = typeAhead(word, rows, place, (candidate) => nameOfId(scenario, candidate.node.id));
    if (found === null) return true;
    anchor.current = found;
    focus(found);
    return true;
  };

  const handle = (event: KeyboardEvent, row: OutlineRow): boolean => {
    const { id, place } = row.node;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key === ' ') {
      toggle(row);
      return true;
    }
    if (mod || (event.altKey && event.key !== 'Enter')) {
      if (mod && isOnSelection(event)) setView({ selection: selectionWith(id) });
      return false;
    }
    switch (event.key) {
      case 'Enter':
        anchor.current = place;
        reveal(id);
        if (event.altKey) openInspector();
        return true;
      case ' ':
        if (event.shiftKey) selectTo(place);
        else toggle(row);
        return true;
      case '*':
        for (const other of rows)
          if (other.parent === row.parent && other.open === false) setOpen(other.node.place, true);
        return true;
      case 'F2':
        outlineStore.setState({ renaming: place });
        return true;
      case 'Delete':
      case 'Backspace':
        remove(row);
        return true;
      case 'F10':
      case 'ContextMenu':
        if (event.key === 'F10' && !event.shiftKey) return false;
        openMenu(place);
        return true;
      default:
        return event.key.length === 1 ? jump(event.key, place) : walk(event, row);
    }
  };
  /** A press takes the place of a range's beginning, with Shift its end. */
  const pressRow = (row: OutlineRow, shift: boolean): boolean => {
    if (shift) selectTo(row.node.place);
    else anchor.current = row.node.place;
    return shift;
  };
  return { handle, pressRow };
}

/** What a command acts on: the selection if the row is part of it, else the row alone. */
function selectionWith(id: ResourceId): readonly ResourceId[] {
  const { selection } = viewStore.getState();
  return selection.includes(id) ? selection : [id];
}

/** The row went and nothing else took the keyboard meanwhile. */
const lostFocus = (): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  document.activeElement.closest('[role="tree"]') !== null;
