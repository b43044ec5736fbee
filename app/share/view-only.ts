/** A document that was sent to be looked at, and the copy that is one's own. */
import type { Scenario } from '../../engine';
import { seek } from '../playback/run-controller';
import { documentStore, isViewOnly, newDocumentId, openDocument } from '../state/document-store';
import { runStore } from '../state/run-store';
import { openAndKeep } from '../state/storage/documents';
import { announce, select, setView, viewStore } from '../state/view-store';
import { viewOnlyBar as text } from '../strings/en/view-only';

/** Not stored: nothing in it can become different from the link. */
export function openToView(document: Scenario): void {
  setView({ selection: [], carrying: null });
  openDocument(document, newDocumentId(), true);
}

/** The same moment and the same selection, in a document that is kept and can be edited. */
export async function copyToEdit(): Promise<void> {
  if (!isViewOnly()) return;
  const { document } = documentStore.getState();
  const { moment } = runStore.getState();
  const { selection } = viewStore.getState();
  await openAndKeep(document);
  select(...selection);
  if (moment !== 'design') await seek(moment);
  announce(text.copied(document.title));
}
