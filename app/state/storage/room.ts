/** How much room the browser gives this page, and whether it promises to keep what is there. */

export interface Room {
  /** Bytes, of everything this page keeps; null where the browser does not say. */
  readonly used: number | null;
  readonly given: number | null;
  /** Whether only the user clears it; null where the browser does not say (plain http, older browsers). */
  readonly persisted: boolean | null;
}

// On plain http in a local network there is no `navigator.storage`, whatever the types say.
const manager = (): StorageManager | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as { storage?: StorageManager }).storage;

export async function roomHere(): Promise<Room> {
  const storage = manager();
  if (!storage) return { used: null, given: null, persisted: null };
  try {
    const [estimate, persisted] = await Promise.all([storage.estimate(), storage.persisted()]);
    return { used: estimate.usage ?? null, given: estimate.quota ?? null, persisted };
  } catch {
    return { used: null, given: null, persisted: null };
  }
}

let isAsked = false;

/** Asks the browser once not to clear what is kept here when the disk fills up: when there is something to keep. */
export function askToPersist(): void {
  if (isAsked) return;
  isAsked = true;
  const storage = manager();
  if (!storage) return;
  // Some browsers ask the user; who said no is not asked with every visit: the browser remembers.
  void storage
    .persisted()
    .then((already) => already || storage.persist())
    .catch(() => false);
}
