/** The document as a tree: an equal second view in which everything can be done without a pointer. */
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Plus } from 'lucide-react';
import { useStore } from 'zustand';
import { CANVAS, get } from '../../engine';
import { openInspector } from '../state/panels';
import { documentStore } from '../state/document-store';
import { perform } from '../state/perform';
import { useDocument, useView } from '../state/hooks';
import { reveal, setView } from '../state/view-store';
import { outline as text } from '../strings';
import { Button } from '../ui/Button';
import { OutlineRowView, ROW_HEIGHT } from './OutlineRowView';
import { openAll, outlineStore, setOpen } from './outline-store';
import { stepFor, typeAhead } from './outline-keys';
import { nameOfId } from '../subject/sentence';
import { pathTo, rowsOf, treeOf, type OutlineRow } from './tree';
import { rowElement, useRowFocus } from './use-row-focus';

/** Above this, only the rows in view are drawn. */
const VIRTUAL_ABOVE = 500;
const TYPE_AHEAD_MS = 700;

export default function OutlineTree() {
  const scenario = useDocument((state) => state.document);
  const selection = useView((state) => state.selection);
  const { closed, active, renaming } = useStore(outlineStore);
  const tree = useMemo(() => treeOf(scenario), [scenario]);
  const rows = useMemo(() => rowsOf(tree, (place) => !closed.has(place)), [tree, closed]);
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });

  const activeRow = rows.find((row) => row.node.place === active) ?? rows[0];
  const activePlace = activeRow?.node.place ?? null;

  const virtual = rows.length > VIRTUAL_ABOVE;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    enabled: virtual,
  });

  const { focus, forget } = useRowFocus(scroller, (place) => {
    if (virtual) virtualizer.scrollToIndex(rows.findIndex((row) => row.node.place === place));
  });

  // What is selected on the canvas is brought into view here.
  const first = selection[0];
  // Once for each: an edit elsewhere leaves the keyboard where it stands.
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (first === undefined || shown.current === first) {
      shown.current = first;
      return;
    }
    const path = pathTo(tree, first);
    const place = path.at(-1);
    if (place === undefined) return;
    shown.current = first;
    openAll(path.slice(0, -1));
    const { active: standing } = outlineStore.getState();
    // Two lanes show one zone: the row the user stands on is as good.
    if (standing?.endsWith(`/${first}`)) return;
    outlineStore.setState({ active: place });
    rowElement(scroller.current, place)?.scrollIntoView({ block: 'nearest' });
  }, [first, tree]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.target instanceof Element) || event.target.closest('input, [role="menu"]')) return;
    forget();
    // The row that has the keyboard, not the one last brought into view: an answer may have come in between.
    const place = event.target.closest<HTMLElement>('[data-place]')?.dataset.place;
    const row = rows.find((one) => one.node.place === place) ?? activeRow;
    if (!row || !handle(event, row)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const handle = (event: KeyboardEvent, row: OutlineRow): boolean => {
    const { id, place } = row.node;
    if (event.ctrlKey || event.metaKey || (event.altKey && event.key !== 'Enter')) return false;
    switch (event.key) {
      case 'Enter':
        reveal(id);
        if (event.altKey) openInspector();
        return true;
      case ' ':
        setView({
          selection: selection.includes(id) ? selection.filter((one) => one !== id) : [...selection, id],
        });
        return true;
      case 'F2':
        outlineStore.setState({ renaming: place });
        return true;
      case 'Delete':
      case 'Backspace': {
        // The row is gone afterwards, and perhaps what stood around it: the nearest that is left takes the keyboard.
        const at = rows.indexOf(row);
        const below = rows[at + 1]?.level === row.level ? rows.slice(at + 1, at + 2) : [];
        const near = [...below, ...rows.slice(0, at).reverse()].map((other) => other.node.place);
        void perform({ type: 'delete', ids: [id] }).then((outcome) => {
          if (!outcome.ok) return;
          const left = new Set(
            rowsOf(treeOf(documentStore.getState().document), () => true).map((other) => other.node.place),
          );
          const next = near.find((other) => left.has(other));
          if (next !== undefined) focus(next);
        });
        return true;
      }
      case 'F10':
      case 'ContextMenu':
        if (event.key === 'F10' && !event.shiftKey) return false;
        rowElement(scroller.current, place)?.querySelector<HTMLElement>('[data-row-actions]')?.click();
        return true;
      default:
    }
    const step = stepFor(event.key, rows, place);
    if (step.type === 'go') focus(step.to);
    else if (step.type !== 'none') setOpen(step.place, step.type === 'open');
    else if (event.key.length === 1 && /\S/.test(event.key) && event.key !== '/' && event.key !== '?') {
      const now = event.timeStamp;
      const word = now - typed.current.at < TYPE_AHEAD_MS ? typed.current.text + event.key : event.key;
      typed.current = { text: word, at: now };
      const found = typeAhead(word, rows, place, (candidate) => nameOfId(scenario, candidate.node.id));
      if (found !== null) focus(found);
    } else return event.key.startsWith('Arrow');
    return true;
  };

  const view = (row: OutlineRow) => {
    const resource = get(scenario, row.node.id);
    if (!resource) return null;
    const { place } = row.node;
    return (
      <OutlineRowView
        key={place}
        row={row}
        resource={resource}
        active={place === activePlace}
        selected={selection.includes(row.node.id)}
        renaming={place === renaming}
        onDone={() => focus(place)}
      />
    );
  };

  return (
    <div className="flex h-full flex-col">
      <div className="px-2 py-1.5">
        <Button
          look="quiet"
          aria-label={text.addHere}
          title={text.addHere}
          icon={<Plus aria-hidden size={15} />}
          onClick={() => {
            setView({ dialog: 'add', dialogPlace: CANVAS });
          }}
        >
          {text.add}
        </Button>
      </div>
      {rows.length === 0 && <p className="text-soft px-3 py-2 text-sm">{text.empty}</p>}
      <div
        ref={scroller}
        role="tree"
        aria-label={text.tree}
        aria-multiselectable
        className="min-h-0 flex-1 overflow-auto px-1 pb-2"
        onKeyDown={onKeyDown}
      >
        {virtual ? (
          <div role="none" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index];
              return (
                row && (
                  <div
                    key={item.key}
                    role="none"
                    style={{ position: 'absolute', insetInline: 0, top: item.start }}
                  >
                    {view(row)}
                  </div>
                )
              );
            })}
          </div>
        ) : (
          rows.map(view)
        )}
      </div>
    </div>
  );
}
