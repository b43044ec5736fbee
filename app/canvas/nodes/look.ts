/** What every node asks of the stores, as values that stay equal unless something it shows changed. */
import { useShallow } from 'zustand/react/shallow';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { PlaceId, PlaceKey, ResourceId, Severity } from '../../../engine';
import { useRun, useView } from '../../state/hooks';
import { problemsStore } from '../../state/problems-store';
import { cardStateOf, countChecks, shownStateOf } from '../../state/shown-state';
import { viewStore } from '../../state/view-store';
import { useDrawing } from '../drawing';
import { useSaidOf } from './by-key';
import { idsInside, problemsAmong, type ProblemsInside } from './problems-inside';

let selectionSet: { readonly list: readonly ResourceId[]; readonly ids: ReadonlySet<ResourceId> } = {
  list: [],
  ids: new Set(),
};

/** Hundreds of nodes ask; the set is made once per selection. */
export function isSelected(id: ResourceId): boolean {
  const { selection } = viewStore.getState();
  if (selectionSet.list !== selection) selectionSet = { list: selection, ids: new Set(selection) };
  return selectionSet.ids.has(id);
}

export const useSelected = (id: ResourceId): boolean => useView(() => isSelected(id));

export type Lit = 'legal' | 'over' | 'offers' | 'refused' | undefined;

/** How a place shows while something is in hand. */
export const useLit = (place: PlaceId): Lit =>
  useSaidOf(place, ({ over, places }): Lit => {
    if (over?.place === place) return over.legal ? 'over' : over.offers ? 'offers' : 'refused';
    return places?.[place]?.legal ? 'legal' : undefined;
  });

export interface Mark {
  readonly severity: Severity;
  readonly message: string;
  readonly more: number;
}

/** The worst problem of a thing. */
export const useMark = (id: ResourceId): Mark | null => {
  const { severity, message, more } = useStore(
    problemsStore,
    useShallow(({ bySubject }) => {
      const all = bySubject.get(id);
      return { severity: all?.[0]?.severity, message: all?.[0]?.message, more: (all?.length ?? 1) - 1 };
    }),
  );
  return severity === undefined || message === undefined ? null : { severity, message, more };
};

/** What is wrong with what stands in a box; mere notes are not counted. */
export function useProblemsInside(box: PlaceKey): ProblemsInside {
  const drawing = useDrawing();
  return useProblemsAmong(useMemo(() => idsInside(drawing, box), [drawing, box]));
}

export const useProblemsAmong = (ids: readonly ResourceId[]): ProblemsInside =>
  useStore(
    problemsStore,
    useShallow(({ bySubject }) => problemsAmong(ids, bySubject)),
  );

export const useTabIndex = (key: string): 0 | -1 => useSaidOf(key, ({ roving }) => (roving === key ? 0 : -1));

export const usePulse = (key: string): number =>
  useSaidOf(key, ({ pulse }) => (pulse?.key === key ? pulse.count : 0));

export interface InstanceLive {
  readonly state: string | undefined;
  readonly why: string | undefined;
  /** Status checks passed, of how many; null where there are none. */
  readonly passed: number | null;
  readonly checks: number;
  /** What AWS has announced; null: nothing. */
  readonly announced: string | null;
  /** `1:32` until Spot takes it. */
  readonly notice: string | null;
  readonly stored: number | null;
}

export const useInstanceLive = (id: ResourceId): InstanceLive =>
  useRun(
    useShallow(({ live, moment }) => {
      const now = live[id];
      const { spotNoticeAt } = now ?? {};
      const checks = now?.state === 'running' ? countChecks(now) : null;
      const left =
        typeof spotNoticeAt === 'number' && moment !== 'design' && shownStateOf(now) === 'running'
          ? Math.max(0, spotNoticeAt - moment)
          : null;
      return {
        state: cardStateOf(now),
        why: now?.stateMessage ?? undefined,
        passed: checks?.passed ?? null,
        checks: checks?.all ?? 0,
        announced: now?.scheduledEvent ?? null,
        notice: left === null ? null : countdown(left),
        stored: now?.instanceStore?.length ?? null,
      };
    }),
  );

export const useHeld = (id: ResourceId): number | null =>
  useRun(({ live }) => live[id]?.data?.length ?? null);

export const useLiveState = (id: ResourceId): string | undefined => useRun(({ live }) => live[id]?.state);

/** `1:32` */
export function countdown(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
