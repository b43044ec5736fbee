/** Parts that several nodes share: chips, the problem mark, the frame that makes a thing pressable and focusable. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import type { PlaceKey, ResourceId } from '../../../engine';
import { canvasText as text } from '../../strings/en/canvas';
import type { BoxData, ChipData, PortData, ThingData } from '../projection/thing';
import { useLit, useMark, useProblemsInside, usePulse, useSelected, useTabIndex } from './look';
import type { ProblemsInside as Problems } from './problems-inside';
import { Picture } from './Picture';
import { cutAt } from './words';

/** Boxes pan the canvas where they are empty; everything else, and their title rows, is a grip. */
export const NO_PAN = 'nopan';

export function Thing({
  thing,
  live,
  children,
  className = '',
}: {
  readonly thing: ThingData;
  /** What a running simulation adds to the sentence. */
  readonly live?: string | undefined;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const selected = useSelected(thing.id);
  const lit = useLit(thing.key);
  const pulse = usePulse(thing.key);
  const isBox = isBoxData(thing);
  // A chip is taken hold of anywhere; an open box pans the canvas where it is empty.
  const isOpenBox = isBox && !thing.collapsed;
  const sentence = [thing.sentence, live, selected ? text.selected : null].filter(Boolean).join(', ');
  return (
    <div
      className={`thing thing-${thing.look} ${isOpenBox && !selected ? '' : NO_PAN} ${className}`}
      data-key={thing.key}
      data-selected={selected || undefined}
      data-lit={lit}
      data-grip={!isOpenBox || (selected && thing.look !== 'region') || undefined}
      role="group"
      aria-label={sentence}
      tabIndex={useTabIndex(thing.key)}
    >
      {children}
      {pulse > 0 && <span key={pulse} className="pulse" aria-hidden />}
      <ProblemMark id={thing.id} />
    </div>
  );
}

const isBoxData = (thing: ThingData): thing is BoxData =>
  thing.look === 'region' || thing.look === 'vpc' || thing.look === 'lane' || thing.look === 'subnet';

const SEVERITY_ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

export function ProblemMark({ id }: { readonly id: ResourceId }) {
  const mark = useMark(id);
  if (!mark) return null;
  const Icon = SEVERITY_ICONS[mark.severity];
  const message = text.problem(text.severities[mark.severity], mark.message, mark.more);
  return (
    <span className="mark" data-severity={mark.severity} title={message} role="img" aria-label={message}>
      <Icon size={14} strokeWidth={2.4} aria-hidden />
    </span>
  );
}

/** How many problems a box holds that is drawn without its contents. */
export function ProblemsInside({ box }: { readonly box: PlaceKey }) {
  return <ProblemCount problems={useProblemsInside(box)} />;
}

/** The worst of them gives the sign. */
export function ProblemCount({ problems: { severity, count } }: { readonly problems: Problems }) {
  if (!severity) return null;
  const Icon = SEVERITY_ICONS[severity];
  const message = text.problemsInside(count);
  return (
    <span
      className="problems-inside"
      data-severity={severity}
      title={message}
      role="img"
      aria-label={message}
    >
      <Icon size={14} strokeWidth={2.4} aria-hidden />
      {count}
    </span>
  );
}

/** A label on what it belongs to. With `bare` only its picture, the name on hover. */
export function Chip({ chip, bare = false }: { readonly chip: ChipData; readonly bare?: boolean }) {
  const selected = useSelected(chip.id);
  const lit = useLit(chip.id);
  const label = [chip.name, chip.hint].filter(Boolean).join(' · ');
  return (
    <span
      className={`chip ${NO_PAN}`}
      role="button"
      tabIndex={-1}
      aria-pressed={selected}
      data-key={chip.id}
      data-kind={chip.kind}
      data-grip
      data-selected={selected || undefined}
      data-lit={lit}
      data-set={chip.set}
      style={chip.set === undefined ? undefined : ({ '--set': `var(--set-${chip.set})` } as CSSProperties)}
      title={label}
      aria-label={label}
    >
      <Picture kind={chip.kind} size={14} />
      {!bare && (
        <span className="chip-name" {...cutAt(84, chip.name)}>
          {chip.name}
        </span>
      )}
      <ProblemMark id={chip.id} />
    </span>
  );
}

const MAX_PORT_CHIPS = 2;

/** An interface on the top edge of its card: its groups and Elastic IP as chips, then its address. */
export function Port({ port, docked }: { readonly port: PortData; readonly docked: boolean }) {
  const selected = useSelected(port.id);
  const lit = useLit(port.id);
  const tabIndex = useTabIndex(port.id);
  const groups = port.chips.filter((chip) => chip.kind === 'security-group');
  const [group] = groups;
  const address = port.chips.find((chip) => chip.kind === 'elastic-ip');
  const merged: ChipData | undefined =
    group && groups.length > 1 ? { ...group, name: groups.map((chip) => chip.name).join(', ') } : group;
  return (
    <>
      <span className="port-chips">
        {[merged, address]
          .slice(0, MAX_PORT_CHIPS)
          .map((chip) => chip && <Chip key={chip.id} chip={chip} bare />)}
        {groups.length > 1 && <span className="port-more">{groups.length}</span>}
      </span>
      {docked && (
        <span
          className={`pill ${NO_PAN}`}
          role="button"
          tabIndex={tabIndex}
          aria-pressed={selected}
          aria-label={port.label}
          data-key={port.id}
          data-grip
          data-selected={selected || undefined}
          data-lit={lit}
          title={port.label}
        >
          <Picture kind="network-interface" size={15} />
          <span className="address" {...cutAt(94, port.address)}>
            {port.address}
          </span>
          <ProblemMark id={port.id} />
        </span>
      )}
    </>
  );
}
