import { hideExposure, showExposure } from '../state/overlay';
import { viewStore } from '../state/view-store';
import { commands as text } from '../strings';
import { always, type Command } from './command';

export const switchExposure: Command = {
  id: 'switch-exposure',
  group: 'view',
  get label() {
    return text.exposure;
  },
  keys: ['X'],
  isEnabled: always,
  run: () => (viewStore.getState().overlay === 'exposure' ? hideExposure() : showExposure()),
};
