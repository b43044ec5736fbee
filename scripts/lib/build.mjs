/** Is dist/ older than what it is made from? If so, builds it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, ROOT } from './root.mjs';

const SOURCES = [
  'app',
  'engine',
  'workers',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'scripts/lib/content-security-policy.mjs',
];

/** Time of the last change below a path, ms; a folder counts too, because its time moves when a file is deleted. */
function changedAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, changedAt(join(path, name))),
    stat.mtimeMs,
  );
}

export function isBuildStale() {
  const built = changedAt(inRoot('dist', 'index.html'));
  return built === 0 || SOURCES.some((source) => changedAt(inRoot(source)) > built);
}

/** Builds when needed. Ends the process if the build fails. */
export function ensureBuild() {
  if (!isBuildStale()) return;
  console.log('Building …');
  const vite = spawnSync(
    process.execPath,
    [inRoot('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  if (vite.status !== 0) {
    console.error('The build failed; the reason is above.');
    process.exit(vite.status ?? 1);
  }
}
