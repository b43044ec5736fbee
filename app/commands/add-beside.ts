/** Another thing beside the selected one: a card with all it belongs to, a box as empty as any new one. */
import { get } from '../../engine';
import { besideOf } from '../canvas/keyboard/beside';
import { currentDrawing } from '../canvas/drawing';
import { DIRECTIONS } from '../canvas/keyboard/walk';
import { keyOf } from '../canvas/view';
import { documentStore } from '../state/document-store';
import { perform } from '../state/perform';
import { viewStore } from '../state/view-store';
import { besideText as text } from '../strings/en/beside';
import type { Command } from './command';

const WAYS = { right: 'ArrowRight', left: 'ArrowLeft', above: 'ArrowUp', below: 'ArrowDown' } as const;
type Way = keyof typeof WAYS;
const ORDER = Object.keys(WAYS) as readonly Way[];

const BOXES: readonly string[] = ['vpc', 'subnet'];

const selected = () => {
  const { selection } = viewStore.getState();
  return selection.length === 1 ? get(documentStore.getState().document, selection[0]) : undefined;
};

function add(way: Way): void {
  const resource = selected();
  if (!resource) return;
  const { id, kind } = resource;
  const key = keyOf(id);
  const beside = key === id ? besideOf(currentDrawing(), key, DIRECTIONS[WAYS[way]] ?? { x: 0, y: 0 }) : null;
  if (beside && BOXES.includes(kind)) void perform({ type: 'create', kind, ...beside });
  else void perform({ type: 'duplicate', ids: [id], ...beside });
}

export const addBesideCommands: readonly Command[] = ORDER.map((way) => ({
  id: `add-${way}`,
  group: 'edit',
  get label() {
    return text[way];
  },
  keys: [`Mod+${WAYS[way]}`],
  isEnabled: () => selected() !== undefined,
  get needs() {
    return text.needsOne;
  },
  run: () => add(way),
}));
