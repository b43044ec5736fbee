/** Main-thread time per frame during a gesture, by the browser's own accounts. */
import type { CDPSession, Page } from '@playwright/test';

export interface Frames {
  /** ms of main thread a frame, everything. */
  readonly task: number;
  /** ms a frame spent in scripts, and in style and layout. */
  readonly script: number;
  readonly layout: number;
  readonly frames: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A Chromebook is about four times slower than the computer this runs on. */
const SLOWER = 4;
const MOVES = 24;

const metricsOf = async (session: CDPSession): Promise<Record<string, number>> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
};

const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/**
 * Presses at a point and moves round in circles: the view or the thing goes forth and back and stays on screen.
 * Frame intervals would hide the cost (the screen's own clock); task time does not. It is counted in the thread's own
 * time, so that what else runs on this computer does not count.
 */
export async function measureGesture(page: Page, start: Point, radius: number): Promise<Frames> {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number, buttons = 1) =>
    // Answered when the page has dealt with it, which it does once a frame. page.mouse would run code of its own inside.
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      buttons,
      button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  await mouse('mouseMoved', start.x, start.y, 0);
  await mouse('mousePressed', start.x, start.y);
  // Past the threshold that tells a drag from a click; React's first render of the dragging state is not counted.
  for (let step = 1; step <= 4; step += 1) await mouse('mouseMoved', start.x + step * 4, start.y + step);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await nextFrame(page);
  await page.evaluate(() => {
    const counter = { frames: 0, on: true };
    Object.assign(window, { frameCounter: counter });
    const count = (): void => {
      counter.frames += 1;
      if (counter.on) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  const before = await metricsOf(session);
  for (let move = 1; move <= MOVES; move += 1) {
    const turn = (move / MOVES) * Math.PI * 4;
    await mouse(
      'mouseMoved',
      start.x + Math.sin(turn) * radius,
      start.y + (1 - Math.cos(turn)) * radius * 0.5,
    );
  }
  const after = await metricsOf(session);
  const frames = await page.evaluate(() => {
    const { frameCounter } = window as unknown as { frameCounter: { frames: number; on: boolean } };
    frameCounter.on = false;
    return frameCounter.frames;
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await mouse('mouseReleased', start.x, start.y, 0);
  await session.detach();
  const perFrame = (name: string): number => (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / MOVES;
  return {
    task: perFrame('TaskDuration'),
    script: perFrame('ScriptDuration'),
    layout: perFrame('LayoutDuration') + perFrame('RecalcStyleDuration'),
    frames,
  };
}

/** A point of the canvas where nothing stands but the pane itself, nearest to the middle. */
export async function emptyPoint(page: Page): Promise<Point> {
  const point = await page.evaluate(() => {
    const pane = document.querySelector('.react-flow__pane');
    if (!pane) return null;
    const box = pane.getBoundingClientRect();
    const found: { x: number; y: number; distance: number }[] = [];
    for (let x = box.left + 24; x < box.right - 24; x += 24)
      for (let y = box.top + 24; y < box.bottom - 24; y += 24) {
        const hit = document.elementFromPoint(x, y);
        // Inside a box that is not a grip, the canvas pans as well.
        if (hit && (hit === pane || (hit.closest('.thing') === hit && !hit.closest('.nopan'))))
          found.push({
            x,
            y,
            distance: Math.hypot(x - box.left - box.width / 2, y - box.top - box.height / 2),
          });
      }
    return found.sort((a, b) => a.distance - b.distance)[0] ?? null;
  });
  if (!point) throw new Error('The canvas has no empty spot to pan by.');
  return point;
}

/** The middle of a thing that can be pointed at, nearest to the middle of the canvas. */
export async function graspOf(page: Page, selector: string): Promise<Point> {
  const point = await page.evaluate((wanted) => {
    const middle = { x: window.innerWidth / 2, y: window.innerHeight / 2 };
    const found = [...document.querySelectorAll(wanted)].flatMap((thing) => {
      const box = thing.getBoundingClientRect();
      const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const hit = document.elementFromPoint(at.x, at.y);
      return hit && thing.contains(hit)
        ? [{ ...at, distance: Math.hypot(at.x - middle.x, at.y - middle.y) }]
        : [];
    });
    return found.sort((a, b) => a.distance - b.distance)[0] ?? null;
  }, selector);
  if (!point) throw new Error(`Nothing on the canvas matches ${selector}.`);
  return point;
}

/** The gesture in the middle by its cost. */
export function medianFrames(measured: readonly Frames[]): Frames {
  const middle = [...measured].sort((a, b) => a.task - b.task)[Math.floor(measured.length / 2)];
  if (!middle) throw new Error('Nothing was measured.');
  return middle;
}
