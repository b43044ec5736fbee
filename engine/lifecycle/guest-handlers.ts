/**
 * What goes wrong inside while EC2 says `running`: a system that halts or crashes, a volume that does not answer. The
 * checks run every minute, so that they notice up to a minute later.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
import type { Handlers } from '../kernel/simulation';
import { decide } from './actions';
import { durationMs } from './durations';
import type { LifecycleFields, LifecycleWorld, Machine } from './machine';
import { isSilent, type State, type Writer } from './transitions';

export function guestHandlers(world: LifecycleWorld): Handlers<LifecycleFields> {
  const goSilent = (call: 'halt' | 'crash') => (event: { subject: number }, state: State, out: Writer) => {
    const machine = world.machineOf(event.subject);
    if (!machine) return out.note('no-such-instance', call);
    const decision = decide(call, machine, state.cells, world.spotRefusal);
    if (decision.verdict === 'refuse') return out.note('refused', { call, ...decision.refusal });
    out.set(machine.subject, 'guest', call === 'halt' ? 'halted' : 'crashed');
    notice(machine, state, out);
    out.note(call === 'halt' ? 'halted' : 'crashed');
  };

  return {
    halt: [goSilent('halt')],
    crash: [goSilent('crash')],
    'fail-volume': [
      (event, state, out) => {
        const user = world.userOfDisk(event.subject, state.cells);
        if (!user || state.cells.get(user.machine.subject, 'state') !== 'running') return;
        // A system waits for its root volume and answers nobody meanwhile.
        if (user.root && !isSilent(state, user.machine.subject))
          out.set(user.machine.subject, 'guest', 'halted');
        notice(user.machine, state, out);
      },
    ],
    'restore-volume': [
      (event, state, out) => {
        const user = world.userOfDisk(event.subject, state.cells);
        if (!user || state.cells.get(user.machine.subject, 'state') !== 'running') return;
        if (user.root && state.cells.get(user.machine.subject, 'guest') === 'halted')
          out.set(user.machine.subject, 'guest', 'up');
        notice(user.machine, state, out);
      },
    ],
    'instance-status-failed': [
      (event, state, out) => {
        const machine = world.machineOf(event.subject);
        if (!machine || state.cells.get(machine.subject, 'state') !== 'running') return;
        out.set(machine.subject, 'noticing', undefined);
        if (state.cells.get(machine.subject, 'systemStatus') === 'failed') return;
        look(world, machine, state, out);
      },
    ],
  };
}

/** The next run of the checks sees it. */
function notice(machine: Machine, state: State, out: Writer): void {
  out.cancel(state.cells.get(machine.subject, 'noticing'));
  const delayMs = durationMs(state.random, 'noticing', machine.subject);
  out.set(machine.subject, 'noticing', out.schedule(delayMs, 'instance-status-failed', machine.subject));
}

function look(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  const { subject } = machine;
  const silent = isSilent(state, subject);
  if (silent) out.set(subject, 'instanceStatus', 'failed');
  else if (state.cells.get(subject, 'instanceStatus') === 'failed')
    out.set(subject, 'instanceStatus', 'passed');
  if (!machine.checksVolumes) return out.note(silent ? 'instance-fails' : 'instance-passed');
  const stalled = world.hasStalledDisk(subject, state.cells);
  out.set(subject, 'ebsStatus', stalled ? 'failed' : 'passed');
  out.note(stalled ? 'ebs-fails' : silent ? 'instance-fails' : 'checks-pass-again');
}
