/** How things are before anything happens: what stands around, what an import saw, and which launches are due. */
import type { LifecycleFields, Machine } from '../lifecycle/machine';
import { giveAddresses, releaseOnStop, releaseOnTermination } from '../lifecycle/addresses';
import { durationMs } from '../lifecycle/durations';
import { notLaunched } from '../lifecycle/transitions';
import type { Out, Simulation } from '../kernel/simulation';
import { begin } from '../storage/handlers';
import type { GuestFields } from '../guest/boot/progress';
import type { SpotFields } from '../spot/request';
import type { LifecycleRoles } from './lifecycle-roles';
import { allOf, get } from './lookup';
import { elasticIpsOf } from './network-interface/lifecycle';
import type { Placement } from '../placement/placement';

export type RunFields = LifecycleFields & SpotFields & GuestFields;

/** Launches come before the actions of the script at the same time. */
const LAUNCH_PRIORITY = -1;

export function setTimeZero(
  roles: LifecycleRoles,
  simulation: Simulation<RunFields>,
  placement: Placement,
): void {
  const { out } = simulation;
  for (const zone of roles.zones) out.set(zone, 'state', 'available');
  setAddresses(roles, simulation);
  for (const disk of roles.disks) {
    if (disk.machine !== undefined) continue;
    out.set(disk.subject, 'state', 'available');
    out.set(disk.subject, 'attachedTo', null);
    out.set(disk.subject, 'data', []);
  }
  for (const machine of roles.machines) {
    if (machine.observed) setObserved(roles, machine, machine.observed, simulation, placement);
    else if (machine.launchedByScript) setAside(roles, machine, simulation);
    else out.schedule(0, 'run-instances', machine.subject, 0, LAUNCH_PRIORITY);
  }
  setGateways(roles, simulation);
  setImages(roles, simulation);
  scheduleAction(roles, 0, 0, out);
}

/**
 * Puts the nth action of the script into the queue. Each action brings the one after it, so that a long script
 * does not fill the queue, and every snapshot of it, from the start.
 */
export function scheduleAction(
  { script, subjects }: LifecycleRoles,
  index: number,
  now: number,
  out: Pick<Out<RunFields>, 'schedule'>,
): void {
  const action = script[index];
  if (action) out.schedule(action.at - now, action.type, subjects.of(action.target), index);
}

function setAddresses({ document, subjects }: LifecycleRoles, { out }: Simulation<RunFields>): void {
  for (const eni of allOf(document, 'network-interface')) {
    if (eni.attachment && get(document, eni.attachment.instanceId)?.kind === 'instance') continue;
    const subject = subjects.of(eni.id);
    const service = eni.interfaceType !== undefined && eni.interfaceType !== 'interface';
    out.set(subject, 'state', service ? 'in-use' : 'available');
    out.set(subject, 'attachedTo', null);
    out.set(subject, 'privateIp', eni.privateIpAddress ?? null);
    const elastic = elasticIpsOf(document, eni).find(
      ({ privateIpAddress }) => (privateIpAddress ?? eni.privateIpAddress) === eni.privateIpAddress,
    );
    out.set(subject, 'publicIp', elastic?.publicIp ?? null);
    out.set(subject, 'publicIpOwner', elastic ? 'elastic' : null);
  }
  for (const address of allOf(document, 'elastic-ip'))
    out.set(subjects.of(address.id), 'attachedTo', address.networkInterfaceId ?? null);
  for (const natGateway of allOf(document, 'nat-gateway')) {
    const subject = subjects.of(natGateway.id);
    out.set(subject, 'privateIp', natGateway.privateIpAddress);
    const elastic = get(document, natGateway.allocationId);
    if (elastic?.kind !== 'elastic-ip') continue;
    out.set(subjects.of(elastic.id), 'attachedTo', natGateway.id);
    out.set(subject, 'publicIp', elastic.publicIp);
    out.set(subject, 'publicIpOwner', 'elastic');
  }
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
function setGateways({ gateways }: LifecycleRoles, simulation: Simulation<RunFields>): void {
  for (const { subject, observed } of gateways) {
    const pending = observed === undefined || observed === 'pending';
    simulation.out.set(subject, 'state', pending ? 'pending' : observed);
    if (!pending) continue;
    const delayMs = durationMs(simulation.random, 'natGateway', subject);
    simulation.out.schedule(delayMs, 'nat-gateway-available', subject);
  }
}

/** What the script makes is not there before, and neither are the snapshots that come with it. */
function setImages({ document, subjects, images }: LifecycleRoles, { out }: Simulation<RunFields>): void {
  for (const snapshot of allOf(document, 'snapshot'))
    out.set(subjects.of(snapshot.id), 'state', document.observed[snapshot.id]?.state ?? 'completed');
  for (const { subject, madeByScript, observed, snapshots } of images) {
    out.set(subject, 'state', madeByScript ? 'not-created' : (observed ?? 'available'));
    out.set(subject, 'deprecated', false);
    if (madeByScript) for (const snapshot of snapshots) out.set(snapshot.subject, 'state', 'not-created');
  }
}

/** Not there until the script launches it. */
function setAside(roles: LifecycleRoles, machine: Machine, { out, cells }: Simulation<RunFields>): void {
  notLaunched(machine, cells, out);
  const store = roles.storeOf(machine.subject);
  if (store) begin(store, cells, out);
}

/** As an import found it; it is not checked again as a launch. */
function setObserved(
  roles: LifecycleRoles,
  machine: Machine,
  state: NonNullable<Machine['observed']>,
  { out, cells, random }: Simulation<RunFields>,
  placement: Placement,
): void {
  const { subject } = machine;
  const store = roles.storeOf(subject);
  out.set(subject, 'state', state);
  out.set(subject, 'stateReason', null);
  out.set(subject, 'stateMessage', null);
  out.set(subject, 'billing', state === 'running');
  const status = state === 'running' ? 'passed' : 'not-applicable';
  out.set(subject, 'guest', state === 'running' ? 'up' : null);
  if (machine.checksVolumes) out.set(subject, 'ebsStatus', status);
  out.set(subject, 'systemStatus', status);
  out.set(subject, 'instanceStatus', status);
  out.set(subject, 'host', null);
  if (state !== 'terminated') giveAddresses(machine, cells, out);
  if (store && state !== 'terminated') begin(store, cells, out);
  const request = roles.requestOf(subject);
  if (state === 'running') {
    // Where the rules of its group leave no room, reality has found some: it just has no host that we could name.
    const placed =
      machine.zone < 0 ? undefined : placement.place(subject, { failed: [], last: null, random });
    if (placed && 'host' in placed) out.set(subject, 'host', placed.host);
    if (request) out.set(subject, 'spotRequest', 'fulfilled');
    return;
  }
  out.set(subject, 'stateReason', 'Client.UserInitiatedShutdown');
  out.set(subject, 'stateMessage', 'User initiated shutdown');
  if (request)
    out.set(
      subject,
      'spotRequest',
      state === 'stopped' ? 'instance-stopped-by-user' : 'instance-terminated-by-user',
    );
  if (state === 'stopped') releaseOnStop(machine, cells, out);
  else releaseOnTermination(machine, cells, roles, out);
}
