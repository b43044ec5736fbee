import { emptyScenario } from '../../engine';
import { documentStore, openDocument } from '../state/document-store';
import { saveStore } from '../state/storage/save-store';
import { announce, setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const newDocument: Command = {
  id: 'new-document',
  group: 'document',
  get label() {
    return text.newDocument;
  },
  keys: [],
  isEnabled: always,
  run: () => {
    // What was only looked at is not kept: the first edit stores it.
    const kept = documentStore.getState().past.length > 0 || saveStore.getState().status === 'saved';
    setView({ selection: [], carrying: null });
    openDocument(emptyScenario());
    announce(kept ? text.newDocumentOpened : text.newDocumentAlone);
  },
};
