/** Bundles a TypeScript module for Node and loads it; the bundles stay below `.cache/bench`. */
import { pathToFileURL } from 'node:url';
import { ensurePackages } from '../scripts/lib/packages.mjs';
import { inRoot } from '../scripts/lib/root.mjs';

/**
 * @param entry path of the module from the root of the repository
 * @param name of the bundle, without extension
 * @returns what the module exports
 */
export async function loadBundled(entry, name) {
  ensurePackages();
  const { build } = await import('esbuild');
  const outfile = inRoot('.cache/bench', `${name}.mjs`);
  await build({
    entryPoints: [inRoot(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
  });
  return import(pathToFileURL(outfile).href);
}
