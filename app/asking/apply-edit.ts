/** Applies an edit that a path asked for, and shows what became of the packet. */
import type { ScenarioChangeSet } from '../../engine';
import { announceDone } from '../state/announce-done';
import { commit } from '../state/document-store';
import { announce } from '../state/view-store';
import { askAgain, walkToEnd } from './ask-path';

/** One gesture, one undo step. */
export async function applyEdit(edit: ScenarioChangeSet): Promise<void> {
  const done = commit(edit);
  if (!done.ok) {
    announce(done.error.message, 'bad');
    return;
  }
  announceDone(edit.label);
  await askAgain();
  walkToEnd();
}
