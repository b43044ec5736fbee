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
    launch: 'Starten lassen (Launch)',
    hibernate: 'Ruhezustand',
    'force-stop': 'Anhalten erzwingen',
    'shut-down': 'Von innen herunterfahren',
    halt: 'Von innen anhalten (halt)',
    crash: 'System stürzt ab',
    'fail-volume': 'Antwortet nicht mehr',
    'restore-volume': 'Antwortet wieder',
    'schedule-event': 'AWS kündigt die Stilllegung an',
    'run-enclave': 'Enklave starten',
    'terminate-enclave': 'Enklaven beenden',
  },
  of: (action, name) => `${action}: ${name}`,
  ofInstance: 'Anhalten, neu starten, beenden …',
  playFirst: 'Erst abspielen: es geschieht zu einem Zeitpunkt des Laufs.',
  notNow: 'Das geht gerade nicht.',
};
