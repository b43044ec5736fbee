import type * as en from '../en/find';
import type { Translation } from '../translation';

const hits = (count: number): string => `${count} Treffer`;

export const findText: Translation<typeof en.findText> = {
  title: 'Im Dokument suchen',
  placeholder: 'Name, Kennung, Adresse, Block, Tag',
  hint: 'Zum Beispiel web-1, 10.0.1.25, 10.0.0.0/16, env=prod oder subnet.',
  nothing: (query) => `Nichts hier passt zu „${query}“.`,
  nothingHint: 'Eine Adresse findet das Subnetz um sie; Schlüssel=Wert findet ein Tag.',
  count: (at, count) => (at === 0 ? hits(count) : `${at} von ${count}`),
  spoken: (count) => (count === 0 ? 'Nichts gefunden' : hits(count)),
  shown: (name, at, count) => `${name}, ${at} von ${count}`,
  previous: 'Voriger Treffer',
  next: 'Nächster Treffer',
  close: 'Suche schließen',
  types: {
    name: 'Im Namen',
    id: 'In der Kennung',
    address: 'In der Adresse',
    block: 'Im Block',
    within: 'Der Block darum herum',
    tag: 'Im Tag',
    kind: 'In der Art',
    rule: 'In einer Regel oder Route',
    text: 'In anderem Text',
  },
};
