import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { canvasText as text } from '../../strings/en/canvas';
import type { CanvasNode } from '../projection/nodes';
import type { BoxData } from '../projection/thing';
import { useLiveState, useSelected } from './look';
import { Chip, NO_PAN, ProblemsInside, Thing } from './parts';
import { Picture } from './Picture';

/** Region, VPC, zone lane, subnet: the boxes one lives in. */
export const BoxNode = memo(function BoxNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as BoxData;
  const state = useLiveState(thing.id);
  const failed = thing.look === 'lane' && state !== undefined && state !== 'available';
  const word = state && (text.states[state] ?? state);
  return (
    <Thing
      thing={thing}
      live={failed ? word : undefined}
      className={`box tone-${thing.tone} ${failed ? 'failed' : ''} ${thing.collapsed ? 'collapsed' : ''}`}
    >
      <header className={`box-header ${NO_PAN}`} data-grip={thing.look !== 'region' || undefined}>
        <Toggle thing={thing} />
        {thing.look === 'vpc' && <Picture kind="vpc" size={18} />}
        <span className="box-title" data-cut>
          {thing.title}
        </span>
        {thing.detail && <span className="box-detail">{thing.detail}</span>}
        {failed && <span className="box-state">{word}</span>}
        <span className="box-chips">
          {thing.chips.map((chip) => (
            <Chip key={chip.id} chip={chip} bare={thing.look === 'vpc' || chip.kind === 'network-acl'} />
          ))}
        </span>
      </header>
      {thing.collapsed && (
        <div className="box-holds">
          <span data-cut aria-hidden>
            {thing.holds}
          </span>
          <ProblemsInside box={thing.key} />
        </div>
      )}
      {thing.inviting && !thing.collapsed && (
        <div className="box-invites">
          <strong>{text.empty}</strong>
          {text.emptyHelp}
        </div>
      )}
      {!thing.collapsed && <Corner thing={thing} />}
    </Thing>
  );
});

/** What was pressed: a finger's click comes later, and the box may have been put under it meanwhile. */
let pressed: Element | null = null;

function Toggle({ thing }: { readonly thing: BoxData }) {
  const label = thing.collapsed ? text.expand(thing.title) : text.collapse(thing.title);
  return (
    <button
      type="button"
      className="box-toggle"
      data-toggle
      tabIndex={-1}
      aria-expanded={!thing.collapsed}
      aria-label={label}
      title={label}
      onPointerDown={(event) => {
        pressed = event.currentTarget;
      }}
      onClick={(event) => {
        if (event.detail > 0 && pressed !== event.currentTarget) return;
        void import('../collapse').then(({ toggleCollapsed }) => toggleCollapsed([thing.key]));
      }}
    />
  );
}

function Corner({ thing }: { readonly thing: BoxData }) {
  const selected = useSelected(thing.id);
  if (!selected) return null;
  return <span className={`corner ${NO_PAN}`} data-corner={thing.key} title={text.resize(thing.title)} />;
}
