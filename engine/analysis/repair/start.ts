/** Instances that stand still at the moment asked about: to start one is an action of the run, not an edit. */
import type { LiveFields } from '../../model/live';
import type { ResourceId } from '../../model/resource';
import type { RepairAction } from '../../model/repair';
import type { Host, Network } from '../../network/network';
import type { FoundBlocker } from '../../network/walk';
import type { Scenario, ScenarioView } from '../../catalog/descriptors';
import { labelOf } from '../../catalog/lookup';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
const STARTABLE: readonly string[] = ['stopped', 'stopping', 'pending', 'impaired'];

/** A state in which an instance takes and sends packets, laid over what the run says of it. */
const RUNNING: LiveFields = { state: 'running', systemStatus: 'passed', instanceStatus: 'passed' };

/** The view as if every instance that stands in the way were running; `null` where none does. */
export function withStarted(
  view: ScenarioView,
  network: Network,
  blockers: readonly FoundBlocker[],
  started: ReadonlySet<ResourceId>,
): { readonly view: ScenarioView; readonly started: ReadonlySet<ResourceId> } | null {
  if (view.at === 'design') return null;
  const startable = blockers
    .flatMap((blocker) => hostOf(network, blocker) ?? [])
    .filter(({ id, state }) => STARTABLE.includes(state) && !started.has(id));
  if (startable.length === 0) return null;
  const live: Record<string, LiveFields> = { ...view.live };
  for (const { id } of startable) live[id] = { ...live[id], ...RUNNING };
  return { view: { ...view, live }, started: new Set([...started, ...startable.map(({ id }) => id)]) };
}

/** The instance whose state a blocker is about. */
function hostOf(network: Network, { code, resource, rule }: FoundBlocker): Host | null {
  if (code === 'BAD_STATE') return network.hosts.get(resource) ?? null;
  if (code !== 'BAD_STATE_ROUTE') return null;
  for (const vpc of network.vpcs.values()) {
    const route = vpc.tables
      .find(({ id }) => id === resource)
      ?.routes.find(({ destination, target }) => destination === rule && target.type === 'blackhole');
    if (route?.target.type === 'blackhole')
      return network.hosts.get(route.target.id) ?? network.interfaces.get(route.target.id)?.host ?? null;
  }
  return null;
}

export const actionsOf = (document: Scenario, started: ReadonlySet<ResourceId>): readonly RepairAction[] =>
  [...started].map((target) => ({ type: 'start', target, label: `Start ${labelOf(document, target)}` }));
