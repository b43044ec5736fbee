/** From what was dropped or chosen to texts: folders walked, caps held before anything is read. */
import type { InputFile } from '../../engine';
import { linkInPng } from '../../engine/late';
import { files as text } from '../strings';
import type { Dropped } from './dropped';

export const MAX_BYTES = 256_000_000;
export const MAX_FILES = 20_000;

export type Reading =
  | { readonly ok: true; readonly files: readonly InputFile[] }
  | { readonly ok: false; readonly message: string };

export interface FoundFile {
  /** With its folders: `us-east-2/Vpcs.json`. */
  readonly name: string;
  readonly file: File;
}

/** What a drop carried, folders walked. */
export const filesOfDrop = (dropped: Dropped): Promise<readonly FoundFile[]> =>
  dropped.entries.length > 0
    ? walk(dropped.entries)
    : Promise.resolve(dropped.files.map((file) => ({ name: file.name, file })));

export const filesOfList = (list: FileList | null): readonly FoundFile[] =>
  Array.from(list ?? [], (file) => ({ name: file.webkitRelativePath || file.name, file }));

async function walk(entries: readonly FileSystemEntry[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  const queue = [...entries];
  // One more than the cap, so that the cap itself is what is complained about.
  while (queue.length > 0 && found.length <= MAX_FILES) {
    const entry = queue.shift();
    if (!entry || entry.name.startsWith('.')) continue;
    if (entry.isDirectory) queue.push(...(await childrenOf(entry as FileSystemDirectoryEntry)));
    else
      found.push({
        name: entry.fullPath.replace(/^\//, ''),
        file: await fileOf(entry as FileSystemFileEntry),
      });
  }
  return found;
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // Chromium gives at most 100 at a time; an empty batch is the end.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

// What cannot be text. Whatever else it is called, the engine looks inside.
const NOT_TEXT =
  /\.(png|jpe?g|gif|webp|svg|ico|pdf|zip|gz|tgz|tar|exe|dll|bin|mp[34]|woff2?|docx?|xlsx?|pptx?)$/i;

/** Reads them as text. Never throws. */
export async function readFiles(found: readonly FoundFile[]): Promise<Reading> {
  const [first] = found;
  // A picture among other files is left out as decoration; alone it may be one of ours, with the document inside.
  if (first && found.length === 1 && PICTURE.test(first.name)) return readPicture(first);
  const names = found.map(({ name }) => name);
  const wanted = found.filter(({ name }) => !NOT_TEXT.test(name) && !/(^|\/)\./.test(name));
  if (wanted.length === 0)
    return { ok: false, message: text.nothingToRead(names.slice(0, 3).join(', ') || '—') };
  if (wanted.length > MAX_FILES) return { ok: false, message: text.tooMany(wanted.length, MAX_FILES) };
  const bytes = wanted.reduce((sum, { file }) => sum + file.size, 0);
  if (bytes > MAX_BYTES) return { ok: false, message: text.tooLarge(bytes, MAX_BYTES) };
  const files: InputFile[] = [];
  for (const { name, file } of wanted) {
    try {
      files.push({ name, text: await file.text() });
    } catch {
      return { ok: false, message: text.unreadable(name) };
    }
  }
  return { ok: true, files };
}

const PICTURE = /\.(png|svg)$/i;

async function readPicture({ name, file }: FoundFile): Promise<Reading> {
  if (file.size > MAX_BYTES) return { ok: false, message: text.tooLarge(file.size, MAX_BYTES) };
  try {
    // What an SVG holds is the engine's to find: it is text.
    if (/\.svg$/i.test(name)) return { ok: true, files: [{ name, text: await file.text() }] };
    const link = linkInPng(new Uint8Array(await file.arrayBuffer()));
    return link === null
      ? { ok: false, message: text.plainPicture(name) }
      : { ok: true, files: [{ name, text: link }] };
  } catch {
    return { ok: false, message: text.unreadable(name) };
  }
}
