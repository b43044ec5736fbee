/** INPUT of a command: files, folders and share links, read and opened by the engine. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isAccountId, isRegionName } from '../engine/interchange/aws/place';
import { openInput, type Opened } from '../engine/interchange/open';
import { isPng, linkInPng } from '../engine/interchange/picture/png';
import { FILE_LIMITS } from '../engine/model/json';
import type { InputFile } from '../engine/model/import';
import { fail, ok, type Result } from '../engine/model/result';

/** Folders nobody means when naming the one around them. */
const PASSED_OVER = new Set(['node_modules', '.git']);

/** @returns the document that the inputs hold; fails for what can't be read or is not what it should be */
export function readInput(inputs: readonly string[]): Result<Opened> {
  if (inputs.length === 0)
    return fail(
      'not-found',
      'INPUT is missing: give a scenario, a share link, or files or folders of AWS output.',
    );
  const files: InputFile[] = [];
  let size = 0;
  for (const input of inputs) {
    if (isLink(input)) {
      files.push({ name: 'the link', text: input });
      continue;
    }
    const paths = pathsOf(input);
    if (!paths.ok) return paths;
    for (const { path, name } of paths.value) {
      const read = readText(path);
      if (!read.ok) return read;
      size += read.value.length;
      // Checked while reading, so that a folder of anything can't fill the memory.
      if (size > FILE_LIMITS.maxLength)
        return fail(
          'too-large',
          `${input}: the files are larger than 256 MB together; that is the most that can be opened.`,
        );
      files.push({ name, text: read.value });
    }
  }
  return openInput(files);
}

const isLink = (input: string): boolean =>
  /^https?:\/\//.test(input) || /^#?\d{1,4}\.\d+\.[0-9a-z]+\.[\w.&=,-]*$/.test(input);

interface NamedPath {
  readonly path: string;
  /** With the folders that may be region codes or accounts. */
  readonly name: string;
}

function pathsOf(input: string): Result<readonly NamedPath[]> {
  let isFolder: boolean;
  try {
    isFolder = statSync(input).isDirectory();
  } catch (error) {
    return unreadable(input, error);
  }
  if (!isFolder) {
    const folders = placesAround(dirname(resolve(input)));
    return ok([{ path: input, name: folders.length > 1 ? join(...folders, basename(input)) : input }]);
  }
  const found: NamedPath[] = [];
  try {
    walk(input, (path) =>
      found.push({ path, name: join(...placesAround(resolve(input)), relative(input, path)) }),
    );
  } catch (error) {
    return unreadable(input, error);
  }
  return found.length > 0
    ? ok(found)
    : fail('not-found', `The folder ${input} holds no .json file; expected: AWS output or a scenario.`);
}

/** A folder's own name, with the folders above it as long as they are named after regions or accounts. */
function placesAround(folder: string): readonly string[] {
  const names = folder.split(/[/\\]/);
  let first = names.length - 1;
  while (first > 0 && isPlace(names[first] ?? '')) first -= 1;
  return names.slice(first);
}

const isPlace = (name: string): boolean => name === 'accounts' || isRegionName(name) || isAccountId(name);

/** In the order of names, so that "the same thing twice, last wins" does not depend on the disk. */
function walk(folder: string, visit: (path: string) => void): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!PASSED_OVER.has(entry.name)) walk(path, visit);
    } else if (entry.isFile() && entry.name.toLowerCase().endsWith('.json')) visit(path);
  }
}

/** @returns a file's text, or standard input's for `-` */
export function readText(path: string): Result<string> {
  try {
    if (path !== '-' && statSync(path).size > FILE_LIMITS.maxLength)
      return fail('too-large', `${path} is larger than 256 MB; that is the most that can be opened.`);
    const bytes = readFileSync(path === '-' ? 0 : path);
    // A picture that the page saved carries the share link of its document.
    return ok((isPng(bytes) && linkInPng(bytes)) || bytes.toString('utf8'));
  } catch (error) {
    return unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): ReturnType<typeof fail> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why =
    code === 'ENOENT'
      ? 'there is no such file or folder'
      : code === 'EACCES' || code === 'EPERM'
        ? 'it may not be read'
        : code === 'EISDIR'
          ? 'it is a folder'
          : `it can't be read (${code || 'unknown reason'})`;
  return fail('not-found', `${path}: ${why}.`, path);
}
