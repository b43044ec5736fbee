/** Pan and drag beside bare React Flow in the same run: main-thread ms per frame at a quarter of this computer's speed. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { withPages } from '../browser';
import { emptyPoint, graspOf, measureGesture, medianFrames, type Frames } from '../canvas/frames';
import { linkOf } from '../page/sample';
import type { Row } from '../row';

const BARE = resolve('.cache/bench-bare');
const SIZES = [300, 1000] as const;
const ROUNDS = 3;
/** Cards are drawn from 40 % on; here some dozens of them are in view, each with its interface, disk and groups. */
const ZOOM_PERCENT = 60;

export const needsBuild = true;

const GESTURES = ['pan', 'drag'] as const;
type Gesture = (typeof GESTURES)[number];

interface Subject {
  readonly name: string;
  readonly page: Page;
  readonly grasp: string;
  readonly measured: Record<Gesture, Frames[]>;
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

const subjectOf = (name: string, page: Page, grasp: string): Subject => ({
  name,
  page,
  grasp,
  measured: { pan: [], drag: [] },
});

async function openBare(page: Page, origin: string, count: number): Promise<Subject> {
  await page.goto(`${origin}bare.html?nodes=${count}`);
  const nodes = page.locator('.react-flow__node');
  await nodes.nth(count - 1).waitFor();
  return subjectOf(`bare React Flow, ${count.toLocaleString('en')} nodes`, page, '.react-flow__node');
}

async function openPlayground(page: Page, origin: string, resources: number): Promise<Subject> {
  await page.goto(`${origin}#${linkOf(resources)}`);
  await page.locator('.react-flow__node').nth(8).waitFor();
  await page.waitForLoadState('networkidle');
  await zoomTo(page, ZOOM_PERCENT);
  await page.locator('.react-flow__node-instance').nth(30).waitFor();
  // Resources that stand on the canvas, each of which can be pressed: cards, interfaces, disks, groups, tables.
  const drawn = await page.locator('.react-flow__viewport [data-key]').count();
  const name = `canvas, ${resources.toLocaleString('en')} resources, ${drawn} things drawn`;
  return subjectOf(name, page, '.react-flow__node-instance');
}

/** Turns the wheel as a user would. */
async function zoomTo(page: Page, percent: number): Promise<void> {
  const box = await page.locator('.react-flow__pane').boundingBox();
  if (!box) throw new Error('The canvas is not on screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 60; turn += 1) {
    if (parseInt(await page.locator('.zoom-percent').innerText(), 10) >= percent) break;
    await page.mouse.wheel(0, -40);
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  }
  await page.keyboard.up('Control');
}

/** In turns: what else this computer does meanwhile, it does to all of them. */
async function measureInTurns(subjects: readonly Subject[]): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const { page, grasp, measured } of subjects) {
      await page.bringToFront();
      measured.pan.push(await measureGesture(page, await emptyPoint(page), 160));
      measured.drag.push(await measureGesture(page, await graspOf(page, grasp), 100));
    }
    console.error(`  round ${round} of ${ROUNDS}`);
  }
}

function rowsOf([bare, ...ours]: readonly Subject[]): readonly Row[] {
  if (!bare) throw new Error('Nothing to compare with.');
  return GESTURES.flatMap((gesture) => {
    const bound = medianFrames(bare.measured[gesture]);
    const row = ({ name, measured }: Subject): Row => {
      const frames = medianFrames(measured[gesture]);
      return { what: `${gesture}, ${name}`, figure: frames.task, unit: 'ms', parts: { ...frames } };
    };
    return [
      row(bare),
      ...ours.map((subject) => ({
        ...row(subject),
        budget: bound.task,
        peer: { name: 'bare React Flow, 300 nodes, same run', figure: `${bound.task.toFixed(1)} ms` },
      })),
    ];
  });
}

export async function measure(): Promise<readonly Row[]> {
  await buildBare();
  return withPages({ bare: BARE, ours: resolve('dist') }, async (newPage, origins) => {
    const subjects = [await openBare(await newPage(), origins.bare, 300)];
    for (const resources of SIZES)
      subjects.push(await openPlayground(await newPage(), origins.ours, resources));
    await measureInTurns(subjects);
    return rowsOf(subjects);
  });
}
