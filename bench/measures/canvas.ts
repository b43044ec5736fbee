/** Pan and drag beside bare React Flow in the same run: main-thread ms per frame at a quarter of this computer's speed. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { withPage } from '../browser';
import { emptyPoint, graspOf, measureGesture, type Frames } from '../canvas/frames';
import type { Row } from '../row';

const BARE = resolve('.cache/bench-bare');
const SIZES = [300, 1000] as const;

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
  const drag = await measureGesture(page, await graspOf(page, grasp), 60);
  return { pan, drag };
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

export async function measure(): Promise<readonly Row[]> {
  await buildBare();
  const rows: Row[] = [];
  for (const count of SIZES) {
    const { pan, drag } = await bare(count);
    for (const [name, frames] of Object.entries({ pan, drag }))
      rows.push({
        what: `${name}, bare React Flow, ${count} plain nodes`,
        figure: frames.task,
        unit: 'ms',
        parts: { ...frames },
      });
  }
  return rows;
}
