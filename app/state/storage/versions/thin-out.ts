/** Which versions are let go: the older, the fewer. What somebody kept by hand stays until they delete it. */
import { isByHand, type StoredVersion } from './version';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Up to what age one version is kept in how long a time. */
const STEPS = [
  { upToMs: HOUR_MS, everyMs: 0 },
  { upToMs: DAY_MS, everyMs: HOUR_MS },
  { upToMs: 30 * DAY_MS, everyMs: DAY_MS },
  { upToMs: Infinity, everyMs: 7 * DAY_MS },
] as const;

export interface VersionCaps {
  /** Versions of one document, those kept by hand not counted. */
  readonly perDocument: number;
  /** Of all documents together, those kept by hand counted. */
  readonly bytes: number;
}

export const VERSION_CAPS: VersionCaps = { perDocument: 40, bytes: 40_000_000 };

/**
 * @param versions of all documents
 * @returns the ids of those to remove
 */
export function thinOut(
  versions: readonly StoredVersion[],
  now: number,
  caps: VersionCaps = VERSION_CAPS,
): readonly string[] {
  const goes = new Set<string>();
  const byDocument = new Map<string, StoredVersion[]>();
  for (const version of versions)
    if (!isByHand(version))
      byDocument.set(version.documentId, [...(byDocument.get(version.documentId) ?? []), version]);
  for (const own of byDocument.values()) {
    own.sort((a, b) => b.at - a.at);
    const taken = new Set<string>();
    let stays = 0;
    for (const version of own) {
      const slot = slotOf(version, now);
      if (taken.has(slot) || stays >= caps.perDocument) goes.add(version.id);
      else {
        taken.add(slot);
        stays += 1;
      }
    }
  }
  let bytes = versions.reduce((sum, version) => sum + (goes.has(version.id) ? 0 : version.bytes), 0);
  const oldestFirst = [...byDocument.values()].flat().sort((a, b) => a.at - b.at);
  for (const version of oldestFirst) {
    if (bytes <= caps.bytes) break;
    if (goes.has(version.id)) continue;
    goes.add(version.id);
    bytes -= version.bytes;
  }
  return [...goes];
}

/** Two versions in one slot are one too many; of each slot the latest stays. */
function slotOf(version: StoredVersion, now: number): string {
  const step = STEPS.find(({ upToMs }) => now - version.at <= upToMs) ?? STEPS[STEPS.length - 1];
  const everyMs = step?.everyMs ?? 0;
  return everyMs === 0 ? version.id : `${everyMs} ${Math.floor(version.at / everyMs)}`;
}
