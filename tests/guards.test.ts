/**
 * Every guard is proven once: a small tree with one violation for each rule is built beside the real configuration, and
 * each tool has to find all of them. A guard that has gone blind turns this test red.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Inside the clone, so that the planted files find node_modules; hidden, so that no other tool looks at them.
const TREE = resolve('.cache', `guards-${process.pid}`);

const CONFIGURATION = [
  'eslint.config.js',
  '.dependency-cruiser.mjs',
  '.dependency-cruiser.page.mjs',
  'package.json',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.lint.json',
  'app/tsconfig.json',
  'engine/tsconfig.json',
  'workers/tsconfig.json',
  'workers/tsconfig.contract.json',
];

/** Path → source. The comment of each says what is wrong with it. */
const PLANTED: Readonly<Record<string, string>> = {
  // A tree that keeps every rule …
  'engine/model/result.ts': 'export interface Result { readonly ok: boolean }\n',
  'engine/persistence/schema.ts': "import * as zod from 'zod';\nexport const schema = zod;\n",
  'engine/network/trace.ts':
    "import type { Result } from '../model/result';\nexport const trace = (): Result => ({ ok: true });\n",
  'engine/catalog/vpc/kind.ts': "export const vpc = 'vpc';\n",
  'engine/catalog/behaviours.ts': "import { vpc } from './vpc/kind';\nexport const behaviours = [vpc];\n",
  'engine/session.ts':
    "import { behaviours } from './catalog/behaviours';\nimport { trace } from './network/trace';\nexport const session = { behaviours, trace };\n",
  'engine/index.ts': "export { vpc } from './catalog/vpc/kind';\n",
  'workers/contract.ts': 'export interface Contract { ask(): Promise<number> }\nexport const LIMIT = 1;\n',
  'workers/simulation.worker.ts':
    "import { session } from '../engine/session';\nexport const worker = session;\n",
  'app/engine-client/client.ts':
    "import url from '../../workers/simulation.worker.ts?worker&url';\nimport * as Comlink from 'comlink';\nexport const client = (): unknown => Comlink.wrap(new Worker(url));\n",
  'app/main.ts':
    "import { client } from './engine-client/client';\nimport { vpc } from '../engine';\nclient();\nexport const shown = vpc;\n",

  // … and one file for each way to break one.
  'engine/model/leans-right.ts': "import { trace } from '../network/trace';\nexport const wrong = trace;\n",
  'engine/storage/other-domain.ts':
    "import { trace } from '../network/trace';\nexport const wrong = trace;\n",
  'engine/spot/knows-kinds.ts': "import { vpc } from '../catalog/vpc/kind';\nexport const wrong = vpc;\n",
  'engine/catalog/subnet/kind.ts': "import { vpc } from '../vpc/kind';\nexport const wrong = vpc;\n",
  'engine/catalog/zone/kind.ts':
    "import { makeLink } from '../../share/link';\nexport const wrong = makeLink;\n",
  'engine/share/link.ts':
    "import { session } from '../session';\nexport const makeLink = (): unknown => session;\n",
  'engine/network/reads-files.ts':
    "import { readFileSync } from 'node:fs';\nexport const wrong = readFileSync;\n",
  'engine/network/reads-page.ts':
    "import type { Shown } from '../../app/panel/shown';\nexport type Wrong = Shown;\n",
  'engine/model/ring-a.ts': "import { b } from './ring-b';\nexport const a = (): unknown => b;\n",
  'engine/model/ring-b.ts': "import { a } from './ring-a';\nexport const b = (): unknown => a;\n",
  'engine/model/alone.ts': 'export const alone = 1;\n',
  'engine/model/lost.ts': "import { nowhere } from './nowhere';\nexport const wrong = nowhere;\n",
  'engine/model/tested.test.ts': 'export const sample = 1;\n',
  'engine/model/needs-test.ts': "import { sample } from './tested.test';\nexport const wrong = sample;\n",
  'app/panel/shown.ts': 'export interface Shown { readonly shown: boolean }\n',
  'app/panel/past-the-door.ts':
    "import { trace } from '../../engine/network/trace';\nexport const wrong = trace;\n",
  'app/panel/far-chain.ts': "import { next } from './chain-end';\nexport const wrong = next;\n",
  'app/panel/chain-end.ts':
    "import { behaviours } from '../../engine/catalog/behaviours';\nexport const next = behaviours;\n",
  'app/panel/reads-schema.ts':
    "import { schema } from '../../engine/persistence/schema';\nexport const wrong = schema;\n",
  'app/panel/contract-value.ts':
    "import { LIMIT } from '../../workers/contract';\nexport const wrong = LIMIT;\n",
  'app/panel/own-worker.ts':
    "import url from '../../workers/simulation.worker.ts?worker&url';\nexport const wrong = url;\n",
  'app/panel/own-comlink.ts': "import * as Comlink from 'comlink';\nexport const wrong = Comlink;\n",
  'app/panel/test-package.ts': "import * as check from 'fast-check';\nexport const wrong = check;\n",
  'app/paths/list.ts': 'export const list = 1;\n',
  'app/inspector/borrows.ts': "import { list } from '../paths/list';\nexport const wrong = list;\n",
  'workers/knows-page.ts': "import { list } from '../app/paths/list';\nexport const wrong = list;\n",
  'cli/knows-worker.ts':
    "import { worker } from '../workers/simulation.worker';\nexport const wrong = worker;\n",

  'engine/kernel/clock.ts': 'export const wrong = Date.now();\n',
  'engine/kernel/date.ts': 'export const wrong = new Date();\n',
  'engine/kernel/chance.ts': 'export const wrong = Math.random();\n',
  'engine/kernel/logarithm.ts': 'export const wrong = Math.log(2);\n',
  'engine/kernel/destructured.ts': 'const { exp } = Math;\nexport const wrong = exp(1);\n',
  'engine/kernel/power.ts': 'export const wrong = (x: number): number => x ** 0.5;\n',
  'engine/kernel/language.ts': "export const wrong = 'a'.localeCompare('b');\n",
  'engine/kernel/intl.ts': 'export const wrong = new Intl.NumberFormat();\n',
  'engine/kernel/environment.ts': 'export const wrong: unknown = globalThis;\n',
  'engine/kernel/any.ts': 'export const wrong = (x: any): unknown => x;\n',
  'engine/kernel/ignored.ts': '// @ts-ignore\nexport const wrong: number = "";\n',
  'engine/kernel/type-import.ts': "import { Result } from '../model/result';\nexport type Wrong = Result;\n",
  'engine/kernel/unfinished.ts':
    "export function wrong(state: 'on' | 'off'): number {\n  switch (state) {\n    case 'on':\n      return 1;\n  }\n  return 0;\n}\n",
  'app/panel/forgotten.ts':
    "import type { Contract } from '../../workers/contract';\nexport const wrong = (engine: Contract): void => {\n  engine.ask();\n};\n",
  'app/panel/starts-worker.ts': "export const wrong = (): Worker => new Worker('x');\n",
  'app/panel/requests.ts': "export const wrong = (): Promise<unknown> => fetch('x');\n",
  'app/panel/html.tsx':
    "export const Wrong = (): unknown => <p dangerouslySetInnerHTML={{ __html: 'x' }} />;\n",
  'app/panel/hook.tsx':
    "import { useState } from 'react';\nexport function Wrong(props: { on: boolean }): unknown {\n  if (props.on) useState(0);\n  return null;\n}\n",

  'engine/kernel/dom.ts': 'export const wrong = document.title;\n',
  'engine/kernel/timer.ts': 'export const wrong = (): unknown => setTimeout(() => {}, 1);\n',
  'workers/dom.ts': 'export const wrong = document.title;\n',
};

