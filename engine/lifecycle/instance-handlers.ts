/** An instance's way through its states. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
import type { EventRow } from '../kernel/event-queue';
import type { EventType } from '../kernel/event-types';
import type { Handler, Handlers, Now, Out } from '../kernel/simulation';
import { decide, type Call } from './actions';
import { giveAddresses, releaseOnStop, releaseOnTermination, renewOnStart } from './addresses';
import { durationMs, type Step } from './durations';
import { isRestart, type LifecycleFields, type LifecycleWorld, type Machine, type Refusal } from './machine';

type State = Now<LifecycleFields>;
type Writer = Out<LifecycleFields>;
type Act = (machine: Machine, state: State, out: Writer) => void;

export function instanceHandlers(world: LifecycleWorld): Handlers<LifecycleFields> {
  const onMachine =
    (act: Act): Handler<LifecycleFields> =>
    (event, state, out) => {
      const machine = world.machineOf(event.subject);
      if (machine) act(machine, state, out);
    };

  /** Each call passes the state × action table first. */
  const onCall =
    (call: Call, act: Act): Handler<LifecycleFields> =>
    (event: Readonly<EventRow>, state, out) => {
      const machine = world.machineOf(event.subject);
      if (!machine) return out.note('no-such-instance', call);
      const decision = decide(call, machine, state.cells, world.spotRefusal);
      if (decision.verdict === 'refuse') return out.note('refused', { call, ...decision.refusal });
      if (decision.verdict === 'no-op') return out.note('no-op', { call, state: decision.state });
      act(machine, state, out);
    };

  const start: Act = (machine, state, out) => {
    const refusal = findHost(world, machine, state, out);
    if (refusal) return out.note('refused', { call: 'start', ...refusal });
    out.set(machine.subject, 'state', 'pending');
    renewOnStart(machine, state.cells, out);
    next('instance-running', 'boot', machine, state, out);
    out.note('starting');
  };

  const reboot: Act = (machine, state, out) => {
    if (state.cells.get(machine.subject, 'systemStatus') === 'failed') return out.note('reboot-in-vain');
    out.set(machine.subject, 'instanceStatus', 'initializing');
    next('instance-rebooted', 'reboot', machine, state, out);
    out.note('rebooting');
  };

  const terminate: Act = (machine, state, out) => {
    setReason(machine, 'Client.UserInitiatedShutdown', 'User initiated shutdown', out);
    if (state.cells.get(machine.subject, 'state') === 'stopped') {
      out.set(machine.subject, 'next', out.schedule(0, 'instance-terminated', machine.subject));
      return out.note('terminating');
    }
    beginTermination(machine, state, out);
    out.note('terminating');
  };

  return {
    'run-instances': [onMachine((machine, state, out) => launch(world, machine, state, out))],
    'instance-running': [onMachine(run)],
    'system-status-passed': [
      onMachine((machine, state, out) => {
        out.set(machine.subject, 'systemStatus', 'passed');
        next('instance-status-passed', 'instanceStatus', machine, state, out);
        out.note('system-passed');
      }),
    ],
    'instance-status-passed': [
      onMachine((machine, _state, out) => {
        out.set(machine.subject, 'instanceStatus', 'passed');
        out.set(machine.subject, 'next', undefined);
        out.note('instance-passed');
      }),
    ],
    start: [onCall('start', start)],
    stop: [
      onCall('stop', (machine, state, out) => {
        setReason(machine, 'Client.UserInitiatedShutdown', 'User initiated shutdown', out);
        beginStop(machine, false, state, out);
        out.note('stopping');
      }),
    ],
    reboot: [onCall('reboot', reboot)],
    terminate: [onCall('terminate', terminate)],
    'instance-rebooted': [
      onMachine((machine, state, out) => {
        check(machine, state, out);
        out.note('rebooted');
      }),
    ],
    'instance-stopped': [onMachine((machine, state, out) => stopped(world, machine, state, out))],
    'instance-terminated': [onMachine((machine, state, out) => terminated(world, machine, state, out))],
    'spot-reclaim': [onMachine(reclaim)],
  };
}

function launch(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  const refusal = machine.requestRefusal ?? findHost(world, machine, state, out);
  if (refusal) {
    out.set(machine.subject, 'state', 'not-launched');
    setReason(machine, refusal.code ?? '', refusal.message, out);
    out.set(machine.subject, 'billing', false);
    for (const eni of machine.interfaces) {
      out.set(eni.subject, 'state', eni.deleteOnTermination ? 'not-created' : 'available');
      out.set(eni.subject, 'attachedTo', null);
    }
    return out.note('launch-refused', refusal);
  }
  out.set(machine.subject, 'state', 'pending');
  out.set(machine.subject, 'stateReason', null);
  out.set(machine.subject, 'stateMessage', null);
  out.set(machine.subject, 'billing', false);
  giveAddresses(machine, out);
  next('instance-running', 'boot', machine, state, out);
  out.note('launched');
}

