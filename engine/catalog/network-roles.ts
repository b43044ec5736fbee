/** The network of a document, and the questions asked of it. */
import type { PathQuery } from '../model/path';
import { ok, type Result } from '../model/result';
import { linkNetwork } from '../network/compile';
import type { Network } from '../network/network';
import type { NetworkParts } from '../network/parts';
import { tracePath } from '../network/trace';
import type { FoundBlocker } from '../network/walk';
import type { Scenario, ScenarioPath, ScenarioView } from './descriptors';
import { partsOf } from './network-parts';
import { makeFix } from './remedies';

export { parseEndpoint, listEndpoints, type Endpoint } from '../network/endpoints';

/** A network, the document it was compiled from, which fixes are made for, and its parts, which tell it from others. */
export interface ScenarioNetwork extends Network {
  readonly document: Scenario;
  readonly parts: NetworkParts;
}

/**
 * Compiles once per revision and moment; thousands of traces read the result. After an edit only the parts of what it
 * touches are made anew; groups and ACLs that it does not touch stay the same objects.
 */
export function compileNetwork(view: ScenarioView): ScenarioNetwork {
  const parts = partsOf(view);
  return { ...linkNetwork(parts, view.at), document: view.document, parts };
}

/**
 * Traces one question and offers the edit that opens each blocker, where one edit does.
 * @returns a failure for a question that makes no sense: an unknown end, a port for a protocol without ports.
 */
export function trace(network: ScenarioNetwork, query: PathQuery): Result<ScenarioPath> {
  const traced = tracePath(network, query);
  if (!traced.ok) return traced;
  const blockers = traced.value.blockers.map((blocker) => withFixes(network.document, blocker));
  return ok({ ...traced.value, blockers });
}

function withFixes(document: Scenario, found: FoundBlocker): ScenarioPath['blockers'][number] {
  const { remedy, alternative, partial: _partial, place: _place, ...blocker } = found;
  const fix = remedy && makeFix(document, remedy);
  const alternativeFix = alternative && makeFix(document, alternative);
  if (!fix) return alternativeFix ? { ...blocker, fix: alternativeFix } : blocker;
  return alternativeFix ? { ...blocker, fix, alternativeFix } : { ...blocker, fix };
}
