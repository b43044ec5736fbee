import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the clone, wherever a script was called from. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An absolute path inside the clone. */
export const inRoot = (...parts) => join(ROOT, ...parts);
