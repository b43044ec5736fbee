import { PALETTE_SEARCH_ID } from '../palette/search-id';
import { openLeft } from '../state/panels';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const searchPalette: Command = {
  id: 'search-palette',
  group: 'find',
  get label() {
    return text.paletteSearch;
  },
  keys: ['/'],
  isEnabled: always,
  run: () => {
    openLeft('palette');
    // The field stands there after the next frame if the panel was closed.
    requestAnimationFrame(() => document.getElementById(PALETTE_SEARCH_ID)?.focus());
  },
};
