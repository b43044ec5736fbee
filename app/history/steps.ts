/** The undo history as a list: which state of the document each line stands for. */
import type { HistoryStep } from '../state/document-store';

export interface HistoryLine {
  /** How many steps are applied in this state; 0 is the document as it was opened. */
  readonly applied: number;
  /** Null for the document as it was opened. */
  readonly label: string | null;
  readonly when: 'undone' | 'now' | 'before';
}

/** @returns newest first: what was taken back, the state shown, what led to it. */
export function historyLines(
  past: readonly HistoryStep[],
  future: readonly HistoryStep[],
): readonly HistoryLine[] {
  const now = past.length;
  const labels = [null, ...[...past, ...future].map(({ label }) => label)];
  return labels
    .map((label, applied): HistoryLine => ({
      applied,
      label,
      when: applied > now ? 'undone' : applied === now ? 'now' : 'before',
    }))
    .reverse();
}

/** @param steps above 0: so many to do again; below: so many to take back. */
export const stepsTo = (past: readonly HistoryStep[], applied: number): number => applied - past.length;
