/** Tabs: one is open, arrow keys walk, the row is one stop of the Tab key. */
import { useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface TabBarProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly label: string; readonly badge?: ReactNode }[];
  readonly active: T;
  readonly onChange: (tab: T) => void;
  /** Ids of tab and panel are made from it: `left-tab-outline`, `left-panel-outline`. */
  readonly idPrefix: string;
}

export function TabBar<T extends string>({ label, tabs, active, onChange, idPrefix }: TabBarProps<T>) {
  const row = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const last = tabs.length - 1;
    const to =
      event.key === 'ArrowRight'
        ? (at + 1) % tabs.length
        : event.key === 'ArrowLeft'
          ? (at + last) % tabs.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? last
              : -1;
    const tab = tabs[to];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.id);
    row.current?.querySelector<HTMLElement>(`#${idPrefix}-tab-${tab.id}`)?.focus();
  };
  return (
    <div ref={row} role="tablist" aria-label={label} className="flex gap-4" onKeyDown={walk}>
      {tabs.map((tab) => {
        const selected = tab.id === active;
        return (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${idPrefix}-tab-${tab.id}`}
            aria-selected={selected}
            aria-controls={`${idPrefix}-panel-${tab.id}`}
            tabIndex={selected ? 0 : -1}
            onClick={() => onChange(tab.id)}
            className={`flex h-9 items-center gap-1.5 border-b-2 text-sm font-medium ${
              selected ? 'border-accent text-text' : 'text-soft hover:text-text border-transparent'
            }`}
          >
            {tab.label}
            {tab.badge}
          </button>
        );
      })}
    </div>
  );
}
