/** The document as a tree: an equal second view in which everything can be done without a pointer. */
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { Plus } from 'lucide-react';
import { useStore } from 'zustand';
import { CANVAS, get } from '../../engine';
import { useDocument, useView } from '../state/hooks';
import { setView } from '../state/view-store';
import { outline as text } from '../strings';
import { Button } from '../ui/Button';
import { OutlineRowView, ROW_HEIGHT } from './OutlineRowView';
import { openAll, outlineStore } from './outline-store';
import { useReachFollowed } from '../subject/reach-store';
import { pathTo, rowsOf, treeOf, type OutlineRow } from './tree';
import { rowElement, useRowFocus } from './use-row-focus';
import { useTreeKeys } from './use-tree-keys';

/** Above this, only the rows in view are drawn. */
const VIRTUAL_ABOVE = 200;

export default function OutlineTree() {
  useReachFollowed();
  const scenario = useDocument((state) => state.document);
  const looking = useDocument((state) => state.viewOnly);
  const selection = useView((state) => state.selection);
  const { closed, active, renaming } = useStore(outlineStore);
  const tree = useMemo(() => treeOf(scenario), [scenario]);
  const rows = useMemo(() => rowsOf(tree, (place) => !closed.has(place)), [tree, closed]);
  const scroller = useRef<HTMLDivElement>(null);

  const activeIndex = useMemo(() => rows.findIndex((row) => row.node.place === active), [rows, active]);
  const activeRow = rows[activeIndex] ?? rows[0];
  const activePlace = activeRow?.node.place ?? null;

  const virtual = rows.length > VIRTUAL_ABOVE;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    // The row that has the keyboard stays drawn wherever it was scrolled to.
    rangeExtractor: (range) => [...new Set([Math.max(0, activeIndex), ...defaultRangeExtractor(range)])],
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

  const { handle, pressRow } = useTreeKeys({
    scenario,
    rows,
    focus,
    openMenu: (place) =>
      rowElement(scroller.current, place)?.querySelector<HTMLElement>('[data-row-actions]')?.click(),
  });
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

  const held = useMemo(() => new Set(selection), [selection]);
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
        selected={held.has(row.node.id)}
        renaming={place === renaming}
        onPress={(shift) => pressRow(row, shift)}
        onDone={() => focus(place)}
      />
    );
  };

  return (
    <div className="flex h-full flex-col">
      {!looking && (
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
      )}
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
