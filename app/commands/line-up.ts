/** Aligning and distributing: one command for each edge and each axis. */
import { ALIGNMENTS, AXES, type Alignment, type Axis } from '../canvas/lining-up/align';
import { align, canAlign, canDistribute, distribute } from '../canvas/lining-up/line-up';
import { lineUpText as text } from '../strings/en/line-up';
import type { Command } from './command';

const ALIGN_KEYS: Readonly<Record<Alignment, readonly string[]>> = {
  left: ['Mod+Shift+ArrowLeft'],
  centre: [],
  right: ['Mod+Shift+ArrowRight'],
  top: ['Mod+Shift+ArrowUp'],
  middle: [],
  bottom: ['Mod+Shift+ArrowDown'],
};

const DISTRIBUTE_KEYS: Readonly<Record<Axis, readonly string[]>> = {
  horizontal: ['Mod+Alt+H'],
  vertical: ['Mod+Alt+V'],
};

export const alignCommands: readonly Command[] = ALIGNMENTS.map((alignment) => ({
  id: `align-${alignment}`,
  group: 'arrange',
  get label() {
    return text.align[alignment];
  },
  keys: ALIGN_KEYS[alignment],
  isEnabled: canAlign,
  get needs() {
    return text.needsTwo;
  },
  run: () => align(alignment),
}));

export const distributeCommands: readonly Command[] = AXES.map((axis) => ({
  id: `distribute-${axis}`,
  group: 'arrange',
  get label() {
    return text.distribute[axis];
  },
  keys: DISTRIBUTE_KEYS[axis],
  isEnabled: canDistribute,
  get needs() {
    return text.needsThree;
  },
  run: () => distribute(axis),
}));
