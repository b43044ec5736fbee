import type * as en from '../en/connect';
import type { Translation } from '../translation';

export const connectText: Translation<typeof en.connectText> = {
  path: (from, to) => `Nach einem Weg von ${from} nach ${to} fragen`,
  asking: (name) => `Womit lässt sich ${name} verbinden …`,
  none: (name) => `Es gibt nichts, womit sich ${name} verbinden lässt.`,
  begun: (name, count) =>
    `${name} verbinden: ${count === 1 ? '1 Ziel' : `${count} Ziele`}. Pfeiltasten oder Buchstaben gehen von einem zum nächsten, C oder Enter verbindet, Escape bricht ab.`,
  standsOn: (label, at, of) => `${label}, ${at} von ${of}`,
  answered: (question, verdict) => `${question}: ${verdict}`,
  left: 'Nicht verbunden.',
  title: (name) => `${name} verbinden mit …`,
  connect: 'Verbinden mit …',
  keys: 'C oder Enter verbindet · Pfeile oder Buchstaben: anderes Ziel · Esc bricht ab',
};
