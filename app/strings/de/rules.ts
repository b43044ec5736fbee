import type * as en from '../en/rules';
import type { Translation } from '../translation';

export const rules: Translation<typeof en.rules> = {
  place: 'Nr.',
  states: {
    shadowed: 'verdeckt',
    redundant: 'wirkungslos',
    unused: 'unbenutzt',
    unknown: 'unbekannt',
  },
  lit: {
    pass: 'Lässt das Paket durch',
    stop: 'Hält das Paket auf',
    passReply: 'Lässt die Antwort durch',
    stopReply: 'Hält die Antwort auf',
    stopPart: 'Hält einen Teil auf',
  },
  step: (hop) => `Schritt ${hop}`,
  tracked: 'Die Antwort passiert ohne Regel: die Gruppe ließ die Anfrage durch, und Gruppen merken sich das.',
  moveUp: 'Früher',
  moveDown: 'Später',
  moveHint: 'Alt und eine Pfeiltaste verschieben eine Regel, Entf entfernt sie.',
  removeHint: 'Entf entfernt sie.',
  renumber: 'Neu nummerieren',
  renumberHint: 'Den Regeln die Nummern 100, 200, 300 … geben',
  removed: 'Die Regel ist weg. Rückgängig holt sie zurück.',
  moved: (before, after) => `Regel ${before} ist jetzt Regel ${after}.`,
  renumbered: 'Die Regeln haben neue Nummern. Rückgängig nimmt es zurück.',
  everyIpv6: 'Internet (IPv6)',
  icmpWrong: (value) => `„${value}“ ist kein ICMP-Typ mit Code: beide sind 0 bis 255.`,
  blockWrong: (value, most) =>
    `„${value}“ ist kein Adressblock: nach dem Schrägstrich steht eine Zahl von 0 bis ${most}.`,
};
