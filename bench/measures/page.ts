/** The built page in a browser: opening documents, typing, the memory that comes back, and Lighthouse's points. */
import { resolve } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { withPage } from '../browser';
import { lighthouseRows } from '../page/lighthouse';
import { linkOf, TITLE } from '../page/sample';
import { openingOf, watchOpening, type Opening } from '../page/watch';
import type { Row } from '../row';
import { medianOf, quantileOf } from '../timing';

export const needsBuild = true;

const DIST = resolve('dist');
const ROUNDS = 3;
/** A Chromebook is about four times slower than the computer this runs on. */
const SLOWER = 4;

const open = (link: string, slower: number, title = TITLE): Promise<Opening> =>
  withPage(DIST, async (page, origin) => {
    await watchOpening(page);
    const session = await page.context().newCDPSession(page);
    if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(`${origin}#${link}`);
    return openingOf(page, title);
  });

/** What who comes without a link sees. */
const DEMO = 'Corner shop';

/** The story's card and the answer it tells come with the demonstration: none of it may push anything aside. */
async function firstVisitRow(slower: number): Promise<Row> {
  const { shift } = await open('', slower, DEMO);
  return {
    what: `first visit${slower > 1 ? `, CPU/${slower}` : ''}: layout shift`,
    figure: shift,
    unit: 'shift',
    budget: 0.001,
  };
}

async function openings(resources: number, slower: number): Promise<readonly Opening[]> {
  const link = linkOf(resources);
  const found: Opening[] = [];
  for (let round = 0; round < ROUNDS; round += 1) found.push(await open(link, slower));
  return found;
}

function openingRows(what: string, budget: number, found: readonly Opening[]): readonly Row[] {
  return [
    {
      what: `${what}: until the canvas is interactive`,
      figure: medianOf(found.map(({ interactive }) => interactive)),
      unit: 'ms',
      budget,
      parts: { drawn: Math.round(medianOf(found.map(({ drawn }) => drawn))) },
    },
    {
      what: `${what}: layout shift`,
      figure: Math.max(...found.map(({ shift }) => shift)),
      unit: 'shift',
      budget: 0.001,
    },
  ];
}

const KEYS = 'a name that is long enough';

/** By the browser's own account, in steps of 8 ms: from the key to the next picture that shows it. */
async function typingRow(): Promise<Row> {
  const link = linkOf(1000);
  const times = await withPage(DIST, async (page, origin) => {
    await page.goto(`${origin}#${link}`);
    await page.locator('.react-flow__node').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('tab', { name: 'Outline' }).click();
    await page.getByRole('treeitem').nth(3).click();
    await page.getByTitle('The Name tag').click();
    await page.getByLabel(/^Name of /).fill('');
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { keyTimes: times });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === 'keydown') times.push(entry.duration);
      }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    });
    for (const key of KEYS) {
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await nextFrames(page);
    }
    return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
  });
  // What was faster than 16 ms is not told.
  const all = [...times, ...Array.from({ length: Math.max(0, KEYS.length - times.length) }, () => 16)];
  return {
    what: 'a key typed in the inspector, 1,000 resources: until it is painted, p95',
    figure: quantileOf(all, 0.95),
    unit: 'ms',
    budget: 50,
    parts: { median: medianOf(all) },
  };
}

const nextFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );

const CLOSINGS = 5;

/** A large document in place of a small one and back again: what stays is what was not let go. */
async function memoryRow(): Promise<Row> {
  const [small, large] = [linkOf(30), linkOf(1000)];
  const used = await withPage(DIST, async (page, origin) => {
    await page.goto(`${origin}#${small}`);
    await page.locator('.react-flow__node').first().waitFor();
    const session = await page.context().newCDPSession(page);
    const show = async (link: string, instances: string): Promise<void> => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, link);
      await page.getByText(`${instances} Instances`).first().waitFor();
      await page.waitForLoadState('networkidle');
    };
    const found: number[] = [];
    for (let round = 0; round <= CLOSINGS; round += 1) {
      await show(large, '325');
      await show(small, '2');
      found.push(await heapOf(session));
    }
    return found;
  });
  const [first = 0] = used;
  return {
    what: `memory kept after ${CLOSINGS} more documents of 1,000 resources were opened and closed`,
    figure: Math.max(0, ((used.at(-1) ?? 0) - first) / 1e6),
    unit: 'MB',
    budget: 2,
    parts: Object.fromEntries(
      used.map((bytes, round) => [`round ${round}`, Number((bytes / 1e6).toFixed(2))]),
    ),
  };
}

async function heapOf(session: CDPSession): Promise<number> {
  // The first collection sets free what the second can take.
  for (let pass = 0; pass < 3; pass += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

export async function measure(): Promise<readonly Row[]> {
  return [
    ...openingRows('link with 150 resources', 1500, await openings(150, 1)),
    ...openingRows(`link with 150 resources, CPU/${SLOWER}`, 4000, await openings(150, SLOWER)),
    ...openingRows('link with 5,000 resources', 3000, await openings(5000, 1)),
    await firstVisitRow(1),
    await firstVisitRow(SLOWER),
    await typingRow(),
    await memoryRow(),
    ...(await lighthouseRows(DIST)),
  ];
}
