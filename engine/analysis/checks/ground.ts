/** What all checks of one moment share: networks, with and without what a check leaves out of account, and their sets. */
import type { LiveFields } from '../../model/live';
import type { Check } from '../../model/document';
import type { ResourceId } from '../../model/resource';
import { classesOf } from '../../network/symbolic/classes-of-interfaces';
import type { Ground } from '../../network/symbolic/ground';
import type { Scenario, ScenarioView } from '../../catalog/descriptors';
import { allOf } from '../../catalog/lookup';
import { compileNetwork, type ScenarioNetwork } from '../../catalog/network-roles';
import { groundOf } from '../grounds';

/** One way to look at the document. */
export interface CheckGround {
  readonly network: ScenarioNetwork;
  readonly sets: (family: 4 | 6) => Ground;
  /** Machines count as listening, whatever their services say. */
  readonly ignoresServices: boolean;
  /** What an interface has in common with those that fare alike. */
  readonly likeness: (id: ResourceId) => string;
}

export class CheckGrounds {
  readonly #view: ScenarioView;
  readonly #known = new Map<string, CheckGround>();

  /** @param network compiled from the view, if there is one already */
  constructor(view: ScenarioView, network: ScenarioNetwork = compileNetwork(view)) {
    this.#view = view;
    this.#known.set('', checkGround(network, network, false));
  }

  for({ ignoring = [] }: Pick<Check, 'ignoring'>): CheckGround {
    const services = ignoring.includes('services');
    const states = ignoring.includes('states') && this.#view.at !== 'design';
    const key = `${states ? 'states' : ''}${services ? ' services' : ''}`;
    const known = this.#known.get(key);
    if (known) return known;
    const view = states ? asRunning(this.#view) : this.#view;
    const network = compileNetwork(view);
    const open = services ? compileNetwork({ ...view, document: withoutServices(view.document) }) : network;
    const ground = checkGround(network, open, services);
    this.#known.set(key, ground);
    return ground;
  }
}

function checkGround(network: ScenarioNetwork, open: ScenarioNetwork, ignoresServices: boolean): CheckGround {
  const sets = (family: 4 | 6): Ground => groundOf(open, family);
  const classes = new Map<4 | 6, ReadonlyMap<ResourceId, number>>();
  const classIn = (family: 4 | 6): ReadonlyMap<ResourceId, number> => {
    const known = classes.get(family);
    if (known) return known;
    const map = new Map<ResourceId, number>();
    for (const { id, interfaces } of classesOf(sets(family)))
      for (const one of interfaces) map.set(one.id, id);
    classes.set(family, map);
    return map;
  };
  const likeness = (id: ResourceId): string => `${classIn(4).get(id) ?? ''},${classIn(6).get(id) ?? ''}`;
  return { network, sets, ignoresServices, likeness };
}

const GONE: readonly string[] = ['terminated', 'shutting-down', 'not-launched'];

function asRunning(view: ScenarioView): ScenarioView {
  const live: Record<string, LiveFields> = { ...view.live };
  for (const { id } of allOf(view.document, 'instance')) {
    const known = live[id];
    if (known?.state !== undefined && GONE.includes(known.state)) continue;
    live[id] = { ...known, state: 'running', systemStatus: 'passed', instanceStatus: 'passed' };
  }
  return { ...view, live };
}

/** A machine that names no services takes whatever comes. */
function withoutServices(document: Scenario): Scenario {
  const resources = { ...document.resources };
  for (const machine of allOf(document, 'instance')) {
    if (machine.services === undefined) continue;
    const { services: _services, ...silent } = machine;
    resources[machine.id] = silent;
  }
  return { ...document, resources };
}
