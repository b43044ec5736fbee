/**
 * Lighthouse, run as `npx` finds it: too large to be installed for everybody who builds the page. The version is the
 * newest that runs on Node 20.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BROWSER_ARGUMENTS, ensureBrowser } from '../../scripts/lib/browser.mjs';
import { createStaticServer, listen } from '../../scripts/lib/static-server.mjs';
import type { Row } from '../row';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
/** At least 95 of 100. */
const MAY_LACK = 5;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<
    Record<string, { readonly numericValue?: number; readonly score: number | null }>
  >;
}

/** Served compressed, as a web host does. Desktop has a budget; mobile is for comparison. */
export async function lighthouseRows(folder: string): Promise<readonly Row[]> {
  const server = createStaticServer(folder);
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  try {
    const rows: Row[] = [];
    for (const form of ['desktop', 'mobile'] as const) {
      const report = await run(`http://localhost:${port}/`, form);
      rows.push(...rowsOf(report, form));
    }
    return rows;
  } finally {
    server.close();
  }
}

async function run(address: string, form: 'desktop' | 'mobile'): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const file = join(folder, 'report.json');
  try {
    await promisify(execFile)(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        address,
        '--quiet',
        '--output=json',
        `--output-path=${file}`,
        `--only-categories=${CATEGORIES.join(',')}`,
        `--chrome-flags=${['--headless=new', ...BROWSER_ARGUMENTS].join(' ')}`,
        ...(form === 'desktop' ? ['--preset=desktop'] : []),
      ],
      { env: { ...process.env, CHROME_PATH: ensureBrowser() } },
    );
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf({ categories, audits }: Report, form: 'desktop' | 'mobile'): readonly Row[] {
  return CATEGORIES.map((category): Row => {
    const short = 100 - Math.round((categories[category]?.score ?? 0) * 100);
    return {
      what: `Lighthouse ${form}, ${category}: points short of 100`,
      figure: short,
      unit: 'points',
      ...(form === 'desktop' ? { budget: MAY_LACK } : {}),
      ...(category === 'performance' ? { parts: timesOf(audits) } : { parts: failedOf(audits) }),
    };
  });
}

const TIMES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
] as const;

const timesOf = (audits: Report['audits']): Record<string, number> =>
  Object.fromEntries(TIMES.map((name) => [name, Number((audits[name]?.numericValue ?? 0).toFixed(3))]));

/** Audits that cost points, with their score. */
const failedOf = (audits: Report['audits']): Record<string, number> =>
  Object.fromEntries(
    Object.entries(audits).flatMap(([name, { score }]) =>
      score !== null && score < 0.9 && !(TIMES as readonly string[]).includes(name) ? [[name, score]] : [],
    ),
  );
