/** What can be done with a thing in a run. */
import type { ActionOption } from '../../../engine';

export const actionsText = {
  labels: {
    stop: 'Stop',
    start: 'Start',
    reboot: 'Reboot',
    terminate: 'Terminate',
    'spot-interrupt': 'Spot takes it back',
    'fail-host': 'Its host fails',
    'fail-zone': 'Zone fails',
    'restore-zone': 'Zone is back',
    launch: 'Launch',
    hibernate: 'Hibernate',
    'force-stop': 'Force stop',
    'shut-down': 'Shut down from inside',
    halt: 'Halt from inside',
    crash: 'System crashes',
    'fail-volume': 'Stops answering',
    'restore-volume': 'Answers again',
    'schedule-event': 'AWS announces its retirement',
    'run-enclave': 'Run an enclave',
    'terminate-enclave': 'Terminate its enclaves',
  } satisfies Record<Exclude<ActionOption['type'], 'write-data'>, string>,
  of: (action: string, name: string) => `${action}: ${name}`,
  ofInstance: 'Stop, reboot, terminate …',
  playFirst: 'Press play first: it happens at a moment of the run.',
  notNow: 'This is not possible now.',
};
