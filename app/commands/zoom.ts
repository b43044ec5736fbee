import { zoomIn as closer, zoomOut as further, zoomToFull } from '../canvas/zoom-to';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const zoomIn: Command = {
  id: 'zoom-in',
  group: 'view',
  get label() {
    return text.zoomIn;
  },
  // Where the plus sign needs Shift, the key is known by what it types without.
  keys: ['Mod+=', 'Mod+Plus'],
  isEnabled: always,
  run: closer,
};

export const zoomOut: Command = {
  id: 'zoom-out',
  group: 'view',
  get label() {
    return text.zoomOut;
  },
  keys: ['Mod+-'],
  isEnabled: always,
  run: further,
};

export const zoomReset: Command = {
  id: 'zoom-reset',
  group: 'view',
  get label() {
    return text.zoomReset;
  },
  keys: ['Mod+0'],
  isEnabled: always,
  run: zoomToFull,
};
