/** Reads properties of foreign objects. Whatever is of the wrong type reads as absent: AWS's absent, null, "" and [] all mean none. */
export type Foreign = Readonly<Record<string, unknown>>;

const NOTHING: Foreign = {};

export const isForeign = (value: unknown): value is Foreign =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Keys are AWS's own words, in PascalCase: no prototype has one, so a look at own properties alone would only cost time.
const own = (from: Foreign, key: string): unknown => from[key];

/** A text that is not empty. */
export function text(from: Foreign, key: string): string | undefined {
  const value = own(from, key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number, also one written as text. */
export function integer(from: Foreign, key: string): number | undefined {
  const value = own(from, key);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** A whole number of a range; outside of it reads as absent. */
export function integerIn(from: Foreign, key: string, min: number, max: number): number | undefined {
  const value = integer(from, key);
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

export function flag(from: Foreign, key: string): boolean | undefined {
  const value = own(from, key);
  return typeof value === 'boolean' ? value : undefined;
}

export function object(from: Foreign, key: string): Foreign {
  const value = own(from, key);
  return isForeign(value) ? value : NOTHING;
}

/** The objects of a list; anything else in it is passed over. */
export function objects(from: Foreign, key: string): readonly Foreign[] {
  const value = own(from, key);
  if (!Array.isArray(value)) return [];
  return value.every(isForeign) ? value : value.filter(isForeign);
}

/** The texts of a list that are not empty; anything else in it is passed over. */
export function texts(from: Foreign, key: string): readonly string[] {
  const value = own(from, key);
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && item !== '')
    : [];
}

export const has = (from: Foreign, key: string): boolean => {
  const value = own(from, key);
  return value !== undefined && value !== null;
};

/** One of a closed list, whatever its case: AWS writes `Windows` here and `windows` there. */
export function choice<T extends string>(from: Foreign, key: string, choices: readonly T[]): T | undefined {
  const value = text(from, key)?.toLowerCase();
  return choices.find((candidate) => candidate === value);
}
