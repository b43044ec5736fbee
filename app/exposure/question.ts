/** A line of the list as a question of the Paths tab. */
import type { ExposureLine, PathQuery, ReachMember, Scenario } from '../../engine';
import { exampleQuery } from '../matrix/example';

const INTERNET: ReachMember = { id: 'internet', label: 'internet' };

export type Side = 'inbound' | 'outbound';

export function questionOf(
  document: Scenario,
  { family, works, sometimes }: ExposureLine,
  side: Side,
  member: ReachMember,
): PathQuery {
  return exampleQuery(document, {
    ...(side === 'inbound' ? { from: INTERNET, to: member } : { from: member, to: INTERNET }),
    family,
    box: works[0] ?? sometimes[0] ?? null,
    traffic: null,
  });
}
