import type * as en from '../en/versions';
import type { Translation } from '../translation';

const counted = (count: number, word: string): string => `${count} ${word}`;

export const versions: Translation<typeof en.versions> = {
  title: 'Fassungen dieses Dokuments',
  intro:
    'Werden von selbst behalten: beim Öffnen, während der Arbeit, bevor viel gelöscht wird, und auf Wunsch. Ältere werden ausgedünnt; benannte bleiben.',
  none: 'Noch gibt es keine Fassung. Eine entsteht mit der ersten Änderung nach dem Öffnen.',
  noneKept: (reason) =>
    `Keine Fassung konnte behalten werden: Dieser Browser behält die Arbeit nicht, ${reason}`,
  list: 'Fassungen',
  name: 'Name der Fassung',
  namePlaceholder: 'Name, etwa „vor der Prüfung“',
  keepNow: 'Diesen Stand behalten',
  keptNow: (name) =>
    name === '' ? 'Dieser Stand ist behalten.' : `Dieser Stand ist als „${name}“ behalten.`,
  reasons: {
    opened: 'wie es geöffnet wurde',
    edited: 'während der Arbeit',
    'before-deleting': 'bevor viel gelöscht wurde',
    'before-going-back': 'bevor zu einer älteren Fassung gegangen wurde',
    kept: 'von Hand behalten',
  },
  today: (time) => `heute ${time}`,
  yesterday: (time) => `gestern ${time}`,
  things: (count) => (count === 1 ? '1 Ding' : `${count} Dinge`),
  sameAsNow: 'wie jetzt',
  since: (words) => `seither ${words}`,
  added: (count) => counted(count, 'hinzugefügt'),
  removed: (count) => counted(count, 'entfernt'),
  changed: (count) => counted(count, 'geändert'),
  moved: (count) => counted(count, 'verschoben'),
  renamed: 'umbenannt',
  besides: {
    script: 'andere Ereignisse im Lauf',
    checks: 'andere Prüfungen',
    settings: 'andere Einstellungen',
  },
  goBack: 'Dahin zurück',
  goBackTo: (when) => `Zur Fassung von ${when} zurück`,
  wentBack: (when) =>
    `Das ist wieder die Fassung von ${when}. Was vorher da war, steht bei den Fassungen; auch Rückgängig bringt es zurück.`,
  openCopy: 'Als Kopie öffnen',
  copyTitle: (title, when) => `${title} (${when})`,
  copyOpened: (title) => `${title} als eigenes Dokument geöffnet.`,
  more: (when) => `Mehr zur Fassung von ${when}`,
  rename: 'Name …',
  unname: 'Namen wegnehmen',
  delete: 'Diese Fassung löschen',
  deleted: 'Fassung gelöscht.',
  undo: 'Rückgängig',
  unreadable: (reason) => `Diese Fassung ließ sich nicht lesen: ${reason}`,
  changedMeanwhile: 'Inzwischen wurde ein anderes Dokument geöffnet. Nichts wurde geändert.',
  failed: (reason) => `Das ging nicht: ${reason}`,
};
