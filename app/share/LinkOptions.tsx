/** What a link carries beside the document. */
import type { ReactNode } from 'react';
import type { LinkState } from '../../engine';
import { makeClock } from '../playback/clock';
import { DOCK_TABS } from '../state/view-store';
import { share as text } from '../strings';
import { SHOWN_PARTS, type ShownPart } from './shown-state';

export interface LinkChoice {
  readonly parts: ReadonlySet<ShownPart>;
  readonly viewOnly: boolean;
}

export function LinkOptions({
  shown,
  choice,
  onChange,
}: {
  readonly shown: LinkState;
  readonly choice: LinkChoice;
  readonly onChange: (choice: LinkChoice) => void;
}) {
  const labels = labelsOf(shown);
  const switchPart = (part: ShownPart, on: boolean) => {
    const parts = new Set(choice.parts);
    if (on) parts.add(part);
    else parts.delete(part);
    onChange({ ...choice, parts });
  };
  return (
    <div className="pt-3 text-sm">
      <fieldset>
        <legend className="pb-1 font-semibold">{text.shown.legend}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {SHOWN_PARTS.map((part) => {
            const label = labels[part];
            return (
              label !== undefined && (
                <Tick
                  key={part}
                  checked={choice.parts.has(part)}
                  onChange={(on) => switchPart(part, on)}
                  label={label}
                />
              )
            );
          })}
        </div>
      </fieldset>
      <div className="pt-2">
        <Tick
          checked={choice.viewOnly}
          onChange={(viewOnly) => onChange({ ...choice, viewOnly })}
          label={<span className="font-semibold">{text.viewOnly}</span>}
        />
        <p className="text-soft pl-[21px] text-xs">{text.viewOnlyHelp}</p>
      </div>
    </div>
  );
}

/** Of what there is to be carried. */
function labelsOf({
  atMs,
  tab,
  selection,
  area,
}: LinkState): Readonly<Partial<Record<ShownPart, string | undefined>>> {
  const dockTab = DOCK_TABS.find((known) => known === tab);
  return {
    time: atMs === undefined ? undefined : text.shown.time(makeClock(atMs)),
    tab: dockTab === undefined ? undefined : text.shown.tab(text.tabs[dockTab]),
    selection: selection === undefined ? undefined : text.shown.selection(selection.length),
    area: area === undefined ? undefined : text.shown.area,
  };
}

function Tick(props: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label: ReactNode;
}) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}
