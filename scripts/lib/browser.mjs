/** Finds a Chrome or Chromium for the end-to-end tests; installs one when there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inRoot, ROOT } from './root.mjs';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome'];
const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Arguments for every start: nothing calls out on its own, and root (a container) has no sandbox. */
export const BROWSER_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

function candidates() {
  const named = ['PLAYWRIGHT_CHROMIUM', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH', 'CHROME_PATH'].map(
    (name) => process.env[name],
  );
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/google/chrome',
  ];
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const apps = ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    MAC_APPS.map((app) => join(folder, app)),
  );
  return [...named, ...onPath, ...apps, ownBrowser()].filter(Boolean);
}

/** Where Playwright keeps the browser it installs itself. */
function ownBrowser() {
  try {
    return createRequire(import.meta.url)('playwright-core').chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Asking for the version also finds a missing system library and Ubuntu's placeholder for a snap. */
const starts = (path) => existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;

/** @returns {string | undefined} path of a browser that starts */
export function findBrowser() {
  return [...new Set(candidates())].find(starts);
}

const run = (command, args) =>
  spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;

/** @returns {string} path of a browser that starts; ends the process with what to do when there is none to be had */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;

  const playwright = [inRoot('node_modules/@playwright/test/cli.js')];
  const root = process.getuid?.() === 0;
  const apt = root && existsSync('/usr/bin/apt-get');
  const attempts = [
    () => run(process.execPath, [...playwright, 'install', 'chromium']),
    () =>
      apt &&
      existsSync(ownBrowser() ?? '') &&
      run(process.execPath, [...playwright, 'install-deps', 'chromium']),
    () => apt && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']),
  ];
  console.log('No Chrome or Chromium found; installing one for the tests …');
  for (const attempt of attempts) {
    if (!attempt()) continue;
    const installed = findBrowser();
    if (installed) return installed;
  }
  console.error(
    'No browser for the end-to-end tests. Install Chrome or Chromium, or set CHROME_PATH to one, and run npm test again.',
  );
  return process.exit(1);
}
