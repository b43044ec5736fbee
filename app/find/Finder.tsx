/** The search over the canvas: a field, the hits by reason, and a mark on each of them. */
import { ViewportPortal } from '@xyflow/react';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { descriptorOf, get, type SearchHit } from '../../engine';
import { drawingOf } from '../canvas/drawing';
import { focusThing } from '../canvas/keys';
import { titleOf } from '../canvas/projection/chips';
import { keyOf } from '../canvas/view';
import { FIND_FIELD_ID } from '../commands/find';
import { showKeys } from '../commands/keys';
import { takeTyped } from '../commands/typed-ahead';
import { useDocument, useRun } from '../state/hooks';
import { setView } from '../state/view-store';
import { findText as text } from '../strings/en/find';
import { Button } from '../ui/Button';
import { KindIcon } from '../ui/KindIcon';
import { SearchList } from '../ui/SearchList';
import { findStore, lookAgain, lookFor, showHit, showNext, startFinding } from './find-store';
import { outlinesOf } from './outlines';
import { rowsOf } from './rows';
import './find.css';

export default function Finder() {
  const { query, hits, at, shown } = useStore(findStore);
  const document = useDocument((state) => state.document);
  const live = useRun((state) => state.live);
  const [opener] = useState(() => globalThis.document.activeElement);
  useEffect(() => void startFinding(), []);
  useEffect(lookAgain, [document, live]);
  // A letter is shown at once; thousands of marks may come a frame later.
  const marked = useDeferredValue(hits);
  const rows = useMemo(() => rowsOf(hits, text.types), [hits]);
  const hitOf = (id: string): number => hits.findIndex((hit) => `hit ${hit.id}` === id);
  const active = hits[at];

  const close = () => {
    setView({ finding: false });
    // To what was found, which is selected; else back to where it came from.
    const key = shown && active ? keyOf(active.id) : null;
    if (key !== null) focusThing(key);
    else if (opener instanceof HTMLElement) opener.focus();
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') showNext(event.shiftKey ? -1 : 1);
    else return false;
    return true;
  };

  return (
    <>
      <section
        role="search"
        aria-label={text.title}
        data-floating
        data-covers
        className="finder"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.preventDefault();
          close();
        }}
      >
        <SearchList
          fieldId={FIND_FIELD_ID}
          typedAhead={takeTyped}
          label={text.title}
          placeholder={text.placeholder}
          query={query}
          onQuery={lookFor}
          rows={rows}
          active={active ? `hit ${active.id}` : null}
          onActive={(id) => showHit(hitOf(id))}
          onChoose={(id) => showHit(hitOf(id))}
          hover={false}
          onKey={onKey}
          show={(hit) => <Hit hit={hit} />}
          aside={
            <>
              {query.trim() !== '' && (
                <span className="finder-count">{text.count(shown ? at + 1 : 0, hits.length)}</span>
              )}
              <Button
                look="quiet"
                aria-label={text.previous}
                title={`${text.previous} (${showKeys('Shift+F3')})`}
                icon={<ChevronUp aria-hidden size={16} />}
                disabled={hits.length === 0}
                onClick={() => showNext(-1)}
              />
              <Button
                look="quiet"
                aria-label={text.next}
                title={`${text.next} (F3)`}
                icon={<ChevronDown aria-hidden size={16} />}
                disabled={hits.length === 0}
                onClick={() => showNext(1)}
              />
              <Button
                look="quiet"
                aria-label={text.close}
                title={text.close}
                icon={<X aria-hidden size={16} />}
                onClick={close}
              />
            </>
          }
          empty={
            <div className="search-list-empty">
              {query.trim() === '' ? (
                <p>{text.hint}</p>
              ) : (
                <>
                  <p>{text.nothing(query.trim())}</p>
                  <p>{text.nothingHint}</p>
                </>
              )}
            </div>
          }
        />
      </section>
      <Marks hits={marked} />
    </>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const document = useDocument((state) => state.document);
  const resource = get(document, hit.id);
  if (!resource) return null;
  const owner = 'attachment' in resource ? resource.attachment?.instanceId : undefined;
  const own = titleOf(document, hit.id);
  const name = owner === undefined ? own : `${titleOf(document, owner)} · ${own}`;
  const { type, text: matched } = hit.match;
  const kind = descriptorOf(resource.kind)?.label ?? resource.kind;
  return (
    <>
      <KindIcon kind={resource.kind} size={18} />
      <span className="search-list-main">{name}</span>
      <span className="search-list-detail">{type === 'name' || type === 'kind' ? kind : matched}</span>
    </>
  );
}

/** Thousands of dashed lines take a slow machine most of a second to draw. */
const MANY = 300;

function Marks({ hits }: { readonly hits: readonly SearchHit[] }) {
  const document = useDocument((state) => state.document);
  const path = useMemo(
    () =>
      outlinesOf(
        drawingOf(document),
        hits.map(({ id }) => id),
      ),
    [document, hits],
  );
  if (path === '') return null;
  return (
    <ViewportPortal>
      <svg
        aria-hidden
        className="found-marks"
        data-many={hits.length > MANY || undefined}
        width="1"
        height="1"
      >
        <path d={path} vectorEffect="non-scaling-stroke" />
      </svg>
    </ViewportPortal>
  );
}
