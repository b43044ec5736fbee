import type * as en from '../en/history';
import type { Translation } from '../translation';

export const historyText: Translation<typeof en.historyText> = {
  title: 'Verlauf',
  search: 'Schritt suchen',
  hint: (done, undone) =>
    `${done === 1 ? '1 Schritt' : `${done} Schritte`} getan${undone === 0 ? '' : `, ${undone} zurückgenommen`}. Einen wählen, um dorthin zu gehen; die Uhr der Simulation bleibt stehen.`,
  opened: 'Wie es geöffnet wurde',
  when: { now: 'jetzt', undone: 'zurückgenommen' },
  nothing: (query) => `Kein Schritt heißt „${query}“.`,
  here: 'Das Dokument ist schon dort.',
  went: (label, steps) => `Bei „${label}“, ${steps === 1 ? '1 Schritt' : `${steps} Schritte`} entfernt.`,
};
