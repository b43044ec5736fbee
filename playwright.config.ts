import { createServer, type AddressInfo } from 'node:net';
import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, findBrowser } from './scripts/lib/browser.mjs';

/** Any free port, so that two checkouts can be tested at the same time. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

// This file is read again by every test process; they inherit the port and the browser.
process.env['E2E_PORT'] ??= String(await freePort());
process.env['CHROME_PATH'] ??= findBrowser() ?? '';
const baseURL = `http://localhost:${process.env['E2E_PORT']}/`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A second try tells a hiccup of a shared machine from a fault; the report names what needed it.
  retries: 1,
  // Generous: these tests ask whether it works, not how fast.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    baseURL,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: process.env['CHROME_PATH'] || undefined,
      // lan.test: the page as a class sees it in a local network, on plain http without a secure context.
      args: [...BROWSER_ARGUMENTS, '--host-resolver-rules=MAP lan.test 127.0.0.1'],
    },
  },
  webServer: {
    command: `node scripts/start.mjs --port ${process.env['E2E_PORT']}`,
    url: baseURL,
    timeout: 300_000,
    reuseExistingServer: false,
  },
});
