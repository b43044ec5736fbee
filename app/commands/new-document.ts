import { emptyScenario } from '../../engine';
import { openDocument } from '../state/document-store';
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
    setView({ selection: [], carrying: null });
    openDocument(emptyScenario());
    announce(text.newDocumentOpened);
  },
};
