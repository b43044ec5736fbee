/** What has to be loaded before the page can be used: gzip -9, KB of 1,000 bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withPage } from '../browser';
import type { Row } from '../row';

export const needsBuild = true;

const DIST = resolve('dist');

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const packedKb = (file: string): number =>
  gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1000;
const sum = (files: Iterable<string>): number =>
  [...files].reduce((total, file) => total + packedKb(file), 0);
const partsOf = (files: Iterable<string>): Record<string, number> =>
  Object.fromEntries([...files].map((file) => [file, Number(packedKb(file).toFixed(2))]));

/** Entry and everything it imports statically, with the styles of each. */
function followManifest(): { scripts: Set<string>; styles: Set<string> } {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (chunk: Chunk | undefined): void => {
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const name of chunk.imports ?? []) visit(manifest[name]);
  };
  visit(Object.values(manifest).find((chunk) => chunk.isEntry));
  return { scripts, styles };
}

/** Static imports of a built file, followed; the worker is not in the manifest. */
function followImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(join(DIST, file), 'utf8');
  for (const [, target] of source.matchAll(
    /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*${}\s,]+from)?\s*["'](\.[^"']+)["']/g,
  ))
    if (target) followImports(join(dirname(file), target), seen);
  return seen;
}

function workerEntry(): string {
  const file = readdirSync(join(DIST, 'assets')).find((name) => /^simulation\.worker-.*\.js$/.test(name));
  if (!file)
    throw new Error('dist/assets has no simulation.worker-*.js; the worker is not part of the build.');
  return join('assets', file);
}

/** Every script of the page and of the worker that a first visit asks for before it falls silent. */
const requested = (workerFiles: ReadonlySet<string>): Promise<{ page: string[]; worker: string[] }> =>
  withPage(DIST, async (page, origin) => {
    const scripts = new Set<string>();
    page.on('request', (request) => {
      const path = new URL(request.url()).pathname.slice(1);
      if (request.url().startsWith(origin) && path.endsWith('.js')) scripts.add(path);
    });
    await page.goto(origin);
    await page.locator('.react-flow__pane').waitFor();
    await page.waitForLoadState('networkidle');
    return {
      page: [...scripts].filter((file) => !workerFiles.has(file)),
      worker: [...scripts].filter((file) => workerFiles.has(file)),
    };
  });

export async function measure(): Promise<readonly Row[]> {
  const { scripts, styles } = followManifest();
  const worker = followImports(workerEntry());
  // A chunk the worker alone may ask for later is the worker's, too.
  const inManifest = new Set(
    Object.values(
      JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>,
    ).map((chunk) => chunk.file),
  );
  const workerFiles = new Set(
    readdirSync(join(DIST, 'assets'))
      .map((name) => relative(DIST, join(DIST, 'assets', name)))
      .filter((file) => file.endsWith('.js') && !inManifest.has(file)),
  );
  const asked = await requested(workerFiles);
  return [
    {
      what: 'first load: entry and its static imports',
      figure: sum(scripts),
      unit: 'KB',
      budget: 170,
      peer: { name: 'React, React Flow, zustand, Comlink alone', figure: '128 KB' },
      parts: partsOf(scripts),
    },
    {
      what: 'first load: every script the page asks for until it is quiet',
      figure: sum(asked.page),
      unit: 'KB',
      budget: 170,
      parts: partsOf(asked.page),
    },
    { what: 'first load: styles', figure: sum(styles), unit: 'KB', budget: 10, parts: partsOf(styles) },
    {
      what: 'worker: entry and its static imports',
      figure: sum(worker),
      unit: 'KB',
      budget: 60,
      parts: partsOf(worker),
    },
    {
      what: 'worker: every script it asks for on a first visit',
      figure: sum(asked.worker),
      unit: 'KB',
      budget: 60,
      parts: partsOf(asked.worker),
    },
  ];
}
