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
import { ACTION_TYPES } from '../model/document';
import { failureHandlers } from '../lifecycle/failure-handlers';
import { instanceHandlers } from '../lifecycle/instance-handlers';
import type { LifecycleWorld } from '../lifecycle/machine';
import { createPlacement } from '../placement/placement';
import { spotHandlers } from '../spot/handlers';
import { spotRefusal } from '../spot/restrictions';
import { storageHandlers } from '../storage/handlers';
import type { LifecycleRoles } from './lifecycle-roles';
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
  const placement = createPlacement(roles.placements);
  const zones = new Set(roles.zones);
  const world: LifecycleWorld = {
    machines: roles.machines,
    machineOf: roles.machineOf,
    gateways: roles.gateways,
    isZone: (subject) => zones.has(subject),
    hosts: placement,
    spotRefusal: spotRefusalOf(roles),
  };
  const simulation = createSimulation<RunFields>(
    {
      ...options,
      subjects: roles.subjects.ids.length,
      seed: roles.document.seed,
      // The lifecycle first: storage and Spot act on the states it has set.
      handlers: inTurn(
        nextAction(roles),
        instanceHandlers(world),
        failureHandlers(world),
        storageHandlers(roles),
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

/** Every action of the script puts the next one into the queue. */
function nextAction(roles: LifecycleRoles): Handlers<RunFields> {
  const next: Handler<RunFields> = (event, { now }, out) =>
    scheduleAction(roles, event.payload + 1, now, out);
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
