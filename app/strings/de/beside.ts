import type * as en from '../en/beside';
import type { Translation } from '../translation';

export const besideText: Translation<typeof en.besideText> = {
  right: 'Rechts neben der Auswahl noch eins hinzufügen, gleich verbunden',
  left: 'Links neben der Auswahl noch eins hinzufügen, gleich verbunden',
  above: 'Über der Auswahl noch eins hinzufügen, gleich verbunden',
  below: 'Unter der Auswahl noch eins hinzufügen, gleich verbunden',
  needsOne: 'Zuerst ein einzelnes Ding auswählen.',
};
