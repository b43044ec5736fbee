import type * as en from '../en/gather';
import type { Translation } from '../translation';

export const gatherText: Translation<typeof en.gatherText> = {
  gather: 'Auswahl in einen Kasten oder eine Gruppe legen',
  ungroup: 'Auswahl aus ihrer Placement Group nehmen',
  needsSelection: 'Zuerst etwas auswählen.',
  needsGrouped: 'Zuerst eine Instanz in einer Placement Group auswählen.',
  make: { subnet: 'Ein neues Subnetz', 'placement-group': 'Eine neue Placement Group' },
  makes: {
    subnet: 'in der VPC und Zone, in der sie stehen',
    'placement-group': 'Strategie spread, im Inspektor zu ändern',
  },
};
