/** What a box holds, in few words. */
import { holdingsOf, type Drawing, type PlaceKey, type Scenario } from '../../../engine';
import { canvasText as text } from '../../strings/en/canvas';

/** More kinds find no room on a chip. */
const MOST_KINDS = 3;

/** `12 instances · 3 NAT` */
export function holdsText(document: Scenario, drawing: Drawing, key: PlaceKey): string {
  const holdings = holdingsOf(document, drawing, key);
  if (holdings.length === 0) return text.holdsNothing;
  const words = holdings.slice(0, MOST_KINDS).map(({ kind, count }) => text.counted[kind](count));
  return [...words, ...(holdings.length > MOST_KINDS ? [text.moreKinds] : [])].join(' · ');
}
