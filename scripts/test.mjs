/** `npm test`: installs what is missing, a browser too, and checks everything. */
import './lib/node-version.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { ensureBrowser } from './lib/browser.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { inRoot } from './lib/root.mjs';
import { runSteps } from './lib/steps.mjs';
import { countTests } from './lib/test-counts.mjs';

const tool = (path) => inRoot('node_modules', path);
const reports = { unit: inRoot('.cache/unit.json'), e2e: inRoot('.cache/e2e.json') };

const cruise = (config, ...folders) => [
  tool('dependency-cruiser/bin/dependency-cruise.mjs'),
  ...['--config', config, ...folders],
];

const TSC_PROJECTS = ['engine', 'workers/tsconfig.contract.json', 'workers', 'app', '.'];
const CRUISED = ['app', 'engine', 'workers', 'cli', 'e2e', 'bench'];

const STATIC = ['format', 'lint', 'types', 'boundaries'];
/** @type {import('./lib/steps.mjs').Step[]} */
const STEPS = [
  // The longest first, so that the two that run at a time end together.
  { name: 'lint', commands: [[tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0']] },
  { name: 'types', commands: TSC_PROJECTS.map((project) => [tool('typescript/bin/tsc'), '-p', project]) },
  { name: 'format', commands: [[tool('prettier/bin/prettier.cjs'), '--check', '.']] },
  {
    name: 'boundaries',
    commands: [cruise('.dependency-cruiser.mjs', ...CRUISED), cruise('.dependency-cruiser.page.mjs', 'app')],
  },
  {
    name: 'build',
    commands: [[tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn']],
    after: ['format', 'types'],
  },
  {
    name: 'unit',
    commands: [
      [
        tool('vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${reports.unit}`,
      ],
    ],
    after: STATIC,
  },
  { name: 'e2e', commands: [[tool('@playwright/test/cli.js'), 'test']], after: [...STATIC, 'unit', 'build'] },
];

ensurePackages();
process.env.CHROME_PATH = ensureBrowser();
mkdirSync(inRoot('.cache'), { recursive: true });
for (const report of Object.values(reports)) rmSync(report, { force: true });

const began = Date.now();
const failed = await runSteps(STEPS, 2);
const { passed, failed: broken, skipped, secondTry, ran } = countTests(reports);

console.log(
  `${failed ? `Stopped at ${failed}` : 'All steps passed'} after ${Math.round((Date.now() - began) / 1000)} s.`,
);
if (skipped > 0) console.log(`${skipped} skipped.`);
if (secondTry > 0) console.log(`${secondTry} passed at a second try only.`);
if (ran) console.log(`tests: ${passed} passed, ${broken} failed`);
process.exit(failed ? 1 : 0);