interface Outcome {
  readonly status: number;
  readonly output: string;
}

const run = (program: string, ...options: string[]): Promise<Outcome> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [resolve('node_modules', program), ...options],
      { cwd: TREE, maxBuffer: 2 ** 26 },
      (error, stdout) => done({ status: error ? Number(error.code) : 0, output: stdout }),
    );
  });

beforeAll(() => {
  for (const file of CONFIGURATION) {
    mkdirSync(dirname(join(TREE, file)), { recursive: true });
    copyFileSync(file, join(TREE, file));
  }
  for (const [file, source] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(TREE, file)), { recursive: true });
    writeFileSync(join(TREE, file), source);
  }
});

afterAll(() => rmSync(TREE, { recursive: true, force: true }));

const cruise = async (config: string, folders: readonly string[]): Promise<string[]> => {
  const { output } = await run(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['--config', config, '--output-type', 'json', ...folders],
  );
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
};

describe('import boundaries', () => {
  it('are all watched', async () => {
    const found = await cruise('.dependency-cruiser.mjs', ['app', 'engine', 'workers', 'cli']);
    const expected = [
      'engine-model-first engine/model/leans-right.ts',
      'engine-domains-apart engine/storage/other-domain.ts',
      'engine-domains-apart engine/spot/knows-kinds.ts',
      'kinds-apart engine/catalog/subnet/kind.ts',
      'engine-catalog-before-services engine/catalog/zone/kind.ts',
      'engine-services-before-session engine/share/link.ts',
      'engine-stays-pure engine/network/reads-files.ts',
      'engine-stays-pure engine/network/reads-page.ts',
      'no-cycle engine/model/ring-a.ts',
      'no-orphan engine/model/alone.ts',
      'not-resolvable engine/model/lost.ts',
      'product-not-from-tests engine/model/needs-test.ts',
      'app-through-front-door app/panel/past-the-door.ts',
      'contract-as-types app/panel/contract-value.ts',
      'only-engine-client-starts-workers app/panel/own-worker.ts',
      'only-engine-client-knows-comlink app/panel/own-comlink.ts',
      'packages-declared app/panel/test-package.ts',
      'panels-apart app/inspector/borrows.ts',
      'workers-without-page workers/knows-page.ts',
      'cli-without-page cli/knows-worker.ts',
    ];
    expect(expected.filter((violation) => !found.includes(violation))).toEqual([]);
    const blameless = [
      'app/main.ts',
      'app/engine-client/client.ts',
      'workers/simulation.worker.ts',
      'engine/session.ts',
      'engine/persistence/schema.ts',
    ];
    expect(found.filter((violation) => blameless.includes(violation.split(' ')[1] ?? ''))).toEqual([]);
  });

  it('follow a chain of imports from the page to what belongs to the worker', async () => {
    const found = await cruise('.dependency-cruiser.page.mjs', ['app']);
    expect(found).toContain('page-stays-small app/panel/far-chain.ts');
    expect(found).toContain('page-stays-small app/panel/reads-schema.ts');
    expect(found.filter((violation) => violation.endsWith('app/main.ts'))).toEqual([]);
  });
});

