import { clipboardText as text } from '../strings/en/clipboard';
import { always, type Command } from './command';

export const pasteKeeping: Command = {
  id: 'paste-keeping',
  group: 'edit',
  get label() {
    return text.pasteKeeping;
  },
  keys: ['Mod+Shift+V'],
  byBrowser: true,
  isEnabled: always,
  run: () => void import('../clipboard/clipboard').then(({ pasteByCommand }) => pasteByCommand(true)),
};
