/** The paths of the metadata as a tree of folders, to be browsed and asked for. */
import type { MetadataEntry } from '../../model/inside';
import type { MetadataPath } from './metadata-paths';

/** Folders end in a slash; entries of a folder in the order of their names, as the service lists them. */
export function metadataTree(paths: readonly MetadataPath[]): readonly MetadataEntry[] {
  const folders = new Map<string, MetadataPath[]>();
  const entries: MetadataEntry[] = [];
  for (const [path, text] of paths) {
    const slash = path.indexOf('/');
    if (slash < 0) entries.push({ name: path, value: text });
    else {
      const folder = path.slice(0, slash + 1);
      const list = folders.get(folder) ?? [];
      list.push([path.slice(slash + 1), text]);
      folders.set(folder, list);
    }
  }
  for (const [name, below] of folders) entries.push({ name, entries: metadataTree(below) });
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/**
 * What a GET of a path below `/latest/` brings: a text, or the list of a folder. With or without a slash at the end.
 * @returns `undefined`: nothing is there, 404
 */
export function readMetadata(tree: readonly MetadataEntry[], path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  let here: readonly MetadataEntry[] = tree;
  for (const [index, part] of parts.entries()) {
    const found = here.find(({ name }) => name === part || name === `${part}/`);
    if (!found) return undefined;
    if (found.entries === undefined) return index === parts.length - 1 ? found.value : undefined;
    here = found.entries;
  }
  return parts.at(-1) === 'public-keys' ? keyList(here) : here.map(({ name }) => name).join('\n');
}

/** Keys are listed with their names: `0=my-key`. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html */
const keyList = (keys: readonly MetadataEntry[]): string =>
  keys
    .map(({ name, entries }) => {
      const text = entries?.[0]?.value ?? '';
      return `${name.replace('/', '')}=${text.slice(text.indexOf(') ') + 2)}`;
    })
    .join('\n');
