/**
 * Keeps versions of the open document to go back to: as it was opened, after minutes of editing, before much is deleted,
 * and by hand. What is kept is packed, told apart by a digest, and thinned out with age.
 */
import { emptyScenario, type Scenario, type ScenarioChange } from '../../../../engine';
import type { DocumentShelf } from '../shelf';
import { digestOf, pack } from './pack';
import { thinOut } from './thin-out';
import type { StoredVersion, VersionReason } from './version';

/** Of editing, from one version to the next. */
export const EVERY_MS = 10 * 60_000;
/** One gesture that removes so many, or half of all there is, is worth a version. */
const MANY_REMOVED = 10;
const FEW = 3;

export interface VersionPorts {
  readonly shelf: () => Promise<DocumentShelf>;
  readonly newId: () => string;
  readonly now: () => number;
  /** Runs it when the page has nothing more urgent to do. */
  readonly idle: (run: () => void) => void;
}

export interface VersionKeeper {
  /** Another document stands on the canvas. */
  readonly opened: () => void;
  /** A gesture led from `before` to what is there now. */
  readonly changed: (documentId: string, before: Scenario, changes: readonly ScenarioChange[]) => void;
  /**
   * Keeps a version now. The same text as the version before is not kept twice; a name is given to that one.
   * @throws what the storage throws
   */
  readonly keep: (
    documentId: string,
    document: Scenario,
    reason: VersionReason,
    name?: string,
  ) => Promise<void>;
}

export function createVersionKeeper(ports: VersionPorts): VersionKeeper {
  /** Of the last version of the open document; null before its first edit. */
  let keptAt: number | null = null;
  let queue: Promise<void> = Promise.resolve();

  const keep: VersionKeeper['keep'] = (documentId, document, reason, name) => {
    const at = ports.now();
    const kept = queue.then(() => write(ports, { documentId, document, reason, name, at }));
    // One that could not be written does not keep the next from trying.
    queue = kept.catch(() => {});
    return kept;
  };

  return {
    opened: () => {
      keptAt = null;
    },
    changed: (documentId, before, changes) => {
      const reason = reasonFor(before, changes, keptAt === null ? null : ports.now() - keptAt);
      if (reason === null) return;
      keptAt = ports.now();
      if (isBlank(before)) return;
      // Full storage is told by the document's own saving; a version is not worth a second word.
      ports.idle(() => void keep(documentId, before, reason).catch(() => {}));
    },
    keep,
  };
}

/** @param sinceMs since the last version; null if there was none since the document was opened */
export function reasonFor(
  before: Scenario,
  changes: readonly ScenarioChange[],
  sinceMs: number | null,
): VersionReason | null {
  const removed = changes.filter(({ type }) => type === 'remove').length;
  const half = Object.keys(before.resources).length / 2;
  if (removed >= MANY_REMOVED || (removed >= FEW && removed >= half)) return 'before-deleting';
  if (sinceMs === null) return 'opened';
  return sinceMs >= EVERY_MS ? 'edited' : null;
}

const blankCount = Object.keys(emptyScenario().resources).length;

/** As a new document comes: nobody goes back to that. */
const isBlank = (document: Scenario): boolean => Object.keys(document.resources).length <= blankCount;

interface Wanted {
  readonly documentId: string;
  readonly document: Scenario;
  readonly reason: VersionReason;
  readonly name: string | undefined;
  readonly at: number;
}

async function write(ports: VersionPorts, wanted: Wanted): Promise<void> {
  const { documentId, document, reason, name, at } = wanted;
  const { versions } = await ports.shelf();
  const text = JSON.stringify(document);
  const digest = digestOf(text);
  const own = await versions.list(documentId);
  const latest = own.reduce<StoredVersion | undefined>((a, b) => (a && a.at >= b.at ? a : b), undefined);
  if (latest?.digest === digest) {
    if (name !== undefined) await versions.rename(latest.id, name);
    return;
  }
  const data = await pack(text);
  const version: StoredVersion = {
    id: ports.newId(),
    documentId,
    at,
    reason,
    ...(name === undefined ? {} : { name }),
    title: document.title,
    count: Object.keys(document.resources).length,
    bytes: data.bytes.length,
    digest,
  };
  await versions.add(version, data);
  const tooMany = thinOut(await versions.list(), at);
  if (tooMany.length > 0) await versions.remove(tooMany);
}
