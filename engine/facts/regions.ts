/** Regions and their zones, frozen in `data/regions.json`, which dates them. */
import list from './data/regions.json';

export interface RegionFacts {
  readonly code: string;
  /** `US East (N. Virginia)` */
  readonly name: string;
  readonly zones: readonly ZoneFacts[];
}

export interface ZoneFacts {
  /** `us-east-1a`: which letter points at which id differs from account to account; this is one account's mapping. */
  readonly zoneName: string;
  readonly zoneId?: string;
}

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly exampleZoneNames: Readonly<Record<string, string>> | null;
}

const byCode = new Map((list.regions as unknown as readonly Entry[]).map((entry) => [entry.code, entry]));

/** @returns name and zones in letter order; three lettered zones where the list knows none; `undefined` for an unknown region. */
export function regionFacts(code: string): RegionFacts | undefined {
  const entry = byCode.get(code);
  if (!entry) return undefined;
  const known = Object.entries(entry.exampleZoneNames ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const zones: readonly ZoneFacts[] =
    known.length > 0
      ? known.map(([zoneName, zoneId]) => ({ zoneName, zoneId }))
      : ['a', 'b', 'c'].map((letter) => ({ zoneName: `${code}${letter}` }));
  return { code: entry.code, name: entry.name, zones };
}

export const regionCodes = (): readonly string[] => [...byCode.keys()];
