import { openLeft } from '../state/panels';
import { commands as text } from '../strings';
import { always, type Command } from './command';

/** The palette's search field carries this id. */
export const PALETTE_SEARCH_ID = 'palette-search';

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
