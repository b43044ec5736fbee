import type * as en from '../en/share';
import type { Translation } from '../translation';

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');

export const share: Translation<typeof en.share> = {
  title: 'Teilen',
  intro:
    'Der Link enthält das ganze Dokument. Wer ihn öffnet, bekommt eine eigene Kopie; es gibt keinen Server.',
  link: 'Link',
  copy: 'Link kopieren',
  copied: 'Link kopiert.',
  copiedOldWay: 'Link kopiert. Diese Seite ist nicht auf https, deshalb auf die ältere Art des Browsers.',
  notCopied: (keys) => `Der Browser erlaubte das Kopieren nicht. Der Link ist markiert: ${keys} drücken.`,
  making: 'Der Link entsteht …',
  characters: (count) => `${grouped(count)} Zeichen`,
  reach: {
    everywhere: 'Kurz genug für Chats, Mail und Lesezeichen.',
    'most-chats': 'Geht in den meisten Chats; manche Mailprogramme und Lesezeichen kürzen ihn.',
    browsers: 'Geht in Browsern. Die meisten Chats kürzen einen so langen Link: dort besser eine Datei.',
    risky: 'Zu lang für Chats und Mail; Browser öffnen ihn, manche Telefone nicht. Eine Datei ist sicherer.',
    'too-long': (most) =>
      `Zu lang für einen Link: mehr als ${grouped(most)} Zeichen werden nicht angeboten. Eine Datei speichern und senden.`,
  },
  where: 'Wo er geht',
  places: { chat: 'Chat', mail: 'Mail', browser: 'Browser' },
  works: { yes: 'geht', some: 'geht meist', no: 'wird gekürzt' },
  shown: {
    legend: 'Mit dem, was jetzt zu sehen ist',
    time: (clock) => `Der Zeitpunkt, ${clock}`,
    tab: (title) => `Der Reiter ${title}`,
    selection: (count) => (count === 1 ? 'Das ausgewählte Ding' : `Die ${count} ausgewählten Dinge`),
    area: 'Der Ausschnitt der Zeichenfläche',
  },
  tabs: {
    events: 'Ereignisse',
    script: 'Drehbuch',
    paths: 'Wege',
    exposure: 'Angriffsfläche',
    data: 'Daten',
    problems: 'Probleme',
  },
  viewOnly: 'Nur ansehen',
  viewOnlyHelp: 'Öffnet zum Ansehen, Fragen und Abspielen. Wer ändern will, macht eine Kopie.',
  qr: {
    code: 'QR-Code des Links',
    enlarge: 'Groß zeigen',
    tooLong: (count, most) =>
      `Kein QR-Code: Telefone lesen bis zu ${grouped(most)} Zeichen von einem Bildschirm, dieser Link hat ${grouped(count)}.`,
    local: 'Ein Telefon kann diese Adresse nicht öffnen: siehe unten.',
    scan: 'Die Kamera eines Telefons hierauf richten',
    close: 'Schließen',
  },
  saveFile: 'Datei speichern',
  localTitle: 'Dieser Link geht nur auf diesem Rechner',
  localHelp:
    'Die Seite wurde unter einer Adresse geöffnet, die nur dieser Rechner kennt. Um sie im eigenen Netz zu teilen, mit „npm start -- --host“ starten und die dort gedruckte Adresse öffnen; oder eine Datei senden.',
  lanTitle: 'Dieser Link geht nur im eigenen Netz',
  lanHelp:
    'Seine Adresse gehört zu einem lokalen Netz. Wer anderswo ist, braucht eine erreichbare Seite oder eine Datei.',
  privateNote: 'Adressen, Namen und Regeln stehen im Link. Wer ihn hat, kann sie lesen.',
};
