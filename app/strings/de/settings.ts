import type * as en from '../en/settings';
import type { Translation } from '../translation';

export const settingsText: Translation<typeof en.settingsText> = {
  title: 'Einstellungen',
  language: 'Sprache',
  languageHelp:
    'Der Seite. Was die Simulation selbst sagt (Urteile, Probleme, Namen von AWS-Dingen), bleibt englisch.',
  languages: { en: 'English', de: 'Deutsch' },
  switches: {
    letterKeys: {
      label: 'Einzelne Tasten',
      help: 'Tasten wie K oder ? wirken ohne Strg oder Alt. Abgeschaltet tun sie nichts: besser beim Diktieren.',
    },
    snapping: {
      label: 'Einrasten',
      help: 'Gezogenes richtet sich an dem aus, was daneben steht.',
    },
    grid: {
      label: 'Punkte',
      help: 'Der Grund der Zeichenfläche hat Punkte.',
    },
    motion: {
      label: 'Bewegung',
      help: 'Abgeschaltet bewegt sich nichts von selbst, was auch das System sagt.',
    },
  },
  kept: 'Bleibt in diesem Browser, nicht in den Dokumenten.',
  reset: 'Alles hier zurücksetzen',
  wasReset: 'Die Einstellungen sind wieder wie am Anfang.',
};
