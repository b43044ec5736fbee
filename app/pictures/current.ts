/** A picture of what the page shows now. */
import { ask } from '../engine-client/engine-client';
import { currentDrawing } from '../canvas/drawing';
import { stageElement } from '../canvas/stage';
import { documentStore } from '../state/document-store';
import { runStore } from '../state/run-store';
import { viewStore } from '../state/view-store';
import { readColours, recolouring } from './colours';
import { readIcons } from './icons';
import { iconsWanted, makePicture, type Picture } from './picture';

export interface Wanted {
  /** Only the selection and what stands in it. */
  readonly selection: boolean;
  readonly ground: boolean;
  readonly link: string | null;
  /** In the colours of the light theme, whatever the page has: for paper. */
  readonly light?: boolean;
}

export function takePicture({ selection, ground, link, light = false }: Wanted): Picture | null {
  const { document: scenario } = documentStore.getState();
  const { live } = runStore.getState();
  const stage = getComputedStyle(stageElement() ?? document.documentElement);
  const drawing = currentDrawing();
  const valueOf = (property: string): string => stage.getPropertyValue(property);
  const shown = readColours(valueOf);
  const colours = light ? inTheme('light', () => readColours(valueOf)) : shown;
  return makePicture({
    document: scenario,
    drawing,
    live,
    colours,
    icons: readIcons(iconsWanted(scenario, live), valueOf, recolouring(shown, colours)),
    ...(selection ? { only: drawnSelection() } : {}),
    ground,
    link,
  });
}

/** Styles are read as if another theme were on the page; nothing is painted meanwhile. */
function inTheme<T>(theme: string, read: () => T): T {
  const { dataset } = document.documentElement;
  const before = dataset['theme'];
  dataset['theme'] = theme;
  const found = read();
  if (before !== undefined) dataset['theme'] = before;
  return found;
}

/** Of what is selected, what is drawn by itself; chips and docked parts are drawn with their holders. */
export const drawnSelection = (): readonly string[] => {
  const { things } = currentDrawing();
  return viewStore.getState().selection.filter((id) => things.has(id));
};

/** The document as the payload of a share link; null where it does not fit into one. */
export async function linkToEmbed(): Promise<string | null> {
  const reply = await ask((engine) => engine.makeLink());
  return reply.ok ? reply.value : null;
}
