/** What the instance reads of itself: the settings, the tree, and what a request gets. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { MetadataAnswer } from '../../engine';
import { insideWords as words } from '../strings/en/inside';
import { openAtFirst, rowsOf, stepOf } from './metadata-tree';
import { Panel, Part, Source } from './Panel';
import { useInside } from './use-inside';

export default function MetadataPanel({ id }: { readonly id: string }) {
  return <Panel inside={useInside(id, 'metadata')}>{(value) => <Metadata {...value} />}</Panel>;
}

export function Metadata({ settings, tree, requests }: MetadataAnswer) {
  return (
    <>
      <Part title={words.settings}>
        <dl
          lang="en"
          className="m-0 grid grid-cols-[minmax(96px,auto)_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm"
        >
          {settings.map(({ label, value, note }) => (
            <div key={label} className="contents">
              <dt className="text-soft">{label}</dt>
              <dd className="m-0 break-words">
                {value} {note !== undefined && <span className="text-soft text-xs">{note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={words.tree}>
        <Tree tree={tree} />
      </Part>
      <Part title={words.requests}>
        <ul lang="en" className="m-0 list-none p-0 text-sm">
          {requests.map(({ label, status, reason, source }) => (
            <li key={label} className="border-line border-b py-1 last:border-b-0">
              <span className="flex items-baseline justify-between gap-2">
                <span>{label}</span>
                <span
                  className={`flex-none text-xs font-medium tabular-nums ${status === 200 ? 'text-good' : 'text-bad'}`}
                >
                  {status === 'no answer' ? words.noAnswer : status}
                </span>
              </span>
              <span className="text-soft text-xs">
                {reason}
                <Source href={source} />
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Tree({ tree }: { readonly tree: MetadataAnswer['tree'] }) {
  const [open, setOpen] = useState(() => openAtFirst(tree));
  const rows = rowsOf(tree, open);
  const [at, setAt] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const focused = rows.some((row) => row.path === at) ? at : (rows[0]?.path ?? null);
  const toggle = (path: string) =>
    setOpen((now) => new Set(now.has(path) ? [...now].filter((one) => one !== path) : [...now, path]));
  const walk = (event: KeyboardEvent) => {
    const step = focused === null ? null : stepOf(rows, focused, event.key);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    if ('toggle' in step) toggle(step.toggle);
    else {
      setAt(step.to);
      list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(step.to)}"]`)?.focus();
    }
  };
  return (
    <div
      ref={list}
      role="tree"
      lang="en"
      aria-label={words.tree}
      aria-description={words.treeHelp}
      onKeyDown={walk}
      className="bg-sunken border-line overflow-auto rounded-lg border p-1 font-mono text-xs"
    >
      {rows.map((row) => (
        <div
          key={row.path}
          role="treeitem"
          aria-level={row.level}
          aria-expanded={row.open}
          data-path={row.path}
          tabIndex={row.path === focused ? 0 : -1}
          onFocus={() => setAt(row.path)}
          onClick={() => row.open !== undefined && toggle(row.path)}
          className="flex min-h-6 items-center gap-1 rounded pr-1"
          style={{ paddingLeft: (row.level - 1) * 14 + 2 }}
        >
          {row.open === undefined ? (
            <span aria-hidden className="w-3 flex-none" />
          ) : row.open ? (
            <ChevronDown aria-hidden size={12} className="flex-none" />
          ) : (
            <ChevronRight aria-hidden size={12} className="flex-none" />
          )}
          <span>{row.name}</span>
          {row.value !== undefined && (
            <span className="text-soft min-w-0 truncate pl-3" title={row.value}>
              {row.value}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
