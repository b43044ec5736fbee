/** Everything of a document that is not in the tables: title, seed, script, checks, slides, notes. */
import type { Scenario } from '../../catalog/descriptors';
import type { Row } from './row';

// A frozen copy: a link that leaves them out means these, whatever a new document has.
export const FRAME_DEFAULTS: Readonly<Row> = {
  seed: 1,
  title: 'Untitled',
  startsAt: '2026-01-01T00:00:00Z',
};

/** Defaults and what is empty are left out. */
export function frameOf(document: Scenario): Row {
  const { format: _, version: __, resources: ___, observed: ____, layout: _____, ...rest } = document;
  const frame: Row = {};
  for (const [key, value] of Object.entries(rest) as [string, unknown][]) {
    const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    if (!isEmpty && !(Object.hasOwn(FRAME_DEFAULTS, key) && FRAME_DEFAULTS[key] === value))
      frame[key] = value;
  }
  return frame;
}
