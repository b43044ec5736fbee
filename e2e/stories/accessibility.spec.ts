import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

/** What axe calls serious or critical, in the whole page or in a part of it. */
const graveFindings = async ({ page }: Playground, part?: string): Promise<readonly string[]> => {
  // There are no frames, so axe need not open a page of its own to put them together.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    );
};

const DOCK = '.frame-dock';
const LEFT = '.frame-left';
const INSPECTOR = '.frame-inspector';
const DIALOG = '[role="dialog"]';

for (const { viewport, colorScheme } of [
  { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 1024, height: 768 }, colorScheme: 'dark' },
] as const)
  test.describe(`${colorScheme} at ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport, colorScheme, reducedMotion: 'reduce' });

    test('axe finds nothing grave on any screen', async ({ page }) => {
      const playground = new Playground(page);
      const { dialog } = playground;
      const clean = (screen: string, part?: string) =>
        test.step(screen, async () => {
          expect.soft(await graveFindings(playground, part), screen).toEqual([]);
        });

      await playground.openFirstTime();
      await expect(playground.blocker('ENI_SG_RULES_MISMATCH')).toBeVisible();
      await clean('first screen, a path with its blocker');
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
      await clean('canvas, running', '.frame-canvas');
      for (const tab of ['Events', 'Data', 'Problems'] as const) {
        await playground.openDockTab(tab);
        await clean(tab, DOCK);
      }

      for (const name of ['web-1', 'sg-web', 'acl-shop', 'rt-public']) {
        await playground.openOutline();
        await playground.outline.getByRole('treeitem', { name: new RegExp(`^${name},`) }).click();
        if (name === 'web-1') await clean('outline', LEFT);
        await playground.openInspector();
        await expect(playground.inspector.getByRole('heading', { level: 2 })).toContainText(name);
        await clean(`inspector of ${name}`, INSPECTOR);
      }

      for (const [entry, title] of [
        ['Open…', 'Open'],
        ['Documents…', 'Documents in this browser'],
      ] as const) {
        await playground.choose('Document menu', entry);
        await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(title);
        await clean(title, DIALOG);
        await playground.closeDialog();
      }
      for (const title of ['Share', 'Help and keys']) {
        await page.getByRole('button', { name: title, exact: true }).click();
        await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(title);
        await clean(title, DIALOG);
        await playground.closeDialog();
      }
    });
  });
