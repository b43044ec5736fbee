/** An instance's way through its states. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
import type { Handler, Handlers } from '../kernel/simulation';
import { decide, type Call } from './actions';
import { renewOnStart } from './addresses';
import { refusalAtLaunch } from './launch/at-launch';
import type { LifecycleFields, LifecycleWorld, Machine } from './machine';
import type { Refusal } from './refusal';
import {
  beginPending,
  beginStop,
  beginTermination,
  check,
  clearAnnouncement,
  comeUp,
  findHost,
  isSilent,
  launch,
  moveHost,
  next,
  run,
  setReason,
  stopped,
  terminated,
  type Act,
  type State,
  type Writer,
} from './transitions';

type OnMachine = (act: Act) => Handler<LifecycleFields>;
type OnCall = (call: Call, act: Act) => Handler<LifecycleFields>;

export function instanceHandlers(world: LifecycleWorld): Handlers<LifecycleFields> {
  const onMachine: OnMachine = (act) => (event, state, out) => {
    const machine = world.machineOf(event.subject);
    if (machine) act(machine, state, out);
  };
  return {
    ...callHandlers(world, callsOf(world)),
    'run-instances': [onMachine((machine, state, out) => launch(world, machine, state, out))],
    'instance-running': [onMachine(run)],
    'system-status-passed': [
      onMachine((machine, state, out) => {
        out.set(machine.subject, 'systemStatus', 'passed');
        if (state.cells.get(machine.subject, 'ebsStatus') === 'initializing')
          out.set(machine.subject, 'ebsStatus', 'passed');
        next('instance-status-passed', 'instanceStatus', machine, state, out);
        out.note('system-passed');
      }),
    ],
    'instance-status-passed': [
      onMachine((machine, state, out) => {
        out.set(machine.subject, 'next', undefined);
        if (isSilent(state, machine.subject)) return;
        out.set(machine.subject, 'instanceStatus', 'passed');
        out.note('instance-passed');
      }),
    ],
    'instance-rebooted': [
      onMachine((machine, state, out) => {
        comeUp(machine, out);
        check(machine, state, out);
        out.note('rebooted');
      }),
    ],
    'instance-stopped': [onMachine((machine, state, out) => stopped(world, machine, state, out))],
    'instance-terminated': [onMachine((machine, state, out) => terminated(world, machine, state, out))],
    'spot-reclaim': [onMachine(reclaim)],
  };
}

/** Each call passes the state × action table first. */
const callsOf =
  (world: LifecycleWorld): OnCall =>
  (call, act) =>
  (event, state, out) => {
    const machine = world.machineOf(event.subject);
    if (!machine) return out.note('no-such-instance', call);
    const decision = decide(call, machine, state.cells, world.spotRefusal);
    if (decision.verdict === 'refuse')
      return out.note('refused', { call, known: decision.known, ...decision.refusal });
    if (decision.verdict === 'no-op')
      return out.note('no-op', { call, known: decision.known, state: decision.state });
    act(machine, state, out);
  };

function callHandlers(world: LifecycleWorld, onCall: OnCall): Handlers<LifecycleFields> {
  return {
    launch: [
      onCall('launch', (machine, _state, out) => {
        out.schedule(0, 'run-instances', machine.subject);
      }),
    ],
    start: [onCall('start', (machine, state, out) => start(world, machine, state, out))],
    stop: [onCall('stop', byUser('stopping'))],
    'force-stop': [onCall('force-stop', byUser('forceStop'))],
    hibernate: [onCall('hibernate', hibernate)],
    reboot: [onCall('reboot', (machine, state, out) => reboot(world, machine, state, out))],
    terminate: [onCall('terminate', terminate)],
    'shut-down': [onCall('shut-down', shutDown)],
  };
}

