/** A browser and a served folder for one measurement. */
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGUMENTS, ensureBrowser } from '../scripts/lib/browser.mjs';
import { createStaticServer, listen } from '../scripts/lib/static-server.mjs';

/** Serves a folder, opens a blank page in a fresh browser, and closes both whatever happens. */
export async function withPage<T>(
  folder: string,
  work: (page: Page, origin: string) => Promise<T>,
): Promise<T> {
  const server = createStaticServer(folder);
  const port = await listen(server, { port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    return await work(page, `http://localhost:${port}/`);
  } finally {
    await browser.close();
    server.close();
  }
}
