/**
 * Ten key screens in three themes beside their references in e2e/references. `UPDATE_SCREENS=1 npm run screens` makes
 * them anew: look at them before they are committed. Fonts and rasters differ between machines, so that elsewhere than
 * where they were made nothing is compared, and the run says so.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';
import { differenceOf, takePicture } from './picture';

const FOLDER = new URL('../references/', import.meta.url);
const MADE_ON = new URL('made-on.txt', FOLDER);
const UPDATE = process.env['UPDATE_SCREENS'] === '1';
/** Share of pixels that may differ: a shifted line of text is more. */
const TOLERANCE = 0.004;

const read = (file: URL): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
};

interface Screen {
  readonly name: string;
  readonly open: (playground: Playground, page: Page) => Promise<void>;
}

const SCREENS: readonly Screen[] = [
  {
    name: 'first',
    open: async (playground) => {
      await expect(playground.blocker('ENI_SG_RULES_MISMATCH')).toBeVisible();
    },
  },
  {
    name: 'reachable',
    open: async (playground) => {
      await playground.story.getByRole('button', { name: 'Close' }).click();
      await playground.openPart('Repair');
      await playground.aboutPath.getByRole('button', { name: /^Repair \(/ }).click();
      await playground.expectVerdict('reachable');
      await playground.openPart('All that works');
      await expect(playground.aboutPath.getByText('443').first()).toBeVisible();
    },
  },
  {
    name: 'outline',
    open: async (playground) => {
      await playground.openOutline();
      const web = playground.outline.getByRole('treeitem', {
        name: /^web-1,.* reachable from the Internet on/,
      });
      await web.click();
      await playground.openInspector();
      await expect(playground.inspector.getByRole('heading', { level: 2 })).toContainText('web-1');
    },
  },
  {
    name: 'running',
    open: async (playground) => {
      await playground.scrubTo(150);
      await expect(playground.thing('web-1')).toHaveAccessibleName(/running/);
      await playground.openDockTab('Events');
    },
  },
  {
    name: 'exposure',
    open: async (playground, page) => {
      await page.keyboard.press('x');
      await expect(playground.dock.getByRole('listitem').first()).toBeVisible();
    },
  },
  {
    name: 'matrix',
    open: async (playground, page) => {
      await page.keyboard.press('x');
      await playground.openDockTab('Paths');
      await page.getByRole('heading', { level: 1 }).click();
      await page.keyboard.press('m');
      await expect(playground.dialog.getByRole('grid')).toBeVisible();
    },
  },
  {
    name: 'commands',
    open: async (playground, page) => {
      await playground.closeDialog();
      await page.keyboard.press('Control+K');
      await expect(playground.dialog.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'settings',
    open: async (playground, page) => {
      await playground.closeDialog();
      await page.keyboard.press('Control+,');
      await expect(playground.dialog.getByRole('heading', { level: 2 })).toBeVisible();
    },
  },
  {
    name: 'help',
    open: async (playground, page) => {
      await playground.closeDialog();
      await page.keyboard.press('?');
      await expect(playground.dialog.getByText('Undo', { exact: true })).toBeVisible();
    },
  },
  {
    name: 'empty',
    open: async (playground) => {
      await playground.closeDialog();
      await playground.choose('Document menu', 'New');
      await expect(playground.canvas.getByText('Drag a VPC or an instance here')).toBeVisible();
    },
  },
];

for (const theme of ['light', 'dark', 'projector'])
  test(`key screens, ${theme}`, async ({ page, browser, context }) => {
    test.setTimeout(600_000);
    const here = `${platform()} ${arch()}, Chromium ${browser.version()}`;
    const there = read(MADE_ON);
    test.skip(!UPDATE && here !== there, `The references were made on ${there}; this is ${here}.`);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.addInitScript((chosen) => localStorage.setItem('ec2-playground.theme', chosen), theme);
    const workshop = await context.newPage();
    const playground = new Playground(page);
    await playground.openFirstTime();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const { name, open } of SCREENS)
      await test.step(name, async () => {
        await open(playground, page);
        await page.mouse.move(0, 0);
        const file = new URL(`${name}-${theme}.webp`, FOLDER);
        const compare = async (): Promise<number> => {
          const taken = await takePicture(page, workshop);
          if (UPDATE) {
            mkdirSync(FOLDER, { recursive: true });
            writeFileSync(file, Buffer.from(taken, 'base64'));
            writeFileSync(MADE_ON, `${here}\n`);
            return 0;
          }
          return differenceOf(workshop, readFileSync(file).toString('base64'), taken);
        };
        // What is loaded last may still be on its way to the screen.
        if (UPDATE) await expect.poll(() => settled(page)).toBe(true);
        await expect.poll(compare, { message: `${name}, ${theme}` }).toBeLessThan(TOLERANCE);
      });
  });

/** Nothing on the page has changed for a moment. */
const settled = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const quiet = setTimeout(() => resolve(true), 700);
        new MutationObserver(() => {
          clearTimeout(quiet);
          resolve(false);
        }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