describe('lint', () => {
  it('finds each planted line, and nothing in the good tree', async () => {
    const { output } = await run('eslint/bin/eslint.js', '.', '--format', 'json');
    const reports = JSON.parse(output) as { filePath: string; messages: { ruleId: string | null }[] }[];
    const found = new Map(
      reports.map((report) => [
        report.filePath.slice(TREE.length + 1),
        report.messages.map((message) => message.ruleId ?? 'parse error'),
      ]),
    );
    const expected: Readonly<Record<string, string>> = {
      'engine/kernel/clock.ts': 'no-restricted-globals',
      'engine/kernel/date.ts': 'no-restricted-globals',
      'engine/kernel/chance.ts': 'no-restricted-properties',
      'engine/kernel/logarithm.ts': 'no-restricted-properties',
      'engine/kernel/destructured.ts': 'no-restricted-properties',
      'engine/kernel/power.ts': 'no-restricted-syntax',
      'engine/kernel/language.ts': 'no-restricted-syntax',
      'engine/kernel/intl.ts': 'no-restricted-globals',
      'engine/kernel/environment.ts': 'no-restricted-globals',
      'engine/kernel/timer.ts': 'no-restricted-globals',
      'engine/kernel/any.ts': '@typescript-eslint/no-explicit-any',
      'engine/kernel/ignored.ts': '@typescript-eslint/ban-ts-comment',
      'engine/kernel/type-import.ts': '@typescript-eslint/consistent-type-imports',
      'engine/kernel/unfinished.ts': '@typescript-eslint/switch-exhaustiveness-check',
      'app/panel/forgotten.ts': '@typescript-eslint/no-floating-promises',
      'app/panel/starts-worker.ts': 'no-restricted-globals',
      'app/panel/requests.ts': 'no-restricted-globals',
      'app/panel/html.tsx': 'no-restricted-syntax',
      'app/panel/hook.tsx': 'react-hooks/rules-of-hooks',
    };
    const missed = Object.entries(expected).filter(([file, rule]) => !found.get(file)?.includes(rule));
    expect(
      missed.map(([file, rule]) => `${file}: ${rule}, but ${found.get(file)?.join() || 'nothing'}`),
    ).toEqual([]);
    expect(found.get('engine/network/trace.ts')).toEqual([]);
    expect(found.get('app/main.ts')).toEqual([]);
  });
});

