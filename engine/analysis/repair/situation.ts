/** A document as some edits left it, and what a trace says of it. */
import { applyChanges } from '../../model/change';
import type { PathQuery } from '../../model/path';
import type { ResourceId } from '../../model/resource';
import { ok, type Result } from '../../model/result';
import type { Remedy } from '../../network/remedy';
import { tracePath, type TracedPath } from '../../network/trace';
import type { Scenario, ScenarioChangeSet, ScenarioView } from '../../catalog/descriptors';
import { compileNetwork, type ScenarioNetwork } from '../../catalog/network-roles';
import { makeFix } from '../../catalog/remedies';
import { withStarted } from './start';

export interface MadeEdit {
  readonly remedy: Remedy;
  readonly changeSet: ScenarioChangeSet;
  /** The document that the changes are for. */
  readonly before: Scenario;
  readonly opens: readonly { readonly code: string; readonly resource: ResourceId }[];
}

export interface Situation {
  readonly view: ScenarioView;
  readonly network: ScenarioNetwork;
  readonly path: TracedPath;
  readonly edits: readonly MadeEdit[];
  /** Instances that have to be started for the packet to have a chance: no edit of the design does that. */
  readonly started: ReadonlySet<ResourceId>;
}

/** @returns a failure for a question that makes no sense */
export function situate(
  view: ScenarioView,
  query: PathQuery,
  edits: readonly MadeEdit[],
  started: ReadonlySet<ResourceId>,
): Result<Situation> {
  const network = compileNetwork(view);
  const path = tracePath(network, query);
  if (!path.ok) return path;
  const situation: Situation = { view, network, path: path.value, edits, started };
  const running = withStarted(view, network, path.value.blockers, started);
  return running ? situate(running.view, query, edits, running.started) : ok(situation);
}

/** The situation after one more edit; `null` where the document leaves no room for it. */
export function afterEdit(situation: Situation, query: PathQuery, remedy: Remedy): Situation | null {
  const { view, path, edits, started } = situation;
  const changeSet = makeFix(view.document, remedy);
  if (!changeSet || changeSet.changes.length === 0) return null;
  const applied = applyChanges(view.document, changeSet.changes);
  if (!applied.ok) return null;
  const key = keyOf(remedy);
  const opens = path.blockers
    .filter((blocker) => [blocker.remedy, blocker.alternative].some((one) => one && keyOf(one) === key))
    .map(({ code, resource }) => ({ code, resource }));
  const edit: MadeEdit = { remedy, changeSet, before: view.document, opens };
  const next = situate({ ...view, document: applied.value.document }, query, [...edits, edit], started);
  return next.ok ? next.value : null;
}

/** The same remedies, made one after another for a fresh document; `null` where one can't be made any more. */
export function replay(start: Situation, query: PathQuery, remedies: readonly Remedy[]): Situation | null {
  let situation: Situation | null = start;
  for (const remedy of remedies) {
    situation = afterEdit(situation, query, remedy);
    if (!situation) return null;
  }
  return situation;
}

export const works = ({ path }: Situation): boolean => path.verdict === 'reachable';

/** Remedies are plain data, so equal ones have equal texts. */
export const keyOf = (remedy: Remedy): string => JSON.stringify(remedy);
