/** The turns of an instance's life, one function each; the handlers decide when. */
import type { EventType } from '../kernel/event-types';
import type { Now, Out } from '../kernel/simulation';
import { giveAddresses, releaseOnStop, releaseOnTermination } from './addresses';
import { durationMs, type Step } from './durations';
import { refusalAtLaunch } from './launch/at-launch';
import {
  isRestart,
  type LifecycleFields,
  type LifecycleWorld,
  type Machine,
  type MachineInterface,
} from './machine';
import type { Refusal } from './refusal';

export type State = Now<LifecycleFields>;
export type Writer = Out<LifecycleFields>;
export type Act = (machine: Machine, state: State, out: Writer) => void;

export function launch(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  const refusal =
    refusalAtLaunch(world, 'launch', machine, state) ??
    interfaceInUse(machine, state.cells) ??
    findHost(world, machine, state, out);
  if (refusal) {
    notLaunched(machine, state.cells, out);
    setReason(machine, refusal.code ?? '', refusal.message, out);
    return out.note('launch-refused', refusal);
  }
  beginPending(machine, state, out);
  out.set(machine.subject, 'stateReason', null);
  out.set(machine.subject, 'stateMessage', null);
  out.set(machine.subject, 'billing', false);
  giveAddresses(machine, state.cells, out);
  next('instance-running', 'boot', machine, state, out);
  out.note('launched');
}

export function beginPending(machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'pending');
  out.set(machine.subject, 'guest', 'booting');
  if (machine.bootsInSteps) out.set(machine.subject, 'pendingSince', state.now);
}

/** What listens in it is there at once, unless its boot is played step by step. */
export const comeUp = (machine: Machine, out: Writer): void =>
  out.set(machine.subject, 'guest', machine.bootsInSteps ? 'booting' : 'up');

/** It is drawn but not there: interfaces that would come with it are not made, the others lie ready. */
export function notLaunched(machine: Machine, cells: State['cells'], out: Writer): void {
  out.set(machine.subject, 'state', 'not-launched');
  out.set(machine.subject, 'billing', false);
  for (const eni of machine.interfaces) {
    if (isElsewhere(machine, eni, cells)) continue;
    out.set(eni.subject, 'state', eni.deleteOnTermination ? 'not-created' : 'available');
    out.set(eni.subject, 'attachedTo', null);
  }
}

const isElsewhere = (machine: Machine, eni: MachineInterface, cells: State['cells']): boolean => {
  const holder = cells.get(eni.subject, 'attachedTo');
  return holder !== undefined && holder !== null && holder !== machine.resource;
};

/** It is launched with interfaces that exist: nobody else may have them. */
function interfaceInUse(machine: Machine, cells: State['cells']): Refusal | undefined {
  const taken = machine.interfaces.find((eni) => isElsewhere(machine, eni, cells));
  return (
    taken && {
      code: 'InvalidNetworkInterface.InUse',
      message: `Interface: [${taken.id}] in use. Detach it first.`,
    }
  );
}

/** Billing starts the moment it is entered, whether or not the operating system answers. */
export function run(machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'running');
  out.set(machine.subject, 'stateReason', null);
  out.set(machine.subject, 'stateMessage', null);
  out.set(machine.subject, 'billing', true);
  out.set(machine.subject, 'hibernating', false);
  comeUp(machine, out);
  beginChecks(machine, state, out);
  out.note('running');
}

/** Billed while `stopping` only if it hibernates. */
export function beginStop(
  machine: Machine,
  step: 'stopping' | 'hibernating' | 'forceStop',
  state: State,
  out: Writer,
): void {
  const hibernating = step === 'hibernating';
  const { subject } = machine;
  // A system that does not answer the power button is cut off after some minutes.
  const silent = step === 'stopping' && isSilent(state, subject);
  out.set(subject, 'state', 'stopping');
  out.set(subject, 'hibernating', hibernating);
  out.set(subject, 'billing', hibernating);
  endChecks(machine, state, out);
  next('instance-stopped', silent ? 'hardStop' : step, machine, state, out);
}

export function beginTermination(machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'shutting-down');
  out.set(machine.subject, 'billing', false);
  const silent = isSilent(state, machine.subject);
  endChecks(machine, state, out);
  next('instance-terminated', silent ? 'hardStop' : 'shuttingDown', machine, state, out);
}

export const isSilent = (state: State, subject: number): boolean => {
  const guest = state.cells.get(subject, 'guest');
  return guest === 'halted' || guest === 'crashed';
};

