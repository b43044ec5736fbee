/** A long run scrubbed to any second, its memory, and how long it keeps a command waiting while it is computed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { createRun } from '../../engine/catalog/run';
import { createSimulation } from '../../workers/simulation';
import { DAY_MS, DAYS, makeFleet } from '../fleet';
import type { Row } from '../row';
import { medianOf, quantileOf, timeOf } from '../timing';

const CHILD = '--seek';
const INSTANCES = 1000;
const SEEKS = 200;

interface Answer {
  readonly seeks: readonly number[];
  readonly slices: readonly number[];
  readonly heapMb: number;
  readonly outlineLines: number;
}

async function answer(): Promise<Answer> {
  const document = makeFleet({ instances: INSTANCES, daily: true, seed: 1 });
  const run = createRun(document);
  while (run.advance(10_000) === 'more');
  const generator = xorshift128plus(7);
  const seeks = Array.from({ length: SEEKS }, () => {
    const at = uniformInt(generator, 0, DAYS * 24 * 3600) * 1000;
    return timeOf(() => run.momentAt(Math.min(at, DAYS * DAY_MS)));
  });
  (globalThis as { gc?: () => void }).gc?.();
  const heapMb = process.memoryUsage().heapUsed / 1e6 + process.memoryUsage().arrayBuffers / 1e6;

  const slices: number[] = [];
  let since = performance.now();
  const simulation = createSimulation({
    nowMs: () => performance.now(),
    yieldToMessages: async () => {
      slices.push(performance.now() - since);
      await new Promise<void>((resolve) => setImmediate(resolve));
      since = performance.now();
    },
  });
  await simulation.load(document, 1);
  since = performance.now();
  const reply = await simulation.run();
  // The first slice holds what a run begins with: the modules loaded and the document translated.
  return { seeks, slices: slices.slice(1), heapMb, outlineLines: reply.ok ? reply.value.events.length : 0 };
}

export function measure(): Promise<readonly Row[]> {
  const file = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, ['--expose-gc', file, CHILD], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr.trim().split('\n').slice(-3).join(' '));
  const { seeks, slices, heapMb, outlineLines } = JSON.parse(child.stdout) as Answer;
  const what = `30 days of ${INSTANCES.toLocaleString('en')} instances, stopped and started daily`;
  const rows: readonly Row[] = [
    {
      what: `${what}: to any second, p95`,
      figure: quantileOf(seeks, 0.95),
      unit: 'ms',
      budget: 50,
      parts: { median: medianOf(seeks), longest: Math.max(...seeks) },
    },
    { what: `${what}: memory of the run and its document`, figure: heapMb, unit: 'MB', budget: 200 },
    {
      what: `${what}: slices while it is computed, what a command waits for, p95`,
      figure: quantileOf(slices, 0.95),
      unit: 'ms',
      budget: 16,
      parts: {
        median: medianOf(slices),
        longest: Math.max(...slices),
        'lines sent to the page': outlineLines,
      },
    },
  ];
  return Promise.resolve(rows);
}

if (process.argv[2] === CHILD) process.stdout.write(JSON.stringify(await answer()));
