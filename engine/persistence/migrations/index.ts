/**
 * Lifts older documents to the present version, one number at a time. A migration is frozen once released: it
 * goes up only, is pure, and imports nothing from the present.
 */
import { resourcesAsList } from './0001-resources-as-list';

export interface Migration {
  /** The version that comes out; what goes in is one less. */
  readonly version: number;
  readonly up: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

export const MIGRATIONS: readonly Migration[] = [{ version: 1, up: resourcesAsList }];

/** @param document of a version from 0 to the present one */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  from: number,
): Readonly<Record<string, unknown>> {
  let current = document;
  for (const { version, up } of MIGRATIONS) if (version > from) current = { ...up(current), version };
  return current;
}
