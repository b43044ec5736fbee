/** One pass through a document's time: the kernel with the handlers of all domains, from the start or a snapshot. */
import type { EventType } from '../kernel/event-types';
import { EVENT_TYPES } from '../kernel/event-types';
import {
  createSimulation,
  type Handler,
  type Handlers,
  type Recorder,
  type Simulation,
  type SimulationSnapshot,
} from '../kernel/simulation';
import { ACTION_TYPES, lastTimeOf } from '../model/document';
import { failureHandlers } from '../lifecycle/failure-handlers';
import { guestHandlers } from '../lifecycle/guest-handlers';
import { imageHandlers } from '../lifecycle/image-handlers';
import { maintenanceHandlers } from '../lifecycle/maintenance-handlers';
import { instanceHandlers } from '../lifecycle/instance-handlers';
import type { Announcement, LifecycleCells, LifecycleWorld } from '../lifecycle/machine';
import { addressHandlers } from '../lifecycle/attachments/address-handlers';
import { interfaceHandlers } from '../lifecycle/attachments/interface-handlers';
import { isRootNow } from '../storage/attached-disks';
import { bootHandlers } from '../guest/boot/boot-handlers';
import { enclaveHandlers } from '../guest/enclave/enclave-handlers';
import { withDedicatedHosts } from '../placement/dedicated-hosts';
import { createPlacement } from '../placement/placement';
import { spotHandlers } from '../spot/handlers';
import { spotRefusal } from '../spot/restrictions';
import { storageHandlers } from '../storage/handlers';
import type { LifecycleRoles } from './lifecycle-roles';
import { guestWorldOf } from './boot/guest-world';
import { enclaveWorldOf } from './enclave-world';
import { scheduleAction, setTimeZero, type RunFields } from './time-zero';

export interface PlaybackOptions {
  readonly maxEvents: number;
  readonly record?: Recorder;
  readonly changed?: (subject: number) => void;
}

export function createPlayback(
  roles: LifecycleRoles,
  options: PlaybackOptions,
  from?: SimulationSnapshot,
): Simulation<RunFields> {
  const placement = withDedicatedHosts(
    createPlacement(roles.placements),
    roles.placements,
    roles.dedicatedHosts,
  );
  const zones = new Set(roles.zones);
  const guest = guestWorldOf(roles);
  const world: LifecycleWorld = {
    machines: roles.machines,
    machineOf: roles.machineOf,
    gateways: roles.gateways,
    isZone: (subject) => zones.has(subject),
    interfaceOf: roles.interfaceOf,
    hosts: placement,
    imageOf: roles.imageOf,
    launchRequestOf: roles.launchRequestOf,
    userOfDisk: (disk, cells) => userOfDisk(roles, disk, cells),
    hasStalledDisk: (machine, cells) =>
      roles.disks.some(
        (disk) =>
          cells.get(disk.subject, 'volumeStatus') === 'impaired' &&
          userOfDisk(roles, disk.subject, cells)?.machine.subject === machine,
      ),
    announcement: (action) => announcementOf(roles, action),
    spotRefusal: spotRefusalOf(roles),
  };
  const simulation = createSimulation<RunFields>(
    {
      ...options,
      subjects: roles.subjects.ids.length,
      seed: roles.document.seed,
      things: roles.subjects.ids,
      // The lifecycle first: storage and Spot act on the states it has set.
      handlers: inTurn(
        nextAction(roles),
        instanceHandlers(world),
        guestHandlers(world),
        maintenanceHandlers(world),
        failureHandlers(world),
        imageHandlers(world),
        guest ? bootHandlers(guest) : {},
        enclaveHandlers(enclaveWorldOf(roles)),
        storageHandlers(roles),
        interfaceHandlers(roles),
        addressHandlers(roles),
        spotHandlers(roles),
      ),
    },
    from,
  );
  if (!from) setTimeZero(roles, simulation, placement);
  else
    for (const { subject } of roles.machines) {
      const host = simulation.cells.get(subject, 'host');
      if (host) placement.restore(subject, host);
    }
  return simulation;
}

function userOfDisk(
  roles: LifecycleRoles,
  subject: number,
  cells: LifecycleCells,
): ReturnType<LifecycleWorld['userOfDisk']> {
  const id = cells.get(subject, 'attachedTo');
  const machine = id ? roles.machineOf(roles.subjects.of(id)) : undefined;
  const disk = roles.diskOf(subject);
  return machine && { machine, root: disk !== undefined && isRootNow(disk, cells) };
}

const DAY_MS = 24 * 3600 * 1000;

function announcementOf({ script }: LifecycleRoles, action: number): Announcement | undefined {
  const entry = script[action];
  return entry?.type === 'schedule-event'
    ? { code: entry.code ?? 'instance-retirement', delayMs: entry.delayMs ?? DAY_MS }
    : undefined;
}

/** Every action of the script puts the next one into the queue, and itself if it is repeated. */
function nextAction(roles: LifecycleRoles): Handlers<RunFields> {
  const next: Handler<RunFields> = (event, { now }, out) => {
    const action = roles.script[event.payload];
    if (!action) return;
    if (now === action.at) scheduleAction(roles, event.payload + 1, now, out);
    if (action.every !== undefined && now < lastTimeOf(action))
      out.schedule(action.every, action.type, event.subject, event.payload);
  };
  return Object.fromEntries(ACTION_TYPES.map((type) => [type, [next]]));
}

/** What Spot refuses, asked by the lifecycle's table of actions. */
export const spotRefusalOf =
  (roles: Pick<LifecycleRoles, 'requestOf'>): LifecycleWorld['spotRefusal'] =>
  (action, machine, cells) => {
    const request = roles.requestOf(machine.subject);
    return request && spotRefusal(action, request, cells.get(machine.subject, 'stateReason'));
  };

function inTurn(...domains: readonly Handlers<RunFields>[]): Handlers<RunFields> {
  const all: Partial<Record<EventType, readonly Handler<RunFields>[]>> = {};
  for (const type of EVENT_TYPES) all[type] = domains.flatMap((domain) => domain[type] ?? []);
  return all;
}
