import type * as en from '../en/tidy';
import type { Translation } from '../translation';

export const tidyText: Translation<typeof en.tidyText> = {
  tidyUp: 'Aufräumen: Bahnen, Schichten und Raster',
  tidySelection: 'Ausgewähltes aufräumen',
  tidyHere: 'Aufräumen',
  isTidy: 'Alles ist schon aufgeräumt',
  selectionIsTidy: 'Das Ausgewählte ist schon aufgeräumt, oder es fehlt der Platz dafür',
  pin: 'Ausgewähltes anheften oder lösen',
  pinHere: 'Hier anheften',
  unpinHere: 'Nicht mehr anheften',
  pinned: 'angeheftet',
  pinnedLabel: (title) => `${title} anheften`,
  unpinnedLabel: (title) => `${title} lösen`,
  things: (count) => (count === 1 ? '1 Ding' : `${count} Dinge`),
  needsSelection: 'Erst etwas auswählen.',
};
