/** The path now asked about, its answer, and how far the packet has been walked. */
import { createStore } from 'zustand/vanilla';
import type { Hop, PathQuery, ScenarioPath } from '../../engine';

export interface PathState {
  readonly query: PathQuery;
  readonly result: ScenarioPath | null;
  /** One sentence instead of a result: what is wrong with the question. */
  readonly failure: string | null;
  /** Index of the hop the packet stands at, counted over forward then return hops. */
  readonly step: number;
  /** Picking an end on the canvas. */
  readonly picking: 'from' | 'to' | null;
}

export const pathStore = createStore<PathState>(() => ({
  query: { from: '', to: '', protocol: 'tcp', port: 443 },
  result: null,
  failure: null,
  step: 0,
  picking: null,
}));

export interface LadderHop {
  readonly hop: Hop;
  readonly direction: 'forward' | 'return';
}

/** All hops in walking order: forward, then the reply. */
export const ladderOf = (result: ScenarioPath): readonly LadderHop[] => [
  ...result.forward.hops.map((hop) => ({ hop, direction: 'forward' as const })),
  ...result.return.hops.map((hop) => ({ hop, direction: 'return' as const })),
];
