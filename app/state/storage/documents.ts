/** The documents of this browser: restored at start, saved as they change, listed, opened and deleted. */
import type { Scenario } from '../../../engine';
import { documents as text } from '../../strings';
import { commit, documentStore, newDocumentId, onDocumentEvent, openDocument } from '../document-store';
import { announce, setView } from '../view-store';
import { createAutosave, type Autosave, type Unsaved } from './autosave';
import { askToPersist } from './room';
import { explainStorageError, onShelf, shelf } from './open-shelf';
import { watchOtherTabs, type OtherTabs } from './other-tabs';
import { saveStore, setSaveState, type SaveState } from './save-store';
import type { StoredDocument } from './shelf';
import { stash, unstash } from './stash';
import { createVersionKeeper } from './versions/version-keeper';
import type { VersionReason } from './versions/version';

export { explainStorageError, shelf } from './open-shelf';

/** The stamp of the record that is about to be opened; set just before `openDocument`. */
let openingStamp = 0;

/** Opens a stored document in place of the one shown, which stays stored. */
export function openStored(record: StoredDocument): void {
  openingStamp = record.stamp;
  setView({ selection: [], carrying: null });
  openDocument(record.document, record.id);
  // Not essential: where it can't be written, another document is restored next time.
  void shelf()
    .then((opened) => opened.touch(record.id, Date.now()))
    .catch(() => {});
}

/** Opens something new beside what is stored, and stores it at once. */
export async function openAndKeep(document: Scenario, link?: string): Promise<void> {
  setView({ selection: [], carrying: null });
  openDocument(document);
  await autosave?.keep(document, link);
}

/** Somebody works here: there is something of their own to keep. */
let isEdited = false;
let autosave: Autosave | null = null;
let otherTabs: OtherTabs | null = null;

const versions = createVersionKeeper({
  shelf,
  newId: newDocumentId,
  now: Date.now,
  // Not in Safari.
  idle: (run) => void ('requestIdleCallback' in window ? requestIdleCallback(run) : setTimeout(run, 200)),
});

/**
 * Keeps what stands on the canvas as a version of the open document.
 * @throws what the storage throws
 */
export function keepVersion(reason: VersionReason, name = ''): Promise<void> {
  const { documentId, document } = documentStore.getState();
  return versions.keep(documentId, document, reason, name === '' ? undefined : name);
}

/** Saves what is waiting; the page's end and the Documents dialog ask for it, and whoever made room. */
export const saveNow = (): Promise<void> => autosave?.flush() ?? Promise.resolve();

/** Says that nothing can be stored, before there is anything to store. */
export const sayRefused = (error: unknown): void => autosave?.refuse(explainStorageError(error));

/** Documents that live in this tab only, because the storage refuses them. */
export const unsavedHere = (): readonly Unsaved[] => autosave?.unsaved() ?? [];

/** Ids of the documents that other tabs have open. */
export const openElsewhere = (): Promise<ReadonlySet<string>> =>
  otherTabs?.openElsewhere() ?? Promise.resolve(new Set());

/** Starts saving. Call once. */
export function startSaving(): void {
  const keeper = createAutosave({
    shelf,
    newId: newDocumentId,
    becameCopy: (id) => {
      documentStore.setState({ documentId: id });
      nameCopy();
      announce(text.copyConflict);
      claim(tabs, keeper, id);
    },
    tell: tellSaving,
    explain: explainStorageError,
    now: Date.now,
    stash,
    unstash,
    later: (run, afterMs) => {
      const timer = setTimeout(run, afterMs);
      return () => clearTimeout(timer);
    },
  });
  autosave = keeper;
  onShelf({
    leftBehind: keeper.adopt,
    outdated: keeper.refuse,
  });
  const tabs = watchOtherTabs(newDocumentId());
  otherTabs = tabs;
  let { document: shown } = documentStore.getState();
  keeper.opened(documentStore.getState().documentId, 0);
  onDocumentEvent((event) => {
    const { documentId: id, document } = documentStore.getState();
    const before = shown;
    shown = document;
    if (event.type === 'changed') {
      isEdited = true;
      keeper.edited(document);
      versions.changed(id, before, event.changes);
      return;
    }
    versions.opened();
    keeper.opened(id, openingStamp);
    openingStamp = 0;
    claim(tabs, keeper, id);
  });
  // A hidden page may be gone without another word; there is no later.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keeper.leave();
  });
  window.addEventListener('pagehide', () => {
    // What is half typed counts as if its field had been left; the browser itself does not leave it any more.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    keeper.leave();
  });
}

/** Shows it in the top bar, says a refusal once, and holds a tab that is about to take unsaved work with it. */
function tellSaving(state: SaveState): void {
  const before = saveStore.getState();
  setSaveState(state);
  if (state.status === 'saved' && isEdited) askToPersist();
  if (state.status === 'failed') {
    if (before.status === 'failed') return;
    window.addEventListener('beforeunload', holdTab);
    announce(text.notKept(state.reason), 'bad');
  } else if (before.status === 'failed') {
    window.removeEventListener('beforeunload', holdTab);
    if (state.status === 'saved') announce(text.keptAgain);
  }
}

/** The browser asks whether to leave; reloading an outdated tab is what it is told to do. */
function holdTab(event: BeforeUnloadEvent): void {
  const state = saveStore.getState();
  if (state.status === 'failed' && state.trouble !== 'outdated' && unsavedHere().length > 0)
    event.preventDefault();
}

function claim(tabs: OtherTabs, keeper: Autosave, id: string): void {
  tabs.announce(id, () => {
    if (documentStore.getState().documentId !== id) return;
    const copyId = newDocumentId();
    documentStore.setState({ documentId: copyId });
    keeper.renew(copyId);
    announce(text.copyOpen);
    // The copy gets its name with its first edit: a tab opened only to look leaves nothing behind.
    const stop = onDocumentEvent((event) => {
      stop();
      // Not inside the event: others are still hearing of the edit itself.
      if (event.type === 'changed')
        queueMicrotask(() => documentStore.getState().documentId === copyId && nameCopy());
    });
    claim(tabs, keeper, copyId);
  });
}

function nameCopy(): void {
  const { title } = documentStore.getState().document;
  const label = text.copyTitle(title);
  commit({ label, changes: [{ type: 'describe', set: { title: label } }] });
}
