import type * as en from '../en/files';
import type { Translation } from '../translation';

const sizes = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} Bytes`
    : bytes < 1e6
      ? `${Math.round(bytes / 1000)} KB`
      : `${Math.round(bytes / 1e6)} MB`;

export const files: Translation<typeof en.files> = {
  openTitle: 'Öffnen',
  intro:
    'Eine Szenariodatei, ein geteilter Link oder das JSON, das „aws ec2 describe-…“ ausgibt: eine Datei oder ein ganzer Ordner. Es öffnet sich als neues Dokument; was jetzt offen ist, bleibt unter Dokumente. Nichts wird irgendwohin gesendet.',
  dropHere: 'Dateien oder Ordner hierher ziehen',
  chooseFiles: 'Dateien wählen …',
  chooseFolder: 'Ordner wählen …',
  pasteLabel: 'Oder Text oder Link einfügen',
  openPasted: 'Text öffnen',
  pastedText: 'eingefügter Text',
  reading: 'Wird gelesen …',
  opened: (title) => `${title} als neues Dokument geöffnet.`,
  tooLarge: (bytes, limit) =>
    `Diese Dateien haben ${sizes(bytes)}. Höchstens ${sizes(limit)} werden auf einmal genommen. Weniger Dateien öffnen.`,
  tooMany: (count, limit) =>
    `Das sind ${count} Dateien. Höchstens ${limit} werden auf einmal genommen. Einen kleineren Ordner öffnen.`,
  nothingToRead: (names) =>
    `In ${names} ist nichts zu öffnen: JSON- und Textdateien werden genommen, Bilder und Programme nicht.`,
  plainPicture: (name) =>
    `${name} ist ein Bild ohne Dokument darin. Hier „mit dem Dokument darin“ gespeicherte Bilder öffnen sich wieder; AWS-Ausgaben, Szenariodateien und Links ebenso.`,
  unreadable: (name) => `${name} ließ sich nicht lesen. Wurde es inzwischen verschoben oder gelöscht?`,
  notOpened: 'Das ließ sich nicht öffnen',
  where: 'Wo',
  whatToDo: 'Was zu tun ist',
  untouched: 'Das offene Dokument wurde nicht angerührt.',
  linkDamaged: 'Dieser Link ist beschädigt',
  linkCut: 'Dieser Link wurde abgeschnitten',
  newer: 'Das ist aus einer neueren Fassung',
  newerHelp:
    'Diese Seite neu laden: vielleicht wurde sie erneuert, seit der Tab offen ist. Steht dann dasselbe da, dort öffnen, wo es gemacht wurde, oder nach der Adresse jenes EC2 Playground fragen.',
  staysStored: 'Es bleibt in diesem Browser, wie es ist, und das offene Dokument auch.',
  linkHelp:
    'Chats und Mailprogramme schneiden lange Links ab oder hängen einen Punkt an. Den Link noch einmal in einem Stück erbitten, oder das Szenario als Datei.',
  fileHelp:
    'Ein hier gespeichertes Szenario öffnen, einen geteilten Link oder die unveränderte JSON-Ausgabe von „aws ec2 describe-instances“, „describe-vpcs“, „describe-subnets“ und dergleichen.',
  pasteNotUnderstood: (message) => `Das Eingefügte lässt sich nicht öffnen: ${message}`,
  reportTitle: 'Was übernommen wurde',
  reportIntro: (title, count) =>
    `${title} steht auf der Zeichenfläche: ${count === 1 ? '1 Ding' : `${count} Dinge`}. Das ist über den Rest zu wissen.`,
  reportNothing: 'Alles wurde übernommen.',
  warnings: (count) =>
    count === 1
      ? '1 Ding fehlt oder ist nicht darstellbar'
      : `${count} Dinge fehlen oder sind nicht darstellbar`,
  notes: (count) => (count === 1 ? '1 Hinweis' : `${count} Hinweise`),
  times: (count) => `${count} ×`,
  close: 'Schließen',
};