/** Billing starts the moment it is entered, whether or not the operating system answers. */
function run(machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'running');
  out.set(machine.subject, 'stateReason', null);
  out.set(machine.subject, 'stateMessage', null);
  out.set(machine.subject, 'billing', true);
  out.set(machine.subject, 'hibernating', false);
  beginChecks(machine, state, out);
  out.note('running');
}

/** EC2 takes a Spot Instance back as its request says. */
function reclaim(machine: Machine, state: State, out: Writer): void {
  if (state.cells.get(machine.subject, 'state') !== 'running') return;
  const action = state.cells.get(machine.subject, 'spotAction');
  if (action === 'terminate') {
    setReason(machine, 'Server.SpotInstanceTermination', 'Spot instance termination', out);
    beginTermination(machine, state, out);
    return out.note('spot-terminating');
  }
  setReason(machine, 'Server.SpotInstanceShutdown', 'Spot instance shutdown', out);
  beginStop(machine, action === 'hibernate', state, out);
  out.note(action === 'hibernate' ? 'spot-hibernating' : 'spot-stopping');
}

/** Billed while `stopping` only if it hibernates. */
function beginStop(machine: Machine, hibernating: boolean, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'stopping');
  out.set(machine.subject, 'hibernating', hibernating);
  out.set(machine.subject, 'billing', hibernating);
  endChecks(machine, out);
  next('instance-stopped', hibernating ? 'hibernating' : 'stopping', machine, state, out);
}

function beginTermination(machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'shutting-down');
  out.set(machine.subject, 'billing', false);
  endChecks(machine, out);
  next('instance-terminated', 'shuttingDown', machine, state, out);
}

function stopped(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'stopped');
  out.set(machine.subject, 'billing', false);
  endChecks(machine, out);
  leaveHost(world, machine, state, out);
  releaseOnStop(machine, state.cells, out);
  out.set(machine.subject, 'next', undefined);
  out.note(state.cells.get(machine.subject, 'hibernating') === true ? 'hibernated' : 'stopped');
}

function terminated(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'state', 'terminated');
  out.set(machine.subject, 'billing', false);
  out.set(machine.subject, 'hibernating', false);
  endChecks(machine, out);
  leaveHost(world, machine, state, out);
  releaseOnTermination(machine, state.cells, out);
  out.set(machine.subject, 'next', undefined);
  out.note('terminated');
}

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
  const last = state.cells.get(machine.subject, 'lastHost');
  const failed = state.cells.get(machine.zone, 'failedHosts') ?? [];
  const place = world.hosts.place(machine.subject, {
    avoid: last ? [...failed, last] : failed,
    random: state.random,
  });
  if ('refusal' in place) return place.refusal;
  out.set(machine.subject, 'host', place.host);
  return undefined;
}

function leaveHost(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  world.hosts.release(machine.subject);
  out.set(machine.subject, 'lastHost', state.cells.get(machine.subject, 'host') ?? null);
  out.set(machine.subject, 'host', null);
}

/** Both checks begin anew: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html */
export function beginChecks(machine: Machine, state: State, out: Writer): void {
  out.set(machine.subject, 'systemStatus', 'initializing');
  out.set(machine.subject, 'instanceStatus', 'initializing');
  check(machine, state, out);
}

function check(machine: Machine, state: State, out: Writer): void {
  if (state.cells.get(machine.subject, 'systemStatus') === 'passed')
    next('instance-status-passed', 'instanceStatus', machine, state, out);
  else next('system-status-passed', 'systemStatus', machine, state, out);
}

function endChecks(machine: Machine, out: Writer): void {
  out.set(machine.subject, 'systemStatus', 'not-applicable');
  out.set(machine.subject, 'instanceStatus', 'not-applicable');
}

function setReason(machine: Machine, code: string, message: string, out: Writer): void {
  out.set(machine.subject, 'stateReason', code);
  out.set(machine.subject, 'stateMessage', message);
}

/** The one next step of an instance; it replaces the one that was waiting. */
export function next(type: EventType, step: Step, machine: Machine, state: State, out: Writer): void {
  out.cancel(state.cells.get(machine.subject, 'next'));
  const delayMs = durationMs(state.random, step, machine.resource);
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