describe('the compiler', () => {
  it('knows no page and no timers in the engine', async () => {
    const { status, output } = await run('typescript/bin/tsc', '-p', 'engine');
    expect(status).not.toBe(0);
    expect(output).toMatch(/engine\/kernel\/dom\.ts.*document/);
    expect(output).toMatch(/engine\/kernel\/timer\.ts.*setTimeout/);
    expect(output).not.toContain('engine/network/trace.ts');
  });

  it('knows no page in the worker', async () => {
    const { output } = await run('typescript/bin/tsc', '-p', 'workers');
    expect(output).toMatch(/workers\/dom\.ts.*document/);
  });
});

describe('what the engine reaches through a package', () => {
  /** Runs source as if it stood in a file. */
  const runAs = (file: string, source: string): unknown =>
    runInThisContext(source, { filename: file }) as unknown;
  const clock = runAs('/clone/node_modules/some-package/clock.js', '(use) => use()') as (
    use: () => unknown,
  ) => unknown;
  const asEngine = (source: string): (() => unknown) => {
    const call = runAs('/clone/engine/network/planted.ts', `(viaPackage) => viaPackage(() => ${source})`);
    return () => (call as (via: typeof clock) => unknown)(clock);
  };

  it.each([
    ['Date.now()', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['performance.now()', 'performance.now'],
    ['Math.random()', 'Math.random'],
    ['Math.log(2)', 'Math.log'],
    ["'a'.localeCompare('b')", 'localeCompare'],
  ])('%s throws', (source, name) => {
    expect(asEngine(source)).toThrow(`${name} was called from the engine`);
  });

  it.each([
    ['clock.ts', 'Date.now'],
    ['logarithm.ts', 'Math.log'],
  ])('%s, a file of the engine as tests load it, throws', async (file, name) => {
    const load = import(/* @vite-ignore */ join(TREE, 'engine/kernel', file));
    await expect(load).rejects.toThrow(`${name} was called from the engine`);
  });

  it('what is exact and needs no clock is left alone, and tests may know the time', () => {
    expect(asEngine('Math.sqrt(4) + new Date(7).getTime()')()).toBe(9);
    expect(Date.now()).toBeGreaterThan(0);
    expect(new Date()).toBeInstanceOf(Date);
    expect(Math.log(1)).toBe(0);
  });
});
