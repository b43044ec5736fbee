/** Boxes as chips: by button and by key, with all that leads to what they hide. */
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a zone collapses to a counted chip, is undone, and opens for what is looked for in it', async ({
  page,
}) => {
  const app = new Playground(page);
  await app.openShop();
  const zone = app.thing('us-east-1a');

  await test.step('the button on its title row collapses it', async () => {
    await app.canvas.getByRole('button', { name: 'Collapse us-east-1a' }).click();
    await expect(app.thing('web-1')).toHaveCount(0);
    await expect(zone).toContainText(/2 subnets · 2 instances · 1 NAT/);
    await expect(zone).toHaveAccessibleName(/collapsed/);
    await expect(app.said).toContainText('Collapsed us-east-1a');
  });

  await test.step('undo expands it, redo collapses it: one step each', async () => {
    await app.undo();
    await expect(app.thing('web-1')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect(app.thing('web-1')).toHaveCount(0);
  });

  await test.step('a path into it is still asked and told', async () => {
    await app.ask('internet', 'web-1', 443);
    await expect(app.hops.first()).toBeVisible();
    await expect(page.getByRole('img', { name: 'Path of the packet' })).toBeVisible();
  });

  await test.step('choosing a hidden machine in the outline brings it into sight', async () => {
    await app.openOutline();
    await app.outline.getByRole('treeitem', { name: /^web-1,/ }).click();
    await expect(app.thing('web-1')).toBeVisible();
  });

  await test.step('a key collapses and expands the selected box', async () => {
    await app.select('public-a');
    await page.keyboard.press('ControlOrMeta+.');
    await expect(app.thing('web-1')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+.');
    await expect(app.thing('web-1')).toBeVisible();
  });

  await test.step('what is dropped on a chip goes into it', async () => {
    await app.select('public-a');
    await page.keyboard.press('ControlOrMeta+.');
    await expect(app.thing('public-a')).toContainText('1 instance');
    await page.getByRole('tab', { name: 'Palette' }).click();
    await app.add('Instance', app.thing('public-a'), { x: 60, y: 44 });
    await expect(app.thing('public-a')).toContainText('2 instances');
  });
});

test('from far away titles are still read, and cards are not drawn', async ({ page }) => {
  const app = new Playground(page);
  await app.openShop();
  await app.canvas.hover();
  await page.keyboard.down('Control');
  // As far as cards are no longer drawn, and no further.
  await expect(async () => {
    await page.mouse.wheel(0, 40);
    await expect(app.thing('web-1')).toHaveCount(0, { timeout: 200 });
    // The wheel is turned again at once: a hand does not wait a second between two clicks of it.
  }).toPass({ intervals: [0] });
  await page.keyboard.up('Control');
  const labels = page.locator('.far-label');
  await expect(labels.filter({ hasText: 'us-east-1' }).first()).toBeVisible();
  await expect(labels.filter({ hasText: 'shop-vpc' })).toBeVisible();
  await expect(labels.filter({ hasText: 'Internet' })).toBeVisible();
});
