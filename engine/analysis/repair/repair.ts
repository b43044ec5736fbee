/** The smallest set of edits that lets a packet pass, as one undo step. */
import { applyChanges } from '../../model/change';
import type { PathQuery } from '../../model/path';
import type { Repair, RepairEdit } from '../../model/repair';
import { ok, type Result } from '../../model/result';
import type { Resource, Scenario, ScenarioView } from '../../catalog/descriptors';
import { compileNetwork, trace } from '../../catalog/network-roles';
import { diffLines } from './diff-lines';
import { findRepair, type Found } from './search';
import { situate, works, type MadeEdit, type Situation } from './situation';
import { actionsOf } from './start';
import { askedOf, weigh, type Asked } from './weigh';

export type ScenarioRepair = Repair<Resource>;

/**
 * @returns the smallest set of edits after which a trace says `reachable`, each by the narrowest rule that does;
 * `none` with the reason where there is no such set; a failure for a question that makes no sense.
 */
export function repair(view: ScenarioView, query: PathQuery): Result<ScenarioRepair> {
  const start = situate(view, query, [], new Set());
  if (!start.ok) return start;
  const situation = start.value;
  const actions = actionsOf(view.document, situation.started);
  const none = (reason: string, code?: string): Result<ScenarioRepair> =>
    ok(code === undefined ? { none: reason, actions } : { none: reason, code, actions });
  if (works(situation))
    return none(
      actions.length > 0
        ? `The design lets it pass; at this moment it takes something else: ${actions.map(({ label }) => label).join(', ')}.`
        : 'It works already: there is nothing to repair.',
    );
  const asked = askedOf(situation.network, query);
  const found = findRepair(situation, query, asked);
  if ('minimal' in found) {
    const described = describe(view, query, found, asked);
    if (described) return ok(described);
  }
  const { path } = situation;
  const left = 'stuck' in found ? found.stuck : null;
  const stuck = left ?? path.blockers.find(({ remedy }) => !remedy) ?? path.blockers[0];
  if (path.verdict === 'unknown')
    return none(
      `It can’t be told what to change: ${path.notModelled[0] ?? 'the document leaves something open'}`,
      path.code,
    );
  return stuck
    ? none(`No edit of this document opens it: ${stuck.message}`, stuck.code)
    : none('No edit of this document opens it.');
}

/** @returns `null` if a trace of the edited document does not confirm it, which never happens unless we are wrong. */
function describe(
  view: ScenarioView,
  query: PathQuery,
  { situation, minimal }: Found,
  asked: Asked,
): ScenarioRepair | null {
  const changes = situation.edits.flatMap(({ changeSet }) => changeSet.changes);
  const applied = applyChanges(view.document, changes);
  if (!applied.ok) return null;
  const confirmed = trace(compileNetwork({ ...situation.view, document: applied.value.document }), query);
  if (!confirmed.ok || confirmed.value.verdict !== 'reachable') return null;
  const edits = situation.edits.map((edit, index) =>
    describeEdit(edit, situation.edits[index + 1]?.before ?? situation.view.document, asked),
  );
  const actions = actionsOf(view.document, situation.started);
  const [only] = edits;
  const label = edits.length === 1 && only ? only.label : `Open the path from ${query.from} to ${query.to}`;
  return {
    changeSet: { label, changes },
    edits,
    minimal,
    verified: true,
    actions,
    summary: summaryOf(
      situation,
      edits,
      minimal,
      actions.map((action) => action.label),
    ),
  };
}

function describeEdit(made: MadeEdit, after: Scenario, asked: Asked): RepairEdit<Resource> {
  const { changeSet, remedy, before, opens } = made;
  const { narrow, note } = weigh(remedy, asked);
  return {
    label: changeSet.label,
    changes: changeSet.changes,
    narrow,
    ...(note === undefined ? {} : { note }),
    opens,
    lines: diffLines(before, after, changeSet.changes),
  };
}

function summaryOf(
  { edits: made }: Situation,
  edits: readonly RepairEdit<Resource>[],
  minimal: Found['minimal'],
  actions: readonly string[],
): string {
  const count = `${edits.length === 1 ? 'One edit' : `${edits.length} edits`} ${edits.length === 1 ? 'opens' : 'open'} it`;
  const least =
    minimal === 'irreducible'
      ? 'none of them can be left out'
      : edits.length === 1
        ? 'none would not do'
        : 'no smaller set does';
  const rules = made.filter(
    ({ remedy }) => remedy.type === 'allow-in-group' || remedy.type === 'allow-in-acl',
  );
  const narrow =
    rules.length > 0 &&
    edits.every((edit) => edit.narrow || !rules.some((one) => one.changeSet.label === edit.label))
      ? ` ${rules.length === 1 ? 'The rule lets' : 'The rules let'} through what was asked for and nothing else.`
      : '';
  const besides = actions.length > 0 ? ` Besides: ${actions.join(', ')}.` : '';
  return `${count}; ${least}.${narrow}${besides}`;
}
