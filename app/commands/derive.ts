/** From the selection: an image of an instance, a snapshot of a volume, a volume of a snapshot, a copy of an image. */
import { viewStore } from '../state/view-store';
import { deriveText as text } from '../strings/en/derive';
import { usualDerivation } from '../subject/derive-entries';
import type { Command } from './command';

const usual = () => {
  const { selection } = viewStore.getState();
  return selection.length === 1 ? usualDerivation(selection[0]) : undefined;
};

export const derive: Command = {
  id: 'derive',
  group: 'edit',
  get label() {
    return text.command;
  },
  keys: [],
  isEnabled: () => usual() !== undefined,
  get needs() {
    return text.needs;
  },
  run: () => usual()?.run(),
};
