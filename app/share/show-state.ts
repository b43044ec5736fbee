/** Shows what a link says is to be shown. What this page does not have is passed over. */
import type { LinkState } from '../../engine';
import { MAX_ZOOM, showRect, stageElement } from '../canvas/stage';
import { seek } from '../playback/run-controller';
import { documentStore } from '../state/document-store';
import { showExposure } from '../state/overlay';
import { DOCK_TABS, select, setView } from '../state/view-store';

/** Call when the document is open. Paused at the moment, if the link has one. */
export async function showState({ atMs, tab, selection = [], area }: LinkState): Promise<void> {
  const { document, documentId } = documentStore.getState();
  const dockTab = DOCK_TABS.find((known) => known === tab);
  if (dockTab === 'exposure') showExposure();
  else if (dockTab) setView({ dockTab, dockOpen: true });
  const chosen = selection.filter((id) => Object.hasOwn(document.resources, id));
  if (chosen.length > 0) select(...chosen);
  if (atMs !== undefined) await seek(atMs);
  if (area && (await stageStands()) && documentStore.getState().documentId === documentId)
    showRect(area, MAX_ZOOM);
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

/** The canvas shows an opened document whole; what a link wants comes after that. */
async function stageStands(): Promise<boolean> {
  for (let tries = 0; stageElement() === null && tries < 300; tries++) await frame();
  await frame();
  await frame();
  return stageElement() !== null;
}
