/** The order of ids: `i-2` before `i-10`. */
import type { ResourceId } from '../model/resource';

export interface IdParts {
  readonly id: ResourceId;
  readonly prefix: string;
  readonly number: number;
}

export function idParts(id: ResourceId): IdParts {
  let end = id.length;
  while (end > 0 && isDigit(id.charCodeAt(end - 1))) end -= 1;
  return { id, prefix: id.slice(0, end), number: Number(id.slice(end)) };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export function compareParts(a: IdParts, b: IdParts): number {
  if (a.prefix !== b.prefix) return a.prefix < b.prefix ? -1 : 1;
  return a.number - b.number || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Prefix by code unit, then the number. */
export const compareIds = (a: ResourceId, b: ResourceId): number => compareParts(idParts(a), idParts(b));
