import { isViewOnly } from '../state/document-store';
import { viewOnlyBar as text } from '../strings/en/view-only';
import type { Command } from './command';

export const makeCopy: Command = {
  id: 'make-copy',
  group: 'document',
  get label() {
    return text.copy;
  },
  keys: [],
  isEnabled: isViewOnly,
  get needs() {
    return text.noCopy;
  },
  run: () => void import('../share/view-only').then((module) => module.copyToEdit()),
};
