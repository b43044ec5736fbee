import type * as en from '../en/checks';
import type { Translation } from '../translation';

export const checkWords: Translation<typeof en.checkWords> = {
  title: 'Prüfungen',
  outcomes: { holds: 'gilt', fails: 'gilt nicht', unknown: 'nicht zu sagen' },
  show: (title) => `Das Paket von „${title}“ zeigen`,
  showShort: 'Das Paket zeigen',
  remove: (title) => `Die Prüfung „${title}“ entfernen`,
};

export const keepWords: Translation<typeof en.keepWords> = {
  intro: 'Eine Prüfung wird nach jeder Änderung und beim Abspielen neu gestellt. Alle stehen unter Probleme.',
  types: {
    'can-reach': 'Muss erreichbar bleiben',
    'cannot-reach': 'Muss zu bleiben',
    'only-these-reach': 'Nur diese dürfen es erreichen',
    'stays-in-vpc': 'Darf die VPC nicht verlassen',
  },
  titles: {
    'can-reach': (from, to, traffic) => `${from} erreicht ${to}, ${traffic}`,
    'cannot-reach': (from, to, traffic) => `${from} erreicht ${to} nicht, ${traffic}`,
    'only-these-reach': (from, to, traffic) => `Niemand außer ${from} erreicht ${to}, ${traffic}`,
    'stays-in-vpc': (from) => `Nichts von ${from} verlässt seine VPC`,
  },
  everyPort: (protocol) => `jeder ${protocol}-Port`,
  protocol: (protocol) => `Protokoll ${protocol}`,
  and: ' und ',
  there: (title) => `${title}: schon eine Prüfung. Drücken entfernt sie.`,
  add: (title) => `Prüfung hinzufügen: ${title}`,
  drop: (title) => `Prüfung entfernen: ${title}`,
  dropped: (title) => `Prüfung entfernt: ${title}`,
  added: (title) => `Prüfung hinzugefügt: ${title}`,
};
