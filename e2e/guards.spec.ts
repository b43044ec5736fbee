import type { Page } from '@playwright/test';
import { expect, lanAddress, test } from './fixtures';

const FOREIGN = 'https://example.com/';

/** What was refused, each by name; `allowed` would be a hole in the policy. */
interface Refusals {
  readonly evaluate: string;
  readonly makeFunction: string;
  readonly foreignFetch: string;
}

const REFUSED: Refusals = { evaluate: 'EvalError', makeFunction: 'EvalError', foreignFetch: 'TypeError' };

/**
 * The probe as source: it runs in a worker too. A TypeError alone could be a network that is down, so the fetch
 * must also be reported as a violation of the policy.
 */
const PROBE = `async () => {
  const violated = [];
  self.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective + ' ' + event.blockedURI));
  const attempt = async (action) => {
    try {
      await action();
      return 'allowed';
    } catch (error) {
      return error.name;
    }
  };
  const refusals = {
    evaluate: await attempt(() => (0, eval)('1')),
    makeFunction: await attempt(() => new Function('return 1')()),
    foreignFetch: await attempt(() => fetch('${FOREIGN}', { mode: 'no-cors' })),
  };
  await new Promise((resolve) => setTimeout(resolve));
  return { refusals, reported: violated.some((entry) => entry.startsWith('connect-src ${FOREIGN.slice(0, -1)}')) };
}`;

interface ProbeAnswer {
  readonly refusals: Refusals;
  readonly reported: boolean;
}

/** Starts a worker the way app/engine-client does: a one-line blob that imports a module of this origin. */
const askWorker = (page: Page): Promise<ProbeAnswer> =>
  page.evaluate(
    (probe) =>
      new Promise<ProbeAnswer>((resolve, reject) => {
        const source = `(${probe})().then((answer) => postMessage(answer));`;
        const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), {
          type: 'module',
        });
        worker.onmessage = ({ data }: MessageEvent<ProbeAnswer>) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
      }),
    PROBE,
  );

/**
 * Asks in the page itself, through a listener of the page's own world; the policy does not bind what the test
 * evaluates, so the attempt must come from a script element of the origin.
 */
const askPage = async (page: Page): Promise<ProbeAnswer> => {
  await page.route('**/probe.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `(${PROBE})().then((answer) => { window.probeAnswer = answer; });`,
    }),
  );
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.src = './probe.js';
    document.head.append(script);
  });
  const answer = await page.waitForFunction(
    () => (window as unknown as { probeAnswer?: ProbeAnswer }).probeAnswer,
  );
  return (await answer.jsonValue()) as ProbeAnswer;
};

/** The page is up when it has drawn something into its root. */
const open = async (page: Page, address = './'): Promise<void> => {
  await page.goto(address);
  await expect(page.locator('#root > *').first()).toBeVisible();
};

test.describe('the policy', () => {
  test.beforeEach(({ watch }) => {
    watch.expectError(/Content Security Policy|violates the following/);
    watch.expectAttempt(/^https:\/\/example\.com\/$/);
  });

  test('refuses eval, new Function and a foreign fetch in the page', async ({ page }) => {
    await open(page);
    expect(await askPage(page)).toEqual({ refusals: REFUSED, reported: true });
  });

  test('refuses the same in a worker started from a blob', async ({ page }) => {
    await open(page);
    expect(await askWorker(page)).toEqual({ refusals: REFUSED, reported: true });
  });

  test('holds without the header, as on any web host', async ({ page, baseURL }) => {
    await page.route(`${new URL(baseURL ?? '').origin}/**`, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers() };
      delete headers['content-security-policy'];
      await route.fulfill({ response, headers });
    });
    await open(page);
    expect(await askPage(page)).toEqual({ refusals: REFUSED, reported: true });
    expect(await askWorker(page)).toEqual({ refusals: REFUSED, reported: true });
  });

  test('refuses an inline script', async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true;';
      document.head.append(script);
    });
    expect(await page.evaluate(() => 'inlineRan' in window)).toBe(false);
  });
});

test('the simulation worker itself is under the policy', async ({ page, watch }) => {
  watch.expectError(/Content Security Policy|violates the following/);
  watch.expectAttempt(/^https:\/\/example\.com\/$/);
  const started = page.waitForEvent('worker');
  await open(page);
  const worker = await started;
  expect(worker.url()).toMatch(/^blob:/);
  // The developer protocol lifts the ban on eval for what it evaluates, so only the fetch says something here.
  const { refusals, reported } = await worker.evaluate<ProbeAnswer>(`(${PROBE})()`);
  expect({ foreignFetch: refusals.foreignFetch, reported }).toEqual({
    foreignFetch: 'TypeError',
    reported: true,
  });
});

test('after the page has loaded, every request stays at its own origin', async ({ page, baseURL }) => {
  const requested: string[] = [];
  page.context().on('request', (request) => requested.push(request.url()));
  await open(page);
  await page.waitForLoadState('networkidle');
  const origin = new URL(baseURL ?? '').origin;
  expect(requested.length).toBeGreaterThan(0);
  expect(requested.filter((url) => !url.startsWith(origin) && !url.startsWith(`blob:${origin}`))).toEqual([]);
});

test('the page opens on plain http in a local network, where there is no secure context', async ({
  page,
  baseURL,
}) => {
  await open(page, lanAddress(baseURL));
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
});
