import { clipboardText as text } from '../strings/en/clipboard';
import { always, type Command } from './command';

export const pasteCopied: Command = {
  id: 'paste',
  group: 'edit',
  get label() {
    return text.paste;
  },
  keys: ['Mod+V'],
  byBrowser: true,
  isEnabled: always,
  run: () => void import('../clipboard/clipboard').then(({ pasteByCommand }) => pasteByCommand(false)),
};
