import { setView } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

/** The search's field carries this id. */
export const FIND_FIELD_ID = 'find-field';

export const find: Command = {
  id: 'find',
  group: 'find',
  get label() {
    return text.find;
  },
  keys: ['Mod+F'],
  whileTyping: true,
  isEnabled: always,
  run: () => {
    setView({ finding: true });
    const field = document.getElementById(FIND_FIELD_ID);
    // Open already: what was typed is ready to be typed over.
    if (field instanceof HTMLInputElement) field.select();
  },
};
