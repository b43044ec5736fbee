/** A browser and served folders for one measurement. */
import { chromium, type Page } from '@playwright/test';
import { BROWSER_ARGUMENTS, ensureBrowser } from '../scripts/lib/browser.mjs';
import { createStaticServer, listen } from '../scripts/lib/static-server.mjs';

/** Serves each folder, starts a browser that opens pages apart from one another, and ends all whatever happens. */
export async function withPages<T, Name extends string>(
  folders: Readonly<Record<Name, string>>,
  work: (newPage: () => Promise<Page>, origins: Readonly<Record<Name, string>>) => Promise<T>,
): Promise<T> {
  const servers: ReturnType<typeof createStaticServer>[] = [];
  const origins = {} as Record<Name, string>;
  for (const name of Object.keys(folders) as Name[]) {
    const server = createStaticServer(folders[name]);
    const port = await listen(server, { port: 0, host: '127.0.0.1' });
    servers.push(server);
    origins[name] = `http://localhost:${port}/`;
  }
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGUMENTS });
  try {
    const newPage = () => browser.newPage({ viewport: { width: 1440, height: 900 } });
    return await work(newPage, origins);
  } finally {
    await browser.close();
    for (const server of servers) server.close();
  }
}

/** One folder, one page. */
export const withPage = <T>(folder: string, work: (page: Page, origin: string) => Promise<T>): Promise<T> =>
  withPages({ folder }, async (newPage, origins) => work(await newPage(), origins.folder));