export function stopped(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'stopped');
  out.set(machine.subject, 'billing', false);
  out.set(machine.subject, 'guest', null);
  endChecks(machine, state, out);
  leaveHost(world, machine, state, out);
  releaseOnStop(machine, state.cells, out);
  clearAnnouncement(machine, state, out);
  out.set(machine.subject, 'next', undefined);
  out.note(state.cells.get(machine.subject, 'hibernating') === true ? 'hibernated' : 'stopped');
}

export function terminated(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'terminated');
  out.set(machine.subject, 'billing', false);
  out.set(machine.subject, 'hibernating', false);
  out.set(machine.subject, 'guest', null);
  endChecks(machine, state, out);
  leaveHost(world, machine, state, out);
  releaseOnTermination(machine, state.cells, world, out);
  clearAnnouncement(machine, state, out);
  out.set(machine.subject, 'next', undefined);
  out.note('terminated');
}

const NO_HOSTS: readonly string[] = [];

export function findHost(
  world: LifecycleWorld,
  machine: Machine,
  state: State,
  out: Writer,
): Refusal | undefined {
  if (state.cells.get(machine.zone, 'state') === 'impaired')
    return {
      code: 'InsufficientInstanceCapacity',
      message: 'There is no capacity in this Availability Zone while it is out of order.',
    };
  const place = world.hosts.place(machine.subject, {
    failed: state.cells.get(machine.zone, 'failedHosts') ?? NO_HOSTS,
    last: state.cells.get(machine.subject, 'lastHost') ?? null,
    random: state.random,
  });
  if ('refusal' in place) return place.refusal;
  out.set(machine.subject, 'host', place.host);
  return undefined;
}

/** To another host while it stays `running`: recovery, or a reboot that migrates. */
export function moveHost(
  world: LifecycleWorld,
  machine: Machine,
  state: State,
  out: Writer,
): Refusal | undefined {
  world.hosts.release(machine.subject);
  out.set(machine.subject, 'lastHost', state.cells.get(machine.subject, 'host') ?? null);
  return findHost(world, machine, state, out);
}

function leaveHost(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  world.hosts.release(machine.subject);
  out.set(machine.subject, 'lastHost', state.cells.get(machine.subject, 'host') ?? null);
  out.set(machine.subject, 'host', null);
}

/** All checks begin anew: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html */
export function beginChecks(machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'systemStatus', 'initializing');
  out.set(machine.subject, 'instanceStatus', 'initializing');
  if (machine.checksVolumes && state.cells.get(machine.subject, 'ebsStatus') !== 'failed')
    out.set(machine.subject, 'ebsStatus', 'initializing');
  check(machine, state, out);
}

export function check(machine: Machine, state: State, out: Writer): void {
  if (state.cells.get(machine.subject, 'systemStatus') === 'passed')
    next('instance-status-passed', 'instanceStatus', machine, state, out);
  else next('system-status-passed', 'systemStatus', machine, state, out);
}

function endChecks(machine: Machine, state: State, out: Writer): void {
  out.cancel(state.cells.get(machine.subject, 'noticing'));
  out.set(machine.subject, 'noticing', undefined);
  out.set(machine.subject, 'systemStatus', 'not-applicable');
  out.set(machine.subject, 'instanceStatus', 'not-applicable');
  if (machine.checksVolumes) out.set(machine.subject, 'ebsStatus', 'not-applicable');
}

/** A stop and start, or a termination, ends what was announced for the host. */
export function clearAnnouncement(machine: Machine, state: State, out: Writer): void {
  if (!state.cells.get(machine.subject, 'scheduledEvent')) return;
  out.cancel(state.cells.get(machine.subject, 'maintenance'));
  out.set(machine.subject, 'maintenance', undefined);
  out.set(machine.subject, 'scheduledEvent', null);
  out.set(machine.subject, 'scheduledEventAt', null);
}

export function setReason(machine: Machine, code: string, message: string, out: Writer): void {
  out.set(machine.subject, 'stateReason', code);
  out.set(machine.subject, 'stateMessage', message);
}

/** The one next step of an instance; it replaces the one that was waiting. */
export function next(type: EventType, step: Step, machine: Machine, state: State, out: Writer): void {
  out.cancel(state.cells.get(machine.subject, 'next'));
  const delayMs = durationMs(state.random, step, machine.subject);
  out.set(machine.subject, 'next', out.schedule(delayMs, type, machine.subject));
}

/** A launch or start that its host did not live to see. */
export function failLaunch(machine: Machine, state: State, out: Writer): void {
  out.cancel(state.cells.get(machine.subject, 'next'));
  const back = isRestart(state.cells, machine.subject);
  setReason(machine, 'Server.InternalError', 'Internal error on launch', out);
  const type = back ? 'instance-stopped' : 'instance-terminated';
  out.set(machine.subject, 'next', out.schedule(0, type, machine.subject));
}
