/** What the page itself tells of its opening: when things were drawn, long tasks, shifts of the layout. */
import type { Page } from '@playwright/test';

export interface Opening {
  /** ms from the navigation until things stand on the canvas. */
  readonly drawn: number;
  /** ms until the main thread was free for half a second from then on. */
  readonly interactive: number;
  /** Cumulative layout shift. */
  readonly shift: number;
}

const QUIET_MS = 500;

interface Log {
  drawn: number;
  shift: number;
  readonly tasks: [start: number, end: number][];
}

/** To be called before the page is opened. */
export async function watchOpening(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const log = { drawn: 0, shift: 0, tasks: [] as [number, number][] };
    Object.assign(window, { openingLog: log });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        log.tasks.push([startTime, startTime + duration]);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) log.shift += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    const look = (): void => {
      if (document.querySelector('.react-flow__node')) log.drawn = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** @param wanted title of the document that is being opened. */
export async function openingOf(page: Page, wanted: string): Promise<Opening> {
  await page.getByText(wanted, { exact: true }).first().waitFor();
  await page.waitForFunction((quiet) => {
    const { openingLog: log } = window as unknown as { openingLog: Log };
    const last = Math.max(log.drawn, ...log.tasks.map(([, end]) => end));
    return log.drawn > 0 && performance.now() > last + quiet;
  }, QUIET_MS);
  return page.evaluate((quiet) => {
    const { openingLog: log } = window as unknown as { openingLog: Log };
    let interactive = log.drawn;
    for (const [start, end] of log.tasks.sort((a, b) => a[0] - b[0]))
      if (end > interactive && start < interactive + quiet) interactive = end;
    return { drawn: log.drawn, interactive, shift: log.shift };
  }, QUIET_MS);
}
