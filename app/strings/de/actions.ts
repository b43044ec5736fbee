import type * as en from '../en/actions';
import type { Translation } from '../translation';

export const actionsText: Translation<typeof en.actionsText> = {
  labels: {
    stop: 'Anhalten',
    start: 'Starten',
    reboot: 'Neu starten',
    terminate: 'Beenden',
    'spot-interrupt': 'Spot nimmt sie zurück',
    'fail-host': 'Ihr Host fällt aus',
    'fail-zone': 'Zone fällt aus',
    'restore-zone': 'Zone ist zurück',
  },
  of: (action, name) => `${action}: ${name}`,
  ofInstance: 'Anhalten, neu starten, beenden …',
  playFirst: 'Erst abspielen: es geschieht zu einem Zeitpunkt des Laufs.',
  notNow: 'Das geht gerade nicht.',
};
