import type * as en from '../en/clipboard';
import type { Translation } from '../translation';

export const clipboardText: Translation<typeof en.clipboardText> = {
  copy: 'Ausgewähltes kopieren',
  cut: 'Ausgewähltes ausschneiden',
  paste: 'Einfügen: mit neuen Adressen, ohne das, wozu es gehörte',
  pasteKeeping: 'Einfügen mit Bezügen: Gruppen, Tabellen, Placement Groups',
  duplicate: 'Ausgewähltes verdoppeln',
  menu: {
    copy: 'Kopieren',
    cut: 'Ausschneiden',
    paste: 'Einfügen',
    pasteKeeping: 'Einfügen mit Bezügen',
    duplicate: 'Verdoppeln',
  },
  needsSelection: 'Erst etwas auswählen.',
  copied: (count) => (count === 1 ? '1 Ding kopiert' : `${count} Dinge kopiert`),
  without: (left) => `Nicht kopiert: ${left}.`,
  nothing: 'Davon lässt sich nichts kopieren: Regionen, Zonen und das Internet gibt es nur einmal.',
  empty: 'In der Zwischenablage ist nichts, das sich hier einfügen lässt.',
  pressKeys: (keys) =>
    `Dieser Browser lässt eine Seite die Zwischenablage nur per Taste lesen: ${keys} drücken.`,
};
