/** A file that a command was asked to write. */
import { writeFileSync } from 'node:fs';
import { fail, ok, type Result } from '../engine/model/result';

/** @param option the option that named it, for the message */
export function writeFile(option: string, path: string, text: string): Result<null> {
  try {
    writeFileSync(path, text);
    return ok(null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    return fail(
      'not-allowed',
      `${path} can't be written (${code}); give ${option} a file in a folder that is there.`,
    );
  }
}
