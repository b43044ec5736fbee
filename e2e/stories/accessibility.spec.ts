import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { EVERY_SERVICE, SERVICES } from '../documents/every-service';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

const OTHER_THEMES = ['dark', 'projector', 'contrast', 'contrast-dark'] as const;

const LEFT = '.frame-left';
const DOCK = '.frame-dock';
const CANVAS = '.frame-canvas';
const INSPECTOR = '.frame-inspector';
const DIALOG = '[role="dialog"]';
const MENU = '[role="menu"]';

/** What a theme can spoil. */
const OF_THEME = ['color-contrast'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

declare global {
  interface Window {
    readonly axe?: {
      run(part: string | Document, options: object): Promise<{ readonly violations: readonly Violation[] }>;
    };
  }
}

/**
 * Everything axe finds, best practices and target sizes with it, in the whole page or in a part of it.
 * @param themes where what a theme can spoil is looked at as well; they have been loaded before, and light is shown again
 */
async function findings(
  page: Page,
  part?: string,
  themes: readonly string[] = [],
): Promise<readonly string[]> {
  // It is put into the page once; there are no frames, so it need not open a page of its own to put them together.
  if (!(await page.evaluate(() => 'axe' in window)))
    await new AxeBuilder({ page }).setLegacyMode().withRules(['document-title']).analyze();
  return page.evaluate(
    async ([where, others, ofTheme]) => {
      const found: string[] = [];
      const look = async (theme: string, options: object) => {
        // Halfway from one colour to another there is no contrast to judge.
        while (document.getAnimations().some((one) => one instanceof CSSTransition))
          await new Promise((resolve) => requestAnimationFrame(resolve));
        const result = await window.axe?.run(where ?? document, { resultTypes: ['violations'], ...options });
        if (!result) throw new Error('axe did not run.');
        for (const { id, nodes } of result.violations)
          for (const { target, failureSummary = '' } of nodes)
            found.push(`${theme} ${id}: ${target.join(' ')}: ${failureSummary}`);
      };
      const root = document.documentElement;
      const shown = root.dataset['theme'] ?? '';
      await look(shown, { rules: { 'target-size': { enabled: true } } });
      for (const theme of others) {
        root.dataset['theme'] = theme;
        await look(theme, { runOnly: ofTheme });
      }
      root.dataset['theme'] = shown;
      return found;
    },
    [part, themes, OF_THEME] as const,
  );
}

/** @returns axe on one screen, and on one with much on it in every theme. */
const looksAt = (page: Page) => {
  const clean = (screen: string, part?: string, themes: readonly string[] = []) =>
    test.step(screen, async () => {
      expect.soft(await findings(page, part, themes), screen).toEqual([]);
    });
  return { clean, cleanInThemes: (screen: string, part?: string) => clean(screen, part, OTHER_THEMES) };
};

/** Themes are loaded when they are chosen: then the page only has to be told which one to show. */
async function loadThemes(page: Page): Promise<void> {
  for (const theme of ['Projector', 'High contrast', 'Light']) {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemcheckbox', { name: theme }).click();
  }
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
}

test.describe('axe', () => {
  test.use({ reducedMotion: 'reduce' });

  test('finds nothing on any screen in any theme', async ({ page }) => {
    // Half a hundred scans: on a busy machine they take minutes.
    test.setTimeout(480_000);
    const playground = new Playground(page);
    const { dialog, outline } = playground;
    const { clean, cleanInThemes } = looksAt(page);
    const openDialog = async (title: string | RegExp, open: () => Promise<void>) => {
      await open();
      await expect(dialog.getByRole('heading', { level: 2 }).first()).toHaveText(title);
      await cleanInThemes(`dialog ${String(title)}`, DIALOG);
      await playground.closeDialog();
    };
    const press = (keys: string) => () => page.keyboard.press(keys);

    await page.emulateMedia({ colorScheme: 'light' });
    await playground.openFirstTime();
    await loadThemes(page);

    await expect(playground.blocker('ENI_SG_RULES_MISMATCH')).toBeVisible();
    await cleanInThemes('first screen, a path with its blocker');
    await playground.story.getByRole('button', { name: 'Close' }).click();

    await playground.openPart('Repair');
    await playground.aboutPath.getByRole('button', { name: /^Repair \(/ }).click();
    await playground.expectVerdict('reachable');
    for (const part of ['Stop this', 'All that works', 'Keep it so']) {
      await playground.openPart(part);
      await clean(`path: ${part}`, DOCK);
    }
    await playground.undo();

    await playground.scrubTo(100);
    await expect(playground.thing('web-1')).toHaveAccessibleName(/running/);
    await cleanInThemes('canvas, running', CANVAS);
    for (const tab of ['Events', 'Data', 'Problems'] as const) {
      await playground.openDockTab(tab);
      await clean(tab, DOCK);
    }
    await page.keyboard.press('x');
    await expect(playground.dock.getByRole('tab', { name: /^Exposure/ })).toBeVisible();
    await expect(playground.dock.getByRole('listitem').first()).toBeVisible();
    await clean('exposure on the canvas', CANVAS);
    await clean('exposure as a list', DOCK);
    await page.keyboard.press('x');

    await playground.openOutline();
    // One thing of each kind that the shop has.
    for (const name of [
      'us-east-1',
      'shop-vpc',
      'public-a',
      'web-1',
      'eni-1',
      'vol-1',
      'igw-1',
      'nat-1',
    ].concat(['eip-1', 'sg-web', 'acl-shop', 'rt-public', 'orders', 'Internet'])) {
      const row = outline.getByRole('treeitem', { name: new RegExp(`^${name},`) });
      await row.first().click();
      await expect(playground.inspector.getByRole('heading', { level: 2 })).toContainText(name);
      if (name === 'web-1') await cleanInThemes('outline', LEFT);
      await cleanInThemes(`inspector of ${name}`, INSPECTOR);
    }
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await clean('menu of a thing', MENU);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Document menu' }).click();
    await clean('document menu', MENU);
    await page.keyboard.press('Escape');

    await outline.getByRole('treeitem', { name: /^web-1,/ }).focus();
    for (const [entry, title] of [
      ['Add…', 'Add to web-1'],
      ['Move to…', 'Move web-1 to…'],
      ['Connect with…', 'Connect web-1 with…'],
    ] as const)
      await openDialog(title, async () => {
        await page.keyboard.press('Shift+F10');
        await page.getByRole('menuitem', { name: entry }).click();
        await expect(dialog.getByRole('listitem').first()).toBeVisible();
      });
    for (const [entry, title] of [
      ['Open…', 'Open'],
      ['Documents…', 'Documents in this browser'],
      ['Versions…', 'Versions of this document'],
    ] as const)
      await openDialog(title, () => playground.choose('Document menu', entry));
    await openDialog('Share', () => page.getByRole('button', { name: 'Share', exact: true }).click());
    await page.getByRole('heading', { level: 1 }).click();
    await openDialog('Picture of the canvas', async () => {
      await press('Control+Shift+E')();
      await expect(dialog.getByRole('img', { name: 'How the picture will look' })).toBeVisible();
    });
    await openDialog('Help and keys', press('?'));
    await openDialog(/Settings/, press('Control+,'));
    await openDialog(/History/, press('Alt+Shift+H'));
    await press('Control+K')();
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await clean('command palette', DIALOG);
    await playground.closeDialog();
    await press('Control+F')();
    await expect(page.getByRole('search').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('web');
    await clean('search', CANVAS);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('m');
    await expect(dialog.getByRole('grid')).toBeVisible();
    await cleanInThemes('matrix', DIALOG);
    await playground.closeDialog();

    await page.evaluate(() => {
      window.print = () => {};
    });
    await press('Control+P')();
    await expect(page.locator('.print-sheet')).toBeAttached();
    await page.emulateMedia({ media: 'print' });
    await clean('sheet for paper', '.print-sheet');
  });

  test('finds nothing in the inspectors of what the shop has not', async ({ page }) => {
    const playground = new Playground(page);
    const { clean } = looksAt(page);
    // A row that is not there is told in seconds, not when the whole story is late.
    page.setDefaultTimeout(20_000);
    await page.emulateMedia({ colorScheme: 'light' });
    await playground.openShop();
    await loadThemes(page);
    await playground.drop([EVERY_SERVICE]);
    await playground.expectTitle('Every service');
    await playground.openOutline();
    for (const [index, name] of SERVICES.entries()) {
      const row = playground.outline.getByRole('treeitem', { name: new RegExp(`^${name},`) });
      await row.first().click();
      await expect(playground.inspector.getByRole('heading', { level: 2 })).toContainText(name);
      // They are made of the same parts: in each theme a few of them are enough.
      const theme = OTHER_THEMES[index % OTHER_THEMES.length] ?? 'dark';
      await clean(`inspector of ${name}`, INSPECTOR, [theme]);
    }
  });
});

test.describe('a small window', () => {
  test.use({ viewport: { width: 1024, height: 768 }, colorScheme: 'dark', reducedMotion: 'reduce' });

  test('has nothing for axe to find, in the projector’s theme either', async ({ page }) => {
    const playground = new Playground(page);
    await playground.openFirstTime();
    expect.soft(await findings(page), 'dark').toEqual([]);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Projector' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
    expect.soft(await findings(page), 'projector').toEqual([]);
  });
});
