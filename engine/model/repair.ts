/** The edits that open a path, and those that close it: what is offered, shown as a diff and applied as one undo step. */
import type { Change, ChangeSet } from './change';
import type { ResourceBase, ResourceId } from './resource';

/** One thing that an edit changes in a resource, in words. `null`: it was not there, it is not there any more. */
export interface DiffLine {
  readonly resource: ResourceId;
  /** What people call it. */
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface RepairEdit<R extends ResourceBase = ResourceBase> {
  readonly label: string;
  /** To be applied to the document as the edits before it leave it. */
  readonly changes: readonly Change<R>[];
  /** It lets through what was asked for and nothing else. */
  readonly narrow: boolean;
  /** Why this one: what it is narrower than, or what it opens besides. */
  readonly note?: string;
  /** Codes and resources of the blockers it opens. */
  readonly opens: readonly { readonly code: string; readonly resource: ResourceId }[];
  readonly lines: readonly DiffLine[];
}

/** Something to be done during the run, which is no edit of the design. */
export interface RepairAction {
  readonly type: 'start';
  readonly target: ResourceId;
  readonly label: string;
}

export type Repair<R extends ResourceBase = ResourceBase> =
  | {
      /** All edits in one, to be applied and undone together. */
      readonly changeSet: ChangeSet<R>;
      readonly edits: readonly RepairEdit<R>[];
      /** `smallest`: fewer edits don't do; `irreducible`: none of them can be left out, a smaller set was not ruled out. */
      readonly minimal: 'smallest' | 'irreducible';
      /** A trace of the edited document says `reachable`. */
      readonly verified: true;
      /** To be done besides, at the moment that was asked about. */
      readonly actions: readonly RepairAction[];
      /** In words: how many edits, whether fewer would do, and that the narrow ones were taken. */
      readonly summary: string;
    }
  | {
      /** Why there is no repair, in one sentence. */
      readonly none: string;
      /** Code of the blocker that no edit opens. */
      readonly code?: string;
      /** What helps all the same. */
      readonly actions: readonly RepairAction[];
    };

export interface CloseEdit<R extends ResourceBase = ResourceBase> {
  readonly label: string;
  readonly changes: readonly Change<R>[];
  readonly lines: readonly DiffLine[];
}

/** One way to stop a path. */
export interface CloseWay<R extends ResourceBase = ResourceBase> {
  readonly changeSet: ChangeSet<R>;
  readonly edits: readonly CloseEdit<R>[];
  /** A trace of the edited document says `unreachable`. */
  readonly verified: true;
  /** Other traffic that stops too, in words; the first few. */
  readonly alsoStops: readonly string[];
  /** How many pairs of ends lose other traffic. */
  readonly alsoStopsCount: number;
  /** In words: what it does, and what it leaves as it is. */
  readonly summary: string;
}

export type Closing<R extends ResourceBase = ResourceBase> =
  | (CloseWay<R> & {
      /** Other ways, by how much else they stop. */
      readonly others: readonly CloseWay<R>[];
    })
  | { readonly none: string };
