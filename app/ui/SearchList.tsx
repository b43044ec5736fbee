/**
 * A field with a list under it: what is typed narrows the list, arrow keys walk it while the field keeps the keyboard
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Only the rows in view are drawn.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Search } from 'lucide-react';
import {
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { nextOption } from './search-list-keys';
import './search-list.css';

export type SearchListRow<T> =
  | { readonly type: 'heading'; readonly id: string; readonly text: string }
  | { readonly type: 'option'; readonly id: string; readonly disabled: boolean; readonly item: T };

export interface SearchListProps<T> {
  /** What the field asks for. */
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly rows: readonly SearchListRow<T>[];
  /** The row the arrow keys stand on; a disabled one can be stood on, too, so that its reason is heard. */
  readonly active: string | null;
  readonly onActive: (id: string) => void;
  readonly onChoose: (id: string, event: { readonly shiftKey: boolean }) => void;
  /** How an option looks. Its text is what is spoken. */
  readonly show: (item: T) => ReactNode;
  /** What stands right of the field. */
  readonly aside?: ReactNode;
  /** Stands in place of the list. */
  readonly empty?: ReactNode;
  /** @returns whether the key was used. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly fieldId?: string;
  /** What was typed before the field stood. Without any, what stands in the field is ready to be typed over. */
  readonly typedAhead?: () => string;
  /** The pointer over an option stands on it; not where standing on it does something. */
  readonly hover?: boolean;
}

const OPTION_HEIGHT = 34;
const HEADING_HEIGHT = 28;

export function SearchList<T>(props: SearchListProps<T>) {
  const { rows, active, onActive, onChoose, show } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.type === 'heading' ? HEADING_HEIGHT : OPTION_HEIGHT),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const field = useRef<HTMLInputElement>(null);
  const { typedAhead, onQuery } = props;
  const begin = useEffectEvent(() => {
    const typed = typedAhead?.() ?? '';
    if (typed === '') field.current?.select();
    else onQuery(typed);
  });
  useLayoutEffect(() => begin(), []);
  const at = rows.findIndex((row) => row.type === 'option' && row.id === active);
  useEffect(() => {
    // The heading above the first row comes into sight with it.
    if (at >= 0) virtualizer.scrollToIndex(at <= 1 ? 0 : at);
  }, [virtualizer, at]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (props.onKey?.(event)) {
      event.preventDefault();
      return;
    }
    const row = rows[at];
    if (event.key === 'Enter' && row) {
      event.preventDefault();
      onChoose(row.id, event);
      return;
    }
    const next = nextOption(
      rows.map(({ type }) => type === 'option'),
      at,
      event,
    );
    const to = next === null ? undefined : rows[next];
    if (!to) return;
    event.preventDefault();
    onActive(to.id);
  };

  const options = rows.filter(({ type }) => type === 'option').length;
  return (
    <>
      <div className="search-list-field">
        <Search aria-hidden size={16} />
        <input
          ref={field}
          id={props.fieldId}
          role="combobox"
          type="text"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          aria-label={props.label}
          aria-autocomplete="list"
          aria-expanded={options > 0}
          aria-controls={id}
          aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
          placeholder={props.placeholder}
          value={props.query}
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {props.aside}
      </div>
      {options === 0 && props.empty}
      <div
        ref={scroller}
        id={id}
        role="listbox"
        aria-label={props.label}
        className="search-list-scroll"
        // Scrolled by the field's arrow keys: no stop of its own.
        tabIndex={-1}
        data-empty={options === 0 || undefined}
      >
        <div role="presentation" className="search-list" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((virtual) => {
            const row = rows[virtual.index];
            if (!row) return null;
            const place = {
              ref: virtualizer.measureElement,
              'data-index': virtual.index,
              style: { transform: `translateY(${virtual.start}px)` },
            };
            return row.type === 'heading' ? (
              // The options say their group themselves where it matters.
              <div key={row.id} aria-hidden className="search-list-heading" {...place}>
                {row.text}
              </div>
            ) : (
              <div
                key={row.id}
                id={`${id}-${virtual.index}`}
                role="option"
                aria-selected={virtual.index === at}
                aria-disabled={row.disabled || undefined}
                className="search-list-option"
                onPointerMove={() => props.hover !== false && row.id !== active && onActive(row.id)}
                // The field keeps the keyboard.
                onPointerDown={(event) => event.preventDefault()}
                onClick={(event) => onChoose(row.id, event)}
                {...place}
              >
                {show(row.item)}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
