/** Hits as rows of a list, under a heading for each reason. */
import type { MatchType, SearchHit } from '../../engine';
import type { SearchListRow } from '../ui/SearchList';

/** @param hits ordered by reason, as the search gives them. */
export function rowsOf(
  hits: readonly SearchHit[],
  titles: Readonly<Record<MatchType, string>>,
): readonly SearchListRow<SearchHit>[] {
  const rows: SearchListRow<SearchHit>[] = [];
  let type: MatchType | null = null;
  for (const hit of hits) {
    if (hit.match.type !== type) {
      type = hit.match.type;
      rows.push({ type: 'heading', id: type, text: titles[type] });
    }
    rows.push({ type: 'option', id: `hit ${hit.id}`, disabled: false, item: hit });
  }
  return rows;
}
