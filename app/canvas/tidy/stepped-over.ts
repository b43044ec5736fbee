import type { DocumentState, HistoryStep } from '../../state/document-store';

type History = Pick<DocumentState, 'past' | 'future'>;

/** The step that was undone or done again between two moments; null where anything else happened. */
export function steppedOver(before: History, after: History): HistoryStep | null {
  const [undone, again] = [before.past.at(-1), before.future[0]];
  if (undone && after.future[0] === undone) return undone;
  if (again && after.past.at(-1) === again) return again;
  return null;
}
