import type * as en from '../en/problems';
import type { Translation } from '../translation';

export const problems: Translation<typeof en.problems> = {
  title: 'Probleme',
  none: 'An der Zeichnung selbst ist nichts falsch.',
  noneOfThese: 'Keine Probleme dieser Schwere.',
  filter: 'Zeigen',
  all: 'Alle',
  severity: { error: 'Fehler', warning: 'Warnung', info: 'Hinweis' },
  severities: { error: 'Fehler', warning: 'Warnungen', info: 'Hinweise' },
  fix: 'Beheben',
  fixThis: (label) => `Beheben: ${label}`,
  fixed: (label) => `${label}. Rückgängig nimmt es zurück.`,
  rule: (id) => `Regel ${id}`,
  aws: 'AWS-Seite',
  show: (name) => `${name} zeigen`,
};
