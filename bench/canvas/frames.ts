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
const MOVES = 40;

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
 * Frame intervals would hide the cost (the screen's own clock); task time does not.
 */
export async function measureGesture(page: Page, start: Point, radius: number): Promise<Frames> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'timeTicks' });
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  // Past the threshold that tells a drag from a click; React's first render of the dragging state is not counted.
  for (let step = 1; step <= 6; step += 1) await page.mouse.move(start.x + step * 3, start.y + step);
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
    const x = start.x + Math.sin(turn) * radius;
    const y = start.y + (1 - Math.cos(turn)) * radius * 0.5;
    // Answered when the page has dealt with it, which it does once a frame. page.mouse would run code of its own inside.
    await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y, button: 'left', buttons: 1 });
  }
  const after = await metricsOf(session);
  const frames = await page.evaluate(() => {
    const { frameCounter } = window as unknown as { frameCounter: { frames: number; on: boolean } };
    frameCounter.on = false;
    return frameCounter.frames;
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.mouse.up();
  await session.detach();
  const perFrame = (name: string): number =>
    (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / Math.max(1, frames);
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
    for (let x = box.left + 12; x < box.right - 12; x += 12)
      for (let y = box.top + 12; y < box.bottom - 12; y += 12)
        if (document.elementFromPoint(x, y) === pane)
          found.push({
            x,
            y,
            distance: Math.hypot(x - box.left - box.width / 2, y - box.top - box.height / 2),
          });
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
