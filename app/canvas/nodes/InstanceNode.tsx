import { HardDrive } from 'lucide-react';
import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { canvasText as text } from '../../strings/en/canvas';
import type { CanvasNode } from '../projection/nodes';
import type { DiskData, InstanceData } from '../projection/thing';
import { useHeld, useInstanceLive, useSelected, useTabIndex } from './look';
import { NO_PAN, Port, ProblemMark, Thing } from './parts';
import { toneOf } from './StateMark';
import { Picture } from './Picture';
import { cutAt } from './words';

/** A machine: its interface docked on the top edge, its disks below. */
export const InstanceNode = memo(function InstanceNode({ data }: NodeProps<CanvasNode>) {
  const thing = data.thing as InstanceData;
  const live = useInstanceLive(thing.id);
  const state = live.notice === null ? live.state : 'notice';
  const word = wordOf(thing, state, live.notice);
  const said = live.announced === null ? word : `${word}, ${text.announced(live.announced)}`;
  const detail = thing.spot ? `${thing.type} · ${text.spot}` : thing.type;
  return (
    <Thing thing={thing} live={said} className={`card state-${live.state ?? 'design'}`}>
      {thing.port && <Port port={thing.port} docked />}
      <div className="card-head">
        <Picture kind="instance" size={26} />
        <div className="card-words">
          <div className="card-title" {...cutAt(98, thing.title, 13)}>
            {thing.title}
          </div>
          <div className="card-detail" {...cutAt(98, detail)}>
            {detail}
          </div>
        </div>
      </div>
      <div
        className={`card-state tone-${toneOf(state ?? 'design')}`}
        title={live.why}
        {...cutAt(112 - (live.passed === null ? 0 : 40) - (live.announced === null ? 0 : 16), word)}
      >
        <Picture kind={`state-${state ?? 'design'}`} size={10} />
        <span>{word}</span>
        {live.passed !== null && (
          <span className="checks" title={text.checksTitle(live.passed, live.checks)}>
            {text.checks(live.passed, live.checks)}
          </span>
        )}
        {live.announced !== null && (
          <span className="announced" title={text.announced(live.announced)}>
            <Picture kind="state-announced" size={10} />
          </span>
        )}
      </div>
      {(thing.disks.length > 0 || thing.store) && (
        <div className="disks">
          {thing.disks.map((disk) => (
            <Disk key={disk.id} disk={disk} />
          ))}
          {thing.moreDisks > 0 && <div className="disk">{text.moreDisks(thing.moreDisks)}</div>}
          {thing.store && <Store stored={live.stored} state={live.state} />}
        </div>
      )}
    </Thing>
  );
});

function wordOf(thing: InstanceData, state: string | undefined, notice: string | null): string {
  if (notice !== null) return text.notice(notice);
  if (state !== undefined) return text.states[state] ?? state;
  return thing.observedState === null ? text.design : text.observed(thing.observedState);
}

function Disk({ disk }: { readonly disk: DiskData }) {
  const selected = useSelected(disk.id);
  const held = useHeld(disk.id);
  const tabIndex = useTabIndex(disk.id);
  return (
    <div
      className={`disk ${NO_PAN}`}
      role="button"
      tabIndex={tabIndex}
      aria-pressed={selected}
      data-key={disk.id}
      data-grip
      data-selected={selected || undefined}
      title={disk.root ? `${disk.text}, ${text.root}` : disk.text}
    >
      <Picture kind="volume" size={14} />
      <span className="disk-text" {...cutAt(disk.root || held ? 76 : 104, disk.text)}>
        {disk.text}
      </span>
      {held !== null && held > 0 ? (
        <span className="held">{text.holds(held)}</span>
      ) : (
        disk.root && <span className="held">{text.root}</span>
      )}
      <ProblemMark id={disk.id} />
    </div>
  );
}

/** What was on it is gone once the machine has stopped. */
const KEEPS: readonly (string | undefined)[] = ['pending', 'running', undefined];

function Store({ stored, state }: { readonly stored: number | null; readonly state: string | undefined }) {
  if (stored === null)
    return (
      <div className="disk">
        <HardDrive size={14} aria-hidden />
        <span className="disk-text">{text.store}</span>
      </div>
    );
  const held = text.holds(stored);
  return (
    <div
      className="disk"
      data-emptied={(stored === 0 && !KEEPS.includes(state)) || undefined}
      title={text.storeTitle(held)}
    >
      <HardDrive size={14} aria-hidden />
      <span className="disk-text">{text.storeShort}</span>
      <span className="held">{held}</span>
    </div>
  );
}
