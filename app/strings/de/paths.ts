import type * as en from '../en/paths';
import type { Translation } from '../translation';

export const pathWords: Translation<typeof en.pathWords> = {
  title: 'Wege',
  from: 'von',
  to: 'nach',
  port: 'Port',
  protocol: 'Protokoll',
  pick: 'Auf der Zeichenfläche wählen',
  anyPort: 'jeder',
  nextHop: 'Nächster Schritt',
  again: 'Noch einmal',
  ask: 'Wählen, wo ein Paket startet und wohin es soll.',
  gone: 'Ein Ende dieses Wegs wurde gelöscht: ein anderes wählen.',
  verdicts: {
    reachable: 'kommt an, und die Antwort auch',
    partial: 'kommt nur zum Teil an',
    unreachable: 'bleibt hängen',
    unknown: 'nicht zu sagen',
  },
  stoppedForward: 'hängt auf dem Hinweg',
  stoppedReturn: 'die Antwort bleibt hängen',
  design: 'den Entwurf gefragt, als liefe alles',
  atMoment: (clock) => `bei ${clock} des Laufs gefragt`,
  becomes: (what, before, after) => `${what} ${before} → ${after}`,
};

export const questionWords: Translation<typeof en.questionWords> = {
  protocols: { tcp: 'tcp', udp: 'udp', icmp: 'icmp', icmpv6: 'icmpv6', other: 'anderes …' },
  number: 'Protokollnummer',
  icmpType: 'ICMP-Typ',
  icmpCode: 'ICMP-Code',
  sourcePort: 'Port des Absenders',
  more: 'Mehr zum Paket',
  ignoreServices: 'Nicht fragen, ob Dienste lauschen',
  ignoreServicesHint: 'Jede Maschine gilt als lauschend auf jedem Port',
};

export const hopWords: Translation<typeof en.hopWords> = {
  reply: 'Antwort',
  pass: 'passiert',
  stop: 'hängt',
  notReached: 'nicht erreicht',
  resolved: 'DNS',
  rule: (rule) => `Regel ${rule}`,
};

export const answerWords: Translation<typeof en.answerWords> = {
  title: 'Zu diesem Weg',
  parts: 'Was zu sehen ist',
  why: 'Warum',
  answer: 'Antwort',
  repair: 'Reparieren',
  close: 'Sperren',
  flows: 'Alles, was geht',
  keep: 'So behalten',
  working: 'Wird überlegt …',
  blockers: 'Was ihn aufhält',
  fix: 'Beheben',
  orFix: (edit) => `Oder: ${edit}`,
  fixWould: (edit) => `Abhilfe: ${edit}`,
  show: (name) => `${name} zeigen`,
  rule: (rule) => `Regel ${rule}`,
  onReply: 'auf dem Rückweg',
  aws: 'AWS-Seite',
  notModelled: 'Nicht nachgebildet',
  nothing: 'Beide Richtungen sind offen, mehr ist nicht zu sagen.',
};

export const diffWords: Translation<typeof en.diffWords> = {
  title: 'Was sich ändert',
  before: 'vorher',
  after: 'nachher',
};

const edits = (count: number): string => (count === 1 ? '1 Änderung' : `${count} Änderungen`);

export const repairWords: Translation<typeof en.repairWords> = {
  opens: (from, to) => `Den Weg von ${from} nach ${to} öffnen`,
  repair: (count) => `Reparieren (${edits(count)})`,
  minimal: { smallest: 'Die kleinste Menge.', irreducible: 'Eine nicht kürzbare Menge.' },
  against: 'gegen',
  narrow: 'eng: lässt sonst nichts durch',
  wide: 'öffnet mehr als gefragt',
};

export const closeWords: Translation<typeof en.closeWords> = {
  ways: 'Wege, ihn zu sperren',
  close: (count) => `Sperren (${edits(count)})`,
  alsoStops: 'Sperrt auch:',
  andMore: (count) => `und ${count} weitere`,
};

export const flowsWords: Translation<typeof en.flowsWords> = {
  intro: (from, to) => `Was ${from} an ${to} senden kann und beantwortet bekommt:`,
  nothing: 'Nichts kommt durch und wird beantwortet.',
  sometimes: 'Nur über manche der Knoten, Ziele oder Ports, die unterwegs gewählt werden:',
  unknown: (why) => `Nicht zu sagen: ${why}`,
  families: { 4: 'IPv4', 6: 'IPv6' },
};

export const changedWords: Translation<typeof en.changedWords> = {
  title: 'Was die letzte Änderung änderte',
  edit: 'Letzte Änderung:',
  ask: 'Was hat sie geändert?',
  asking: '…',
  pair: (from, to) => `${from} → ${to}`,
  gained: (traffic) => `${traffic} geöffnet`,
  lost: (traffic) => `${traffic} geschlossen`,
  example: 'Einem dieser Pakete folgen',
  check: (title, outcome) =>
    `${title}: ${{ holds: 'gilt jetzt', fails: 'gilt nicht mehr', unknown: 'nicht mehr zu sagen' }[outcome]}`,
  details: 'Jede zeigen',
  dismiss: 'Verwerfen',
};
