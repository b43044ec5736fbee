/** The document's problems as the engine last found them; asked again after every edit. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ResourceId, ScenarioDiagnostic } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { documentStore } from './document-store';

export interface ProblemsState {
  readonly problems: readonly ScenarioDiagnostic[];
  /** By the thing they are about, worst first. */
  readonly bySubject: ReadonlyMap<ResourceId, readonly ScenarioDiagnostic[]>;
  readonly revision: number;
}

const NONE: readonly ScenarioDiagnostic[] = [];

export const problemsStore = createStore<ProblemsState>(() => ({
  problems: NONE,
  bySubject: new Map(),
  revision: -1,
}));

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Starts asking. Call once. */
export function startProblems(): void {
  let asking = false;
  const askNow = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    try {
      // One question at a time; edits made meanwhile are covered by the next.
      while (problemsStore.getState().revision !== documentStore.getState().revision) {
        const { revision } = documentStore.getState();
        const reply = await ask((engine) => engine.problems());
        if (!reply.ok) {
          problemsStore.setState({ revision });
          continue;
        }
        const problems = [...reply.value].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
        problemsStore.setState({ problems, bySubject: groupBySubject(problems), revision: reply.revision });
        if (reply.revision > documentStore.getState().revision) break;
      }
    } finally {
      asking = false;
    }
  };
  documentStore.subscribe((state, before) => {
    if (state.revision !== before.revision) void askNow();
  });
  void askNow();
}

function groupBySubject(
  problems: readonly ScenarioDiagnostic[],
): ReadonlyMap<ResourceId, readonly ScenarioDiagnostic[]> {
  const groups = new Map<ResourceId, ScenarioDiagnostic[]>();
  for (const problem of problems)
    for (const subject of problem.subjects) {
      const group = groups.get(subject);
      if (group) group.push(problem);
      else groups.set(subject, [problem]);
    }
  return groups;
}

export const useProblems = (): readonly ScenarioDiagnostic[] =>
  useStore(problemsStore, (state) => state.problems);

/** Problems of one thing, worst first. */
export const useProblemsOf = (id: ResourceId): readonly ScenarioDiagnostic[] =>
  useStore(problemsStore, (state) => state.bySubject.get(id) ?? NONE);

/** For a badge: errors and warnings, not mere notes. */
export const useProblemCount = (): number =>
  useStore(problemsStore, (state) => state.problems.filter(({ severity }) => severity !== 'info').length);
