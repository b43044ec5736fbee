/** Are the packages of the lockfile installed? If not, installs them. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inRoot, ROOT } from './root.mjs';

const packagesOf = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/**
 * Compares what npm noted down when it installed with what the lockfile asks for. File times would do for most
 * days, but a checkout of an older commit and back changes them without changing anything else.
 *
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined} wanted `packages` of package-lock.json
 * @param {Record<string, { version?: string }> | undefined} installed `packages` of node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    // Packages for other systems are optional and rightly absent.
    return there ? there.version === entry.version : entry.optional === true;
  });
}

/** Runs `npm ci` when something is missing. Ends the process with npm's status if that fails. */
export function ensurePackages() {
  if (
    isInstalled(
      packagesOf(inRoot('package-lock.json')),
      packagesOf(inRoot('node_modules', '.package-lock.json')),
    )
  )
    return;
  console.log('Installing packages (npm ci) …');
  // --include=dev: with NODE_ENV=production npm would leave out what builds and tests.
  const npm = spawnSync('npm', ['ci', '--include=dev', '--no-fund', '--no-audit'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('The packages could not be installed; npm says why above.');
    process.exit(npm.status ?? 1);
  }
}
