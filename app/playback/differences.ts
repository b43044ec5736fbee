/** What came out differently after an edit replayed the run, in words. */
import { liveFieldWords } from '../strings/en/live';
import { titleOf } from '../canvas/projection/chips';
import { shownStateOf } from '../state/shown-state';
import { eventsWords as words } from '../strings/en/timeline';
import { type LiveFields, type LiveState, type Scenario, type ScenarioChange } from '../../engine';

const COMPARED: readonly (keyof LiveFields)[] = [
  'state',
  'publicIp',
  'privateIp',
  'attachedTo',
  'instanceStore',
  'data',
];

/** Something done at the moment shown changes things; any other edit makes an old run come out differently. */
export const isAction = (changes: readonly ScenarioChange[]): boolean =>
  changes.every(({ type }) => type === 'add-action');

export function describeDifferences(
  document: Scenario,
  before: LiveState,
  after: LiveState,
  byAction = false,
): string[] {
  const say = byAction ? words.changed : words.difference;
  const lines: string[] = [];
  for (const id of Object.keys({ ...before, ...after }).sort()) {
    for (const field of COMPARED) {
      const was = textOf(valueOf(before[id], field));
      const is = textOf(valueOf(after[id], field));
      if (was === is) continue;
      lines.push(say(titleOf(document, id), liveFieldWords[field] ?? field, is, was));
    }
  }
  return lines;
}

const valueOf = (live: LiveState[string] | undefined, field: keyof LiveFields) =>
  field === 'state' ? shownStateOf(live) : live?.[field];

/** A value of a live field as people read it. */
export function textOf(value: LiveFields[keyof LiveFields] | undefined): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'object') return value.length === 0 ? 'empty' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
