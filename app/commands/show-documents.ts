import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const showDocuments: Command = {
  id: 'show-documents',
  group: 'document',
  get label() {
    return text.documents;
  },
  keys: [],
  isEnabled: always,
  run: () => setView({ dialog: 'documents' }),
};
