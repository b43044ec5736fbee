/**
 * What AWS announces and then does: scheduled events.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-instances-status-check_sched.html
 */
import type { ScheduledEventCode } from '../model/document';
import type { Handlers } from '../kernel/simulation';
import type { LifecycleFields, LifecycleWorld, Machine } from './machine';
import {
  beginChecks,
  beginStop,
  beginTermination,
  clearAnnouncement,
  next,
  setReason,
  type State,
  type Writer,
} from './transitions';

export function maintenanceHandlers(world: LifecycleWorld): Handlers<LifecycleFields> {
  return {
    'schedule-event': [
      (event, state, out) => {
        const machine = world.machineOf(event.subject);
        const announced = world.announcement(event.payload);
        if (!machine || !announced) return out.note('no-such-instance', 'schedule-event');
        const refusal = refusalOf(machine, announced.code, state);
        if (refusal) return out.note('not-announced', refusal);
        out.cancel(state.cells.get(machine.subject, 'maintenance'));
        out.set(machine.subject, 'scheduledEvent', announced.code);
        out.set(machine.subject, 'scheduledEventAt', state.now + announced.delayMs);
        out.set(
          machine.subject,
          'maintenance',
          out.schedule(announced.delayMs, 'scheduled-event-due', machine.subject),
        );
        out.note('announced', announced.code);
      },
    ],
    'scheduled-event-due': [
      (event, state, out) => {
        const machine = world.machineOf(event.subject);
        const code = machine && state.cells.get(machine.subject, 'scheduledEvent');
        if (!machine || !code) return;
        clearAnnouncement(machine, state, out);
        if (state.cells.get(machine.subject, 'state') !== 'running') return out.note('event-over', code);
        carryOut(machine, code as ScheduledEventCode, state, out);
      },
    ],
    'maintenance-over': [
      (event, state, out) => {
        const machine = world.machineOf(event.subject);
        if (!machine || state.cells.get(machine.subject, 'state') !== 'running') return;
        if (state.cells.get(machine.subject, 'systemStatus') !== 'failed') return;
        beginChecks(machine, state, out);
        out.note('maintenance-over');
      },
    ],
  };
}

function refusalOf(machine: Machine, code: ScheduledEventCode, state: State): string | undefined {
  const now = state.cells.get(machine.subject, 'state') ?? '';
  if (now !== 'running') return `it is ${now}`;
  if (code === 'instance-stop' && machine.rootDevice === 'instance-store')
    return 'a root volume on an instance store can’t be stopped: AWS announces its retirement instead';
  return undefined;
}

/** Neither termination nor stop protection prevents it. */
function carryOut(machine: Machine, code: ScheduledEventCode, state: State, out: Writer): void {
  switch (code) {
    case 'instance-retirement':
      if (machine.rootDevice === 'instance-store') {
        setReason(machine, 'Server.ScheduledStop', 'Scheduled retirement', out);
        beginTermination(machine, state, out);
        return out.note('retired-terminates');
      }
      setReason(machine, 'Server.ScheduledStop', 'Stopped due to scheduled retirement', out);
      beginStop(machine, 'stopping', state, out);
      return out.note('retired-stops');
    case 'instance-stop':
      setReason(machine, 'Server.ScheduledStop', 'Stopped due to scheduled stop', out);
      beginStop(machine, 'stopping', state, out);
      return out.note('scheduled-stop');
    case 'instance-reboot':
    case 'system-reboot':
      out.set(machine.subject, 'instanceStatus', 'initializing');
      out.set(machine.subject, 'guest', 'booting');
      if (code === 'system-reboot') out.set(machine.subject, 'systemStatus', 'initializing');
      next('instance-rebooted', 'reboot', machine, state, out);
      return out.note('scheduled-reboot', code);
    case 'system-maintenance':
      out.set(machine.subject, 'systemStatus', 'failed');
      next('maintenance-over', 'maintenance', machine, state, out);
      return out.note('maintenance-begins');
  }
}
