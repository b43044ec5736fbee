/** Problems of what a box holds, for when that is not drawn. */
import {
  contentsOf,
  type Drawing,
  type PlaceKey,
  type ResourceId,
  type ScenarioDiagnostic,
  type Severity,
} from '../../../engine';

export interface ProblemsInside {
  readonly severity: Severity | undefined;
  readonly count: number;
}

/** Everything in a box, and the chips that hang on it. */
export function idsInside(drawing: Drawing, box: PlaceKey): readonly ResourceId[] {
  const ids = new Set<ResourceId>();
  for (const key of contentsOf(drawing, box)) {
    ids.add(key);
    for (const chip of drawing.chips.on.get(key) ?? []) ids.add(chip);
  }
  return [...ids];
}

/** Each problem once, however many of these things it is about. Mere notes are not counted. */
export function problemsAmong(
  ids: readonly ResourceId[],
  bySubject: ReadonlyMap<ResourceId, readonly ScenarioDiagnostic[]>,
): ProblemsInside {
  const found = new Set<ScenarioDiagnostic>();
  for (const id of ids)
    for (const problem of bySubject.get(id) ?? []) if (problem.severity !== 'info') found.add(problem);
  const worst = [...found].some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return { severity: found.size > 0 ? worst : undefined, count: found.size };
}
