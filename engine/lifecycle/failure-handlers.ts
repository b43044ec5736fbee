/**
 * What breaks underneath: a host, a zone; and simplified automatic recovery.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-recover.html
 */
import type { EventType } from '../kernel/event-types';
import type { Handler, Handlers, Now, Out } from '../kernel/simulation';
import { DAY_MS, RECOVERIES_A_DAY } from './durations';
import { beginChecks, comeUp, failLaunch, moveHost, next } from './transitions';
import type { LifecycleFields, LifecycleWorld, Machine } from './machine';

type State = Now<LifecycleFields>;
type Writer = Out<LifecycleFields>;

export function failureHandlers(world: LifecycleWorld): Handlers<LifecycleFields> {
  /** The machines a predicate picks, each told by an event of its own, in the order of their ids. */
  const tell = (type: EventType, out: Writer, concerned: (machine: Machine) => boolean): void => {
    for (const machine of world.machines) if (concerned(machine)) out.schedule(0, type, machine.subject);
  };

  const failHost: Handler<LifecycleFields> = (event, state, out) => {
    const machine = world.machineOf(event.subject);
    const host = machine && state.cells.get(machine.subject, 'host');
    if (!machine || !host) return out.note('no-host');
    const failed = state.cells.get(machine.zone, 'failedHosts') ?? [];
    if (failed.includes(host)) return out.note('host-failed-already', host);
    out.set(machine.zone, 'failedHosts', [...failed, host]);
    // In the order of their ids, which is that of the subjects.
    for (const subject of world.hosts.on(host).toSorted((a, b) => a - b))
      out.schedule(0, 'host-failed', subject);
    out.note('host-fails', host);
  };

  const failZone: Handler<LifecycleFields> = (event, state, out) => {
    if (!world.isZone(event.subject)) return out.note('no-such-zone');
    if (state.cells.get(event.subject, 'state') === 'impaired') return out.note('zone-failed-already');
    out.set(event.subject, 'state', 'impaired');
    for (const gateway of world.gateways)
      if (gateway.zone === event.subject) out.set(gateway.subject, 'state', 'unavailable');
    tell(
      'zone-lost',
      out,
      (machine) => machine.zone === event.subject && Boolean(state.cells.get(machine.subject, 'host')),
    );
    out.note('zone-fails');
  };

  const restoreZone: Handler<LifecycleFields> = (event, state, out) => {
    if (!world.isZone(event.subject)) return out.note('no-such-zone');
    if (state.cells.get(event.subject, 'state') !== 'impaired') return out.note('zone-fine');
    out.set(event.subject, 'state', 'available');
    for (const gateway of world.gateways)
      if (gateway.zone === event.subject) out.set(gateway.subject, 'state', 'available');
    const failed = state.cells.get(event.subject, 'failedHosts') ?? [];
    tell('zone-back', out, ({ subject, zone }) => {
      const host = state.cells.get(subject, 'host');
      return zone === event.subject && Boolean(host) && !failed.includes(host ?? '');
    });
    out.note('zone-returns');
  };

  return {
    'fail-host': [failHost],
    'fail-zone': [failZone],
    'restore-zone': [restoreZone],
    'host-failed': [
      (event, state, out) => {
        const machine = world.machineOf(event.subject);
        if (!machine || !goDown(machine, state, out)) return;
        const tries = (state.cells.get(machine.subject, 'recoveries') ?? []).filter(
          (at) => at > state.now - DAY_MS,
        );
        if (!machine.recoverable) return out.note('host-lost');
        if (tries.length >= RECOVERIES_A_DAY) return out.note('host-lost-again', RECOVERIES_A_DAY);
        out.set(machine.subject, 'recoveries', [...tries, state.now]);
        next('instance-recovered', 'recovery', machine, state, out);
        out.note('host-lost-recovering');
      },
    ],
    'zone-lost': [
      (event, state, out) => {
        const machine = world.machineOf(event.subject);
        if (machine && goDown(machine, state, out)) out.note('zone-lost');
      },
    ],
    'zone-back': [
      (event, state, out) => {
        const machine = world.machineOf(event.subject);
        if (!machine || state.cells.get(machine.subject, 'state') !== 'running') return;
        comeUp(machine, out);
        beginChecks(machine, state, out);
        out.note('zone-back');
      },
    ],
    'instance-recovered': [
      (event, state, out) => {
        const machine = world.machineOf(event.subject);
        if (!machine) return;
        const before = state.cells.get(machine.subject, 'host') ?? null;
        const refusal = moveHost(world, machine, state, out);
        if (refusal) {
          out.set(machine.subject, 'next', undefined);
          return out.note('recovery-failed', refusal.message);
        }
        // To its system it is a reboot.
        comeUp(machine, out);
        beginChecks(machine, state, out);
        out.note('recovered', before);
      },
    ],
    'nat-gateway-available': [
      (event, state, out) => {
        if (state.cells.get(event.subject, 'state') !== 'pending') return;
        out.set(event.subject, 'state', 'available');
        out.note('nat-available');
      },
    ],
  };
}

/** Checks fail at once; what was still starting does not come up. `false` if it is on its way out anyway. */
function goDown(machine: Machine, state: State, out: Writer): boolean {
  const now = state.cells.get(machine.subject, 'state');
  if (now === 'pending') {
    failLaunch(machine, state, out);
    out.note('launch-failed');
    return false;
  }
  if (now !== 'running') return false;
  out.cancel(state.cells.get(machine.subject, 'next'));
  out.set(machine.subject, 'next', undefined);
  out.cancel(state.cells.get(machine.subject, 'noticing'));
  out.set(machine.subject, 'noticing', undefined);
  out.set(machine.subject, 'guest', null);
  out.set(machine.subject, 'systemStatus', 'failed');
  out.set(machine.subject, 'instanceStatus', 'failed');
  return true;
}
