/** Applies an edit that a path asked for, and shows what became of the packet. */
import type { ScenarioChangeSet } from '../../engine';
import { commit } from '../state/document-store';
import { announce } from '../state/view-store';
import { asDone } from '../strings/en/done';
import { askAgain, walkToEnd } from './ask-path';

/** One gesture, one undo step. */
export async function applyEdit(edit: ScenarioChangeSet): Promise<void> {
  const done = commit(edit);
  announce(done.ok ? asDone(edit.label) : done.error.message, done.ok ? 'info' : 'bad');
  if (!done.ok) return;
  await askAgain();
  walkToEnd();
}