function start(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  if (state.cells.get(machine.subject, 'rootDetached') === true)
    return out.note('refused', { call: 'start', ...noRoot(machine) });
  const refusal = refusalAtLaunch(world, 'start', machine, state) ?? findHost(world, machine, state, out);
  if (refusal) return out.note('refused', { call: 'start', ...refusal });
  const resumes = state.cells.get(machine.subject, 'hibernating') === true;
  beginPending(machine, state, out);
  renewOnStart(machine, state.cells, world, out);
  next('instance-running', resumes ? 'resume' : 'boot', machine, state, out);
  out.note(resumes ? 'resuming' : 'starting');
}

/** https://docs.aws.amazon.com/ebs/latest/userguide/ebs-detaching-volume.html */
const noRoot = ({ id }: Machine): Refusal => ({
  code: 'IncorrectInstanceState',
  message: `Invalid value '${id}' for instanceId. Instance does not have a volume attached at root.`,
});

const byUser =
  (step: 'stopping' | 'forceStop'): Act =>
  (machine, state, out) => {
    const silent = step === 'stopping' && isSilent(state, machine.subject);
    setReason(machine, 'Client.UserInitiatedShutdown', 'User initiated shutdown', out);
    beginStop(machine, step, state, out);
    out.note(step === 'forceStop' ? 'force-stopping' : silent ? 'stopping-hard' : 'stopping');
  };

/** A system that has halted or crashed can't write its memory down: it is shut down instead. */
function hibernate(machine: Machine, state: State, out: Writer): void {
  if (isSilent(state, machine.subject)) {
    setReason(machine, 'Client.UserInitiatedShutdown', 'User initiated shutdown', out);
    beginStop(machine, 'stopping', state, out);
    return out.note('hibernate-in-vain');
  }
  setReason(machine, 'Client.UserInitiatedHibernate', 'User initiated hibernate', out);
  beginStop(machine, 'hibernating', state, out);
  out.note('hibernating');
}

/**
 * It stays `running` on its host. A system that does not go down is cut off after some minutes. With a system reboot
 * announced, a user's reboot may move it to new hardware:
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/schedevents_actions_reboot.html
 */
function reboot(world: LifecycleWorld, machine: Machine, state: State, out: Writer): void {
  const { subject } = machine;
  if (state.cells.get(subject, 'systemStatus') === 'failed') return out.note('reboot-in-vain');
  const migrates = state.cells.get(subject, 'scheduledEvent') === 'system-reboot';
  const silent = isSilent(state, subject);
  out.cancel(state.cells.get(subject, 'noticing'));
  out.set(subject, 'noticing', undefined);
  out.set(subject, 'instanceStatus', 'initializing');
  out.set(subject, 'guest', 'booting');
  next('instance-rebooted', silent ? 'hardReboot' : 'reboot', machine, state, out);
  if (migrates && !moveHost(world, machine, state, out)) {
    clearAnnouncement(machine, state, out);
    return out.note('reboot-migrates');
  }
  out.note(silent ? 'rebooting-hard' : 'rebooting');
}

function terminate(machine: Machine, state: State, out: Writer): void {
  setReason(machine, 'Client.UserInitiatedShutdown', 'User initiated shutdown', out);
  if (state.cells.get(machine.subject, 'state') === 'stopped')
    out.set(machine.subject, 'next', out.schedule(0, 'instance-terminated', machine.subject));
  else beginTermination(machine, state, out);
  out.note('terminating');
}

/** `shutdown` in the system: stops or terminates, as the instance is set; no protection of the API prevents it. */
function shutDown(machine: Machine, state: State, out: Writer): void {
  setReason(machine, 'Client.InstanceInitiatedShutdown', 'Instance initiated shutdown', out);
  if (machine.shutdownBehavior === 'terminate' || machine.rootDevice === 'instance-store') {
    beginTermination(machine, state, out);
    return out.note('shut-down-terminates');
  }
  beginStop(machine, 'stopping', state, out);
  out.note('shut-down-stops');
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
  beginStop(machine, action === 'hibernate' ? 'hibernating' : 'stopping', state, out);
  out.note(action === 'hibernate' ? 'spot-hibernating' : 'spot-stopping');
}
