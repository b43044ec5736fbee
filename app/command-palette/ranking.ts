/** Which lines the command palette shows, in which order. */
import type { SearchListRow } from '../ui/SearchList';
import { fuzzyScore } from './fuzzy';

/** In the order in which they stand where nothing else decides. */
export const PALETTE_SECTIONS = ['recent', 'selection', 'commands', 'add', 'go', 'disabled'] as const;
export type PaletteSection = (typeof PALETTE_SECTIONS)[number];

export interface PaletteItem {
  readonly id: string;
  readonly section: Exclude<PaletteSection, 'recent' | 'disabled'>;
  readonly label: string;
  /** A second line: what it means, or what it needs. */
  readonly hint?: string;
  /** Right of the label: the group of a command, the kind of a thing. */
  readonly detail?: string;
  /** As shown to the reader. */
  readonly keys?: string;
  readonly kind?: string;
  readonly enabled: boolean;
  readonly run: () => void;
}

/** A list of five thousand names is no answer. */
const MOST_OF_A_SECTION = 50;
const MOST_RECENT = 5;
/** What was used lately wins over an equally good match, not over a better one. */
const RECENT_BONUS = 5;

type Row = SearchListRow<PaletteItem>;

/**
 * Without a query: what was used lately, then everything that can be done. With one: the best matches of each section,
 * the section with the best match first. What can't be done now stands last.
 * @param recent ids, the latest first.
 */
export function rankItems(
  items: readonly PaletteItem[],
  recent: readonly string[],
  query: string,
  titles: Readonly<Record<PaletteSection, string>>,
): readonly Row[] {
  const sections = query.trim() === '' ? browse(items, recent) : search(items, recent, query);
  return sections.flatMap(([section, found]): readonly Row[] =>
    found.length === 0
      ? []
      : [
          { type: 'heading', id: section, text: titles[section] },
          ...found.slice(0, section === 'commands' ? undefined : MOST_OF_A_SECTION).map((item): Row => ({
            type: 'option',
            id: `${section} ${item.id}`,
            disabled: !item.enabled,
            item,
          })),
        ],
  );
}

type Section = readonly [PaletteSection, readonly PaletteItem[]];

function browse(items: readonly PaletteItem[], recent: readonly string[]): readonly Section[] {
  const enabled = items.filter((item) => item.enabled);
  const lately = recent.flatMap((id) => enabled.find((item) => item.id === id) ?? []).slice(0, MOST_RECENT);
  const of = (section: PaletteSection) => enabled.filter((item) => item.section === section);
  return [
    ['recent', lately],
    ['selection', of('selection')],
    ['commands', of('commands').filter((item) => !lately.includes(item))],
    ['add', of('add')],
    ['disabled', items.filter((item) => !item.enabled)],
  ];
}

function search(items: readonly PaletteItem[], recent: readonly string[], query: string): readonly Section[] {
  const scored = items.flatMap((item) => {
    const words = item.section === 'selection' ? `${item.label} ${item.detail ?? ''}` : item.label;
    const score = fuzzyScore(query, words);
    if (score === null) return [];
    return [{ item, score: score + (recent.includes(item.id) ? RECENT_BONUS : 0) }];
  });
  // Sorting keeps the order of what is equally good.
  scored.sort((a, b) => b.score - a.score);
  const of = (section: PaletteSection): Section => [
    section,
    scored.flatMap(({ item }) => ((item.enabled ? item.section : 'disabled') === section ? [item] : [])),
  ];
  const bestOf = ([, [first]]: Section): number => scored.find(({ item }) => item === first)?.score ?? -1;
  return [
    ...(['commands', 'selection', 'add', 'go'] as const).map(of).sort((a, b) => bestOf(b) - bestOf(a)),
    of('disabled'),
  ];
}
