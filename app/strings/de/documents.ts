import type * as en from '../en/documents';
import type { Translation } from '../translation';

const number = (value: number, digits: number): string => value.toFixed(digits).replace('.', ',');
const sizes = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.ceil(bytes / 1000)} KB`
    : bytes < 1e9
      ? `${number(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB`
      : `${number(bytes / 1e9, 1)} GB`;
const days = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tagen`);
const documentsOf = (count: number): string => (count === 1 ? '1 Dokument' : `${count} Dokumente`);
const versionsOf = (count: number): string => (count === 1 ? '1 alte Fassung' : `${count} alte Fassungen`);

export const documents: Translation<typeof en.documents> = {
  title: 'Dokumente in diesem Browser',
  kept: 'Dokumente',
  inBin: 'Papierkorb',
  none: 'Noch ist nichts gespeichert. Ein Dokument wird ab der ersten Änderung behalten.',
  noneFound: (query) => `Kein Titel enthält „${query}“.`,
  binEmpty: 'Der Papierkorb ist leer.',
  search: 'Dokument suchen',
  open: 'Öffnen',
  openNow: 'jetzt offen',
  openElsewhere: 'in anderem Tab offen',
  onlyHere: 'noch nicht gespeichert',
  fromNewer: 'aus neuerer Fassung',
  newerHelp:
    'Ein neuerer EC2 Playground hat es gemacht. Die Seite neu laden, um ihn zu bekommen; hier lässt es sich herunterladen.',
  more: (title) => `Mehr zu ${title}`,
  rename: 'Umbenennen',
  renameThis: (title) => `Neuer Titel von ${title}`,
  notWhileElsewhere: 'Es ist in einem anderen Tab offen.',
  duplicate: 'Verdoppeln',
  duplicated: (title) => `${title} verdoppelt.`,
  download: 'Herunterladen',
  delete: 'Löschen',
  deleted: (title) => `${title} ist im Papierkorb.`,
  undo: 'Rückgängig',
  restore: 'Zurücklegen',
  restoreThis: (title) => `${title} zurücklegen`,
  restored: (title) => `${title} ist wieder bei den Dokumenten.`,
  binIntro: 'Gelöschte Dokumente lassen sich 30 Tage lang zurücklegen.',
  goesIn: (count) => (count === 0 ? 'verschwindet heute' : `verschwindet in ${days(count)}`),
  deleteThisForGood: (title) => `${title} endgültig löschen`,
  emptyBin: 'Papierkorb leeren',
  reallyEmpty: (count) => `${documentsOf(count)} wirklich endgültig löschen`,
  binEmptied: (count) => `${documentsOf(count)} endgültig gelöscht.`,
  changed: (when) => `geändert ${when}`,
  changedHere: 'in diesem Tab geändert',
  things: (count) => (count === 1 ? '1 Ding' : `${count} Dinge`),
  unavailable: (reason) =>
    `Dieser Browser behält keine Dokumente: ${reason} Was gezeichnet wird, lebt nur in diesem Tab; zur Sicherheit herunterladen.`,
  failedAction: (reason) => `Das ging nicht: ${reason}`,
  fullTitle: 'Der Speicher dieses Browsers ist voll',
  fullIntro: (count) =>
    `${count === 1 ? 'Die letzten Änderungen von 1 Dokument sind' : `Die letzten Änderungen von ${count} Dokumenten sind`} nur in diesem Tab. Nichts ist verloren, solange er offen ist, und sobald Platz ist, wird von selbst gespeichert. Herunterladen, was nicht verloren gehen darf, und Platz schaffen:`,
  fullStillNeeded:
    'Auch nicht mehr gebrauchte Dokumente können weg: erst löschen, dann den Papierkorb leeren.',
  noRoomForBin: 'Nicht einmal für den Papierkorb ist noch Platz.',
  downloadOpen: 'Offenes Dokument herunterladen',
  deleteVersions: (count, bytes) => `${versionsOf(count)} löschen (${sizes(bytes)})`,
  versionsDeleted: (count) => `${versionsOf(count)} gelöscht.`,
  used: (bytes, given) =>
    given === null ? `${sizes(bytes)} belegt` : `${sizes(bytes)} von etwa ${sizes(given)} belegt`,
  persisted: 'Bleibt bis zum Löschen: der Browser hat versprochen, nichts wegzuräumen.',
  notPersisted: 'Bleibt, solange auf diesem Rechner Platz ist.',
  noRoomKnown: 'Bleibt in diesem Browser auf diesem Rechner. Nichts verlässt ihn.',
  storageOff: 'sein Speicher ist hier abgeschaltet oder gesperrt (ein privates Fenster tut das).',
  storageFull: 'sein Speicher für diese Seite ist voll.',
  storageOutdated: 'ein anderer Tab brachte ihn auf eine neuere Fassung dieser Seite. Diesen Tab neu laden.',
  storageFailed: (detail) => `sein Speicher antwortete „${detail}“.`,
  notKept: (reason) =>
    `Dieser Browser behält die Arbeit nicht: ${reason} Nichts ist verloren, solange dieser Tab offen ist.`,
  keptAgain: 'Alles ist wieder gespeichert.',
  copyOpen:
    'Dieses Dokument ist auch in einem anderen Tab offen. Dieser Tab arbeitet an einer Kopie, die als eigenes Dokument behalten wird.',
  copyConflict:
    'Ein anderer Tab hat dieses Dokument inzwischen gespeichert. Diese Fassung steht daneben als eigenes Dokument.',
  copyTitle: (title) => `${title} (Kopie)`,
};
