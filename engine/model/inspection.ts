/** Derived facts of one thing, ready to show beside its form. */
import type { ActionOption } from './live';
import type { ResourceId } from './resource';

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** What it means, in a few words. */
  readonly note?: string;
}

export interface FactTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Resource that holds each row, and which row of it. */
  readonly holders?: readonly RowHolder[];
  /** Rows that add up: what stops a packet when no row of these holders matches, e.g. `inbound`. */
  readonly whenNoneMatches?: { readonly resources: readonly ResourceId[]; readonly rule: string };
}

export interface RowHolder {
  readonly resource: ResourceId;
  readonly rule: string;
}

export interface DerivedFacts {
  readonly facts: readonly Fact[];
  /** Rules or routes in effect, explained one by one. */
  readonly tables: readonly FactTable[];
}

export interface Inspection extends DerivedFacts {
  readonly id: ResourceId;
  /** What can be done with it now. */
  readonly actions: readonly ActionOption[];
}
