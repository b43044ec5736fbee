/** What came out differently after an edit replayed the run, in words. */
import { liveFieldWords } from '../strings/en/live';
import { labelOf, type LiveFields, type LiveState, type Scenario } from '../../engine';

const COMPARED: readonly (keyof LiveFields)[] = [
  'state',
  'publicIp',
  'privateIp',
  'attachedTo',
  'instanceStore',
  'data',
];

export function describeDifferences(document: Scenario, before: LiveState, after: LiveState): string[] {
  const lines: string[] = [];
  for (const id of Object.keys({ ...before, ...after }).sort()) {
    for (const field of COMPARED) {
      const was = textOf(before[id]?.[field]);
      const is = textOf(after[id]?.[field]);
      if (was === is) continue;
      lines.push(`${labelOf(document, id)}: ${liveFieldWords[field] ?? field} ${is} instead of ${was}`);
    }
  }
  return lines;
}

/** A value of a live field as people read it. */
export function textOf(value: LiveFields[keyof LiveFields] | undefined): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'object') return value.length === 0 ? 'empty' : value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
