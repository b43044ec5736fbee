/** The documents as the dialog lists them: what is stored, and what only this tab holds. */
import { READS_VERSION, cardOf } from '../../state/storage/card';
import type { Unsaved } from '../../state/storage/autosave';
import type { DocumentCard } from '../../state/storage/shelf';

export interface DocumentEntry {
  readonly card: DocumentCard;
  /** Where it is open now. */
  readonly openIn: 'here' | 'elsewhere' | null;
  /** Its last edits are in this tab only. */
  readonly unsaved: boolean;
  /** A newer version of the page made it: it can be taken away as a file, and nothing else. */
  readonly isNewer: boolean;
}

export interface Listing {
  /** Edited last first. */
  readonly documents: readonly DocumentEntry[];
  /** Deleted last first. */
  readonly binned: readonly DocumentEntry[];
}

export function listingOf(
  cards: readonly DocumentCard[],
  unsaved: readonly Unsaved[],
  openId: string,
  elsewhere: ReadonlySet<string>,
): Listing {
  const stored = new Set(cards.map(({ id }) => id));
  const onlyHere = unsaved.filter(({ id }) => !stored.has(id)).map(cardOfUnsaved);
  const waiting = new Set(unsaved.map(({ id }) => id));
  const entries = [...onlyHere, ...cards].map((card) => ({
    card,
    openIn: card.id === openId ? ('here' as const) : elsewhere.has(card.id) ? ('elsewhere' as const) : null,
    unsaved: waiting.has(card.id),
    isNewer: card.version > READS_VERSION,
  }));
  return {
    documents: entries
      .filter(({ card }) => card.deletedAt === undefined)
      .sort((a, b) => b.card.updatedAt - a.card.updatedAt),
    binned: entries
      .filter(({ card }) => card.deletedAt !== undefined)
      .sort((a, b) => (b.card.deletedAt ?? 0) - (a.card.deletedAt ?? 0)),
  };
}

/** Never stored yet: as if it had been edited after all others. */
const cardOfUnsaved = ({ id, document }: Unsaved): DocumentCard =>
  cardOf({
    id,
    title: document.title,
    updatedAt: Number.MAX_SAFE_INTEGER,
    openedAt: Number.MAX_SAFE_INTEGER,
    stamp: 0,
    document,
  });

/** Every word of the query begins somewhere in the title, whatever the case. */
export function matches(title: string, query: string): boolean {
  const lower = title.toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
