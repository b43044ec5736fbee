/** Commercial AWS Regions and their zones. Sources and dates: `data/SOURCES.md`. */
import table from './data/regions.json';

export interface RegionFacts {
  readonly code: string;
  readonly name: string;
  /** Must be switched on in the account first. */
  readonly optIn: boolean;
  readonly zoneIds: readonly string[] | null;
  /** One account's letters: zone name to zone id. Other accounts differ. */
  readonly exampleZoneNames: Readonly<Record<string, string>> | null;
}

export const REGIONS: readonly RegionFacts[] = (table as { regions: readonly RegionFacts[] }).regions;

const byCode = new Map(REGIONS.map((region) => [region.code, region]));

export const regionFacts = (code: string): RegionFacts | undefined => byCode.get(code);
