/** What the page shows now, as a link can carry it. */
import { MAX_LINK_SELECTION, type LinkArea, type LinkState } from '../../engine';
import { MARGIN_PX, stageRect, toCanvas } from '../canvas/stage';
import { runStore } from '../state/run-store';
import { viewStore } from '../state/view-store';

/** What a link may carry beside the document, each by itself. */
export const SHOWN_PARTS = ['time', 'tab', 'selection', 'area'] as const;
export type ShownPart = (typeof SHOWN_PARTS)[number];

/** @returns what can be carried: no time before the first play, no selection of nothing or of more than a link takes. */
export function shownNow(): Omit<LinkState, 'viewOnly'> {
  const { moment } = runStore.getState();
  const { dockOpen, dockTab, selection } = viewStore.getState();
  const area = areaInView();
  return {
    ...(moment === 'design' ? {} : { atMs: Math.round(moment) }),
    ...(dockOpen ? { tab: dockTab } : {}),
    ...(selection.length === 0 || selection.length > MAX_LINK_SELECTION ? {} : { selection }),
    ...(area === null ? {} : { area }),
  };
}

/** @returns the state with only these parts of it. */
export function withParts(
  { atMs, tab, selection, area }: Omit<LinkState, 'viewOnly'>,
  parts: ReadonlySet<ShownPart>,
): Omit<LinkState, 'viewOnly'> {
  return {
    ...(atMs !== undefined && parts.has('time') ? { atMs } : {}),
    ...(tab !== undefined && parts.has('tab') ? { tab } : {}),
    ...(selection && parts.has('selection') ? { selection } : {}),
    ...(area && parts.has('area') ? { area } : {}),
  };
}

/** Without the margin that showing it again adds. */
function areaInView(): LinkArea | null {
  const rect = stageRect();
  if (!rect || rect.width <= 2 * MARGIN_PX || rect.height <= 2 * MARGIN_PX) return null;
  const from = toCanvas({ x: rect.left + MARGIN_PX, y: rect.top + MARGIN_PX });
  const to = toCanvas({ x: rect.right - MARGIN_PX, y: rect.bottom - MARGIN_PX });
  const area = {
    x: Math.round(from.x),
    y: Math.round(from.y),
    width: Math.round(to.x - from.x),
    height: Math.round(to.y - from.y),
  };
  return area.width > 0 && area.height > 0 ? area : null;
}
