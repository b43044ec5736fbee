/** One row: picture, name, what matters most of it, its problems, and what can be done. */
import { useRef } from 'react';
import { ChevronRight, CircleAlert, Ellipsis, TriangleAlert } from 'lucide-react';
import { labelOf, type Resource } from '../../engine';
import { openInspector } from '../state/panels';
import { useDocument, useRun } from '../state/hooks';
import { useProblemsOf } from '../state/problems-store';
import { reveal, setView, viewStore } from '../state/view-store';
import { outline as text } from '../strings';
import { KindIcon } from '../ui/KindIcon';
import { MenuButton } from '../ui/MenuButton';
import { outlineStore, setOpen } from './outline-store';
import { useReachOf } from '../subject/reach-store';
import { rename } from '../subject/rename';
import { subjectMenu } from '../subject/subject-menu';
import { detailOf, nameOf, sentenceOf } from '../subject/sentence';
import type { OutlineRow } from './tree';

export const ROW_HEIGHT = 28;
const INDENT = 10;
const MAX_NAME = 255;

export interface OutlineRowProps {
  readonly row: OutlineRow;
  readonly resource: Resource;
  readonly active: boolean;
  readonly selected: boolean;
  readonly renaming: boolean;
  /** @returns whether the press chose a range. */
  readonly onPress: (shift: boolean) => boolean;
  /** A menu or a name field is through: the row takes the keyboard again. */
  readonly onDone: () => void;
}

export function OutlineRowView({
  row,
  resource,
  active,
  selected,
  renaming,
  onPress,
  onDone,
}: OutlineRowProps) {
  const { place, laneOf } = row.node;
  const scenario = useDocument((state) => state.document);
  const live = useRun((state) => state.live[resource.id]);
  const problems = useProblemsOf(resource.id);
  const name = nameOf(scenario, resource);
  const sentence = sentenceOf(scenario, resource, {
    live,
    problems: problems.length,
    open: useReachOf(resource.id),
  });
  const worst = problems[0]?.severity;
  return (
    <div
      role="treeitem"
      data-place={place}
      data-resource={resource.id}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={row.open}
      aria-selected={selected}
      aria-label={`${sentence}${laneOf === undefined ? '' : `, ${text.laneOf(labelOf(scenario, laneOf))}`}`}
      tabIndex={active ? 0 : -1}
      onFocus={() => outlineStore.setState({ active: place })}
      onClick={(event) => {
        if (onPress(event.shiftKey)) return;
        if (event.ctrlKey || event.metaKey) {
          const { selection } = viewStore.getState();
          setView({
            selection: selected ? selection.filter((id) => id !== resource.id) : [...selection, resource.id],
          });
        } else reveal(resource.id);
      }}
      onDoubleClick={openInspector}
      className={`group relative flex items-center gap-1 rounded-md pr-1 text-sm outline-offset-[-2px] ${
        selected ? 'bg-accent-soft' : 'hover:bg-sunken'
      }`}
      style={{ height: ROW_HEIGHT, paddingLeft: (row.level - 1) * INDENT }}
    >
      <span
        aria-hidden
        className={`flex h-7 w-4 flex-none items-center justify-center ${row.open === undefined ? 'invisible' : ''}`}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(place, !row.open);
        }}
      >
        <ChevronRight size={14} className={row.open ? 'rotate-90' : ''} />
      </span>
      <KindIcon kind={resource.kind} size={18} />
      {renaming ? (
        <NameField name={name} resource={resource} onDone={onDone} />
      ) : (
        <>
          <span className="min-w-0 shrink truncate">{name}</span>
          <span className="text-soft min-w-0 flex-1 shrink-[3] truncate text-xs">
            {detailOf(scenario, resource)}
          </span>
        </>
      )}
      {worst !== undefined && worst !== 'info' && (
        <span title={problems[0]?.message} className={worst === 'error' ? 'text-bad' : 'text-warn'}>
          {worst === 'error' ? (
            <CircleAlert aria-hidden size={14} />
          ) : (
            <TriangleAlert aria-hidden size={14} />
          )}
        </span>
      )}
      <span
        className={`absolute right-0.5 rounded-md ${selected ? 'bg-accent-soft' : 'bg-sunken'} ${
          active || selected
            ? 'group-focus-within:opacity-100 group-hover:opacity-100 group-focus:opacity-100 opacity-0'
            : 'opacity-0 group-hover:opacity-100'
        }`}
      >
        <MenuButton
          label={text.actions(name)}
          look="quiet"
          className="h-6 min-w-6 px-0"
          icon={<Ellipsis aria-hidden size={15} />}
          entries={() => subjectMenu(resource, place, () => outlineStore.setState({ renaming: place }))}
          onClosed={onDone}
          outOfTabOrder
          marker="row-actions"
        />
      </span>
    </div>
  );
}

function NameField({
  name,
  resource,
  onDone,
}: {
  readonly name: string;
  readonly resource: Resource;
  readonly onDone: () => void;
}) {
  const through = useRef(false);
  const finish = (value: string | null) => {
    if (through.current) return;
    through.current = true;
    outlineStore.setState({ renaming: null });
    if (value !== null) rename(resource, value);
    onDone();
  };
  return (
    <input
      autoFocus
      aria-label={text.renameLabel(name)}
      defaultValue={name}
      maxLength={MAX_NAME}
      className="border-accent bg-ground h-6 min-w-0 flex-1 rounded border px-1 text-sm"
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
        event.stopPropagation();
      }}
    />
  );
}
