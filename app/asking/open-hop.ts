/** A hop and the rule behind it: the packet goes there, and the inspector shows what decided. */
import { get } from '../../engine';
import { documentStore } from '../state/document-store';
import { openInspector } from '../state/panels';
import { ladderOf, pathStore } from '../state/path-store';
import { select } from '../state/view-store';
import { goToHop } from './ask-path';

/** @param step place in the ladder: forward hops, then those of the reply */
export function openHop(step: number): void {
  goToHop(step);
  const { result } = pathStore.getState();
  const hop = result ? ladderOf(result)[step]?.hop : undefined;
  const holder = hop?.decidedBy?.resource ?? hop?.resource;
  if (holder === undefined || !get(documentStore.getState().document, holder)) return;
  select(holder);
  // Only a rule is worth the canvas's room in a narrow window.
  if (hop?.decidedBy) openInspector();
}
