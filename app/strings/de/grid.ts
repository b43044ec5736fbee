import type * as en from '../en/grid';
import type { Translation } from '../translation';

export const gridText: Translation<typeof en.gridText> = {
  toggle: 'Punkte auf dem Grund zeigen oder verbergen',
  on: 'Der Grund hat Punkte.',
  off: 'Der Grund ist leer.',
};
