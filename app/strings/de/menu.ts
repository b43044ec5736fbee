import type * as en from '../en/menu';
import type { Translation } from '../translation';

export const menuText: Translation<typeof en.menuText> = {
  of: (name) => `Was sich mit ${name} tun lässt`,
  ofMany: (count) => `Was sich mit ${count} Dingen tun lässt`,
  ofCanvas: 'Was sich hier tun lässt',
  selectAll: 'Alles auswählen',
  fit: 'Alles zeigen',
  add: 'Hinzufügen …',
  move: 'In anderen Kasten …',
  delete: 'Alle löschen',
};

export const renamingText: Translation<typeof en.renamingText> = {
  label: (name) => `Name von ${name}`,
};
