import type * as en from '../en/timeline';
import type { Translation } from '../translation';

export const timelineWords: Translation<typeof en.timelineWords> = {
  title: 'Zeitleiste',
  play: 'Abspielen',
  pause: 'Pause',
  next: 'Nächstes Ereignis',
  rewind: 'Zurückspulen',
  speed: 'Tempo',
  speeds: { 1: '1 ×', 10: '10 ×', 60: '60 ×', 600: '10 min/s', 3600: '1 h/s' },
  scrub: 'Simulierte Zeit',
  design: 'Entwurf',
  of: (until) => `von ${until}`,
  toDesign: 'Zum Entwurf',
  toDesignHint: 'Den Lauf verlassen: die Zeichnung fragen, als liefe alles',
};

export const scriptWords: Translation<typeof en.scriptWords> = {
  start: 'Starten:',
  stop: 'Anhalten:',
  reboot: 'Neu starten:',
  terminate: 'Beenden:',
  'spot-interrupt': 'Spot nimmt zurück:',
  'fail-host': 'Host fällt aus unter',
  'fail-zone': 'Zone fällt aus:',
  'restore-zone': 'Zone ist zurück:',
  'write-data': 'Daten schreiben auf',
  launch: 'Starten lassen (Launch):',
  hibernate: 'Ruhezustand:',
  'force-stop': 'Anhalten erzwingen:',
  'shut-down': 'Herunterfahren:',
  halt: 'Von innen anhalten (halt):',
  crash: 'Absturz:',
  'fail-volume': 'Keine Antwort von',
  'restore-volume': 'Antwortet wieder:',
  'schedule-event': 'AWS kündigt an für',
};

export const eventsWords: Translation<typeof en.eventsWords> = {
  title: 'Ereignisse',
  none: 'Noch ist nichts geschehen. Abspielen drücken.',
  notPlayed:
    'Abspielen fährt hoch, was gezeichnet ist. Ereignisse erscheinen hier, und die Uhr lässt sich zurückstellen.',
  source: 'AWS-Seite',
  changes: 'Was sich änderte',
  differences: 'Kam nach der Änderung anders',
  difference: (name, field, is, was) => `${name}: ${field} ${is} statt ${was}`,
  replayed: (count) => `Neu abgespielt: ${count === 1 ? '1 Ding kam' : `${count} Dinge kamen`} anders.`,
  byAction: 'Was das geändert hat',
  changed: (name, field, is, was) => `${name}: ${field} ${is}, war ${was}`,
  done: (count) => `Das änderte ${count === 1 ? '1 Ding' : `${count} Dinge`}; Ereignisse zählt sie auf.`,
  dismiss: 'Verwerfen',
};

export const dataWords: Translation<typeof en.dataWords> = {
  title: 'Daten',
  notPlayed: 'Erst abspielen: Daten werden in einem Lauf geschrieben und verloren.',
  thing: 'Wo',
  kind: 'Art',
  holds: 'Enthält',
  stop: 'Anhalten und starten',
  terminate: 'Beenden',
  zoneLost: 'Zone fällt aus',
  kept: 'bleibt',
  lost: 'verloren',
  deleted: 'gelöscht',
  unreachable: 'unerreichbar',
  lostHere: (labels) => `verloren: ${labels}`,
  sumLost: (items) => `Verloren: ${items}.`,
  sumOutOfReach: (items) => `Unerreichbar, bis die Zone zurück ist: ${items}.`,
  sumInDanger: (items) => `Verloren, wenn die Maschine anhält: ${items}.`,
  sumSafe: (safe, all) => `Sicher: ${safe} von ${all}.`,
  item: ([label, where]) => `${label} (${where})`,
  items: (items) =>
    items.length > 4 ? `${items.slice(0, 4).join(', ')} und ${items.length - 4} weitere` : items.join(', '),
  rootOf: (name) => `${name} Root`,
  on: (disk, name) => `${disk} an ${name}`,
  empty: 'leer',
  write: 'Daten schreiben',
  instanceStore: 'Instance Store',
  memory: 'Arbeitsspeicher',
};

export const dockWords: Translation<typeof en.dockWords> = {
  title: 'Einzelheiten',
  collapse: 'Dock einklappen',
  expand: 'Dock ausklappen',
  tall: 'Mehr Platz für das Dock',
};
