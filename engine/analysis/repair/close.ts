/** The edits that stop a path with the least loss besides: other traffic goes on, and no check that holds fails. */
import { applyChanges } from '../../model/change';
import type { Change } from '../../model/change';
import type { PathQuery } from '../../model/path';
import type { CloseEdit, CloseWay, Closing } from '../../model/repair';
import { ok, type Result } from '../../model/result';
import { tracePath } from '../../network/trace';
import { evaluateChecks } from '../checks/checks';
import type { Resource, Scenario, ScenarioView } from '../../catalog/descriptors';
import { Comparison } from '../difference/pairs';
import { compileNetwork, type ScenarioNetwork } from '../../catalog/network-roles';
import { collateralOf, type Collateral } from './collateral';
import { cutsOf, makeCut, type Cut, type PlacedCut } from './cuts';
import { diffLines } from './diff-lines';
import { askedOf, type Asked } from './weigh';

export type ScenarioClosing = Closing<Resource>;

/** At one place so many rules may have to go. */
const MOST_CUTS = 12;

/**
 * @returns the way to stop the path that stops least besides, and the others in that order, all confirmed by a trace;
 * `none` with the reason where there is no such way; a failure for a question that makes no sense.
 */
export function close(view: ScenarioView, query: PathQuery): Result<ScenarioClosing> {
  const network = compileNetwork(view);
  const path = tracePath(network, query);
  if (!path.ok) return path;
  const { verdict } = path.value;
  if (verdict === 'unreachable') return ok({ none: 'It is stopped already: there is nothing to close.' });
  const start: Closed = { view, network, made: [] };
  const asked = askedOf(network, query);
  const holding = new Set(evaluateChecks(view, network).flatMap(({ id, holds }) => (holds ? [id] : [])));
  const ways: { readonly way: CloseWay<Resource>; readonly rank: number }[] = [];
  const broken = new Set<string>();
  const comparison = new Comparison(network);
  for (const placed of distinct(cutsOf(view.document, path.value, query, asked))) {
    const closed = stopAt(start, placed, query, asked);
    if (!closed) continue;
    const after = evaluateChecks(closed.view, closed.network);
    const failing = after.filter(({ id, holds }) => !holds && holding.has(id));
    failing.forEach(({ title }) => broken.add(title));
    if (failing.length > 0) continue;
    const collateral = collateralOf(comparison, network, closed.network, query);
    ways.push({ way: describe(closed, query, collateral), rank: rankOf(placed.cut) });
  }
  ways.sort(
    (a, b) =>
      a.way.alsoStopsCount - b.way.alsoStopsCount ||
      a.way.edits.length - b.way.edits.length ||
      a.rank - b.rank,
  );
  const [best, ...others] = ways.map(({ way }) => way);
  if (best) return ok({ ...best, others });
  if (broken.size > 0)
    return ok({ none: `Every edit that stops it would break what has to hold: ${[...broken].join('; ')}.` });
  if (verdict === 'unknown')
    return ok({
      none: `It can’t be told what lets it pass: ${path.value.notModelled[0] ?? 'the document leaves something open.'}`,
    });
  return ok({ none: 'No rule, route or address of this document lets it pass: nothing can be closed here.' });
}

interface Closed {
  readonly view: ScenarioView;
  readonly network: ScenarioNetwork;
  readonly made: readonly {
    readonly label: string;
    readonly changes: readonly Change<Resource>[];
    readonly before: Scenario;
  }[];
}

/** Cuts at one place until nothing of the path passes there; `null` where that does not stop it. */
function stopAt(start: Closed, first: PlacedCut, query: PathQuery, asked: Asked): Closed | null {
  let closed: Closed | null = start;
  let next: Cut | undefined = first.cut;
  for (let count = 0; count < MOST_CUTS && next; count += 1) {
    closed = afterCut(closed, next);
    if (!closed) return null;
    const path = tracePath(closed.network, query);
    if (!path.ok) return null;
    if (path.value.verdict === 'unreachable') return closed;
    next = cutsOf(closed.view.document, path.value, query, asked).find(
      ({ place }) => place === first.place,
    )?.cut;
  }
  return null;
}

function afterCut({ view, made }: Closed, cut: Cut): Closed | null {
  const changeSet = makeCut(view.document, cut);
  const applied = changeSet && applyChanges(view.document, changeSet.changes);
  if (!changeSet || !applied?.ok) return null;
  const next = { ...view, document: applied.value.document };
  return {
    view: next,
    network: compileNetwork(next),
    made: [...made, { ...changeSet, before: view.document }],
  };
}

const changesOf = ({ made }: Closed): readonly Change<Resource>[] => made.flatMap(({ changes }) => changes);

function distinct(cuts: readonly PlacedCut[]): readonly PlacedCut[] {
  return [...new Map(cuts.map((placed) => [placed.place, placed])).values()];
}

/** Of two ways that stop as much, the rule of a group comes first: it says what is meant. */
const rankOf = ({ type }: Cut): number =>
  type === 'group-rule' ? 0 : type === 'acl-entry' ? 1 : type === 'elastic-ip' ? 2 : 3;

function describe(closed: Closed, query: PathQuery, { words, count }: Collateral): CloseWay<Resource> {
  const edits: CloseEdit<Resource>[] = closed.made.map(({ label, changes, before }, index) => ({
    label,
    changes,
    lines: diffLines(before, closed.made[index + 1]?.before ?? closed.view.document, changes),
  }));
  const [only] = edits;
  const label = edits.length === 1 && only ? only.label : `Close the path from ${query.from} to ${query.to}`;
  const besides =
    count === 0
      ? 'Nothing else stops.'
      : `${count === 1 ? 'One other pair of ends loses' : `${count} other pairs of ends lose`} traffic too.`;
  return {
    changeSet: { label, changes: changesOf(closed) },
    edits,
    verified: true,
    alsoStops: words,
    alsoStopsCount: count,
    summary: `${edits.length === 1 ? 'One edit stops it' : `${edits.length} edits stop it`}. ${besides}`,
  };
}
