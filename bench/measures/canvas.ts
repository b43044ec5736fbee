/** Pan and drag beside bare React Flow in the same run: main-thread ms per frame at a quarter of this computer's speed. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { withPage } from '../browser';
import { arrangeAll } from '../../engine/drawing';
import { applyChanges } from '../../engine/model/change';
import { makeLink } from '../../engine/share/link';
import { shareSample } from '../../engine/testing/share-sample';
import { emptyPoint, graspOf, measureGesture, type Frames } from '../canvas/frames';
import type { Row } from '../row';

const BARE = resolve('.cache/bench-bare');
const SIZES = [300, 1000] as const;
const TIMES = 2;

export const needsBuild = true;

interface Gestures {
  readonly pan: Frames;
  readonly drag: Frames;
}

const buildBare = (): Promise<unknown> =>
  build({
    root: resolve('bench/canvas'),
    configFile: false,
    base: './',
    logLevel: 'silent',
    plugins: [react()],
    build: { outDir: BARE, emptyOutDir: true, rollupOptions: { input: resolve('bench/canvas/bare.html') } },
  });

async function gesturesOf(page: Page, grasp: string): Promise<Gestures> {
  const pan = await measureGesture(page, await emptyPoint(page), 80);
  console.error(`  pan ${pan.task.toFixed(1)} ms a frame`);
  const drag = await measureGesture(page, await graspOf(page, grasp), 60);
  console.error(`  drag ${drag.task.toFixed(1)} ms a frame`);
  return { pan, drag };
}

/** Three tiers in two zones, about three resources an instance, laid out by the page's own arranger. */
function linkOf(resources: number): string {
  const placed = shareSample(Math.ceil((resources - 25) / 3));
  const arranged = applyChanges(placed, arrangeAll(placed));
  if (!arranged.ok) throw new Error(arranged.error.message);
  return makeLink(arranged.value.document);
}

const bare = (count: number): Promise<Gestures> =>
  withPage(BARE, async (page, origin) => {
    await page.goto(`${origin}bare.html?nodes=${count}`);
    await page
      .locator('.react-flow__node')
      .nth(count - 1)
      .waitFor();
    return gesturesOf(page, '.react-flow__node');
  });

const playground = (resources: number): Promise<Gestures & { readonly drawn: number }> =>
  withPage(resolve('dist'), async (page, origin) => {
    await page.goto(`${origin}#${linkOf(resources)}`);
    const things = page.locator('.react-flow__node-instance');
    await things.nth(50).waitFor();
    await page.waitForLoadState('networkidle');
    const drawn = await page.locator('.react-flow__node').count();
    return { ...(await gesturesOf(page, '.react-flow__node-instance')), drawn };
  });

/** The least of several: what else runs on this computer only adds. */
async function leastOf<T extends Gestures>(times: number, run: () => Promise<T>): Promise<T> {
  let least = await run();
  for (let again = 1; again < times; again += 1) {
    const { pan, drag } = await run();
    least = {
      ...least,
      pan: pan.task < least.pan.task ? pan : least.pan,
      drag: drag.task < least.drag.task ? drag : least.drag,
    };
  }
  return least;
}

export async function measure(): Promise<readonly Row[]> {
  await buildBare();
  const rows: Row[] = [];
  const bounds = await leastOf(TIMES, () => bare(300));
  const crowded = await leastOf(TIMES, () => bare(1000));
  for (const gesture of ['pan', 'drag'] as const)
    rows.push(
      {
        what: `${gesture}, bare React Flow, 300 nodes`,
        figure: bounds[gesture].task,
        unit: 'ms',
        parts: { ...bounds[gesture] },
      },
      {
        what: `${gesture}, bare React Flow, 1,000 nodes`,
        figure: crowded[gesture].task,
        unit: 'ms',
        parts: { ...crowded[gesture] },
      },
    );
  for (const resources of SIZES) {
    const ours = await leastOf(TIMES, () => playground(resources));
    for (const gesture of ['pan', 'drag'] as const)
      rows.push({
        what: `${gesture}, canvas, ${resources.toLocaleString('en')} resources, ${ours.drawn} drawn`,
        figure: ours[gesture].task,
        unit: 'ms',
        budget: bounds[gesture].task,
        peer: {
          name: 'bare React Flow, 300 nodes, same run',
          figure: `${bounds[gesture].task.toFixed(1)} ms`,
        },
        parts: { ...ours[gesture] },
      });
  }
  return rows;
}
