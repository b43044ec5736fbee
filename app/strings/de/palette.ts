import type * as en from '../en/palette';
import type { Translation } from '../translation';

export const paletteText: Translation<typeof en.paletteText> = {
  palette: 'Zum Hinzufügen',
  search: 'Hinzufügen …',
  groups: {
    start: 'Hier beginnen',
    gateways: 'Gateways',
    storage: 'Speicher',
    security: 'Sicherheit',
    world: 'Draußen',
  },
  nothing: (query) => `Nichts hier heißt „${query}“.`,
  hint: 'Auf die Zeichenfläche ziehen, oder klicken und dann klicken, wohin es soll. Enter stellt es in das Ausgewählte.',
};
