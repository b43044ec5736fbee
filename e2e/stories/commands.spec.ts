import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

/** Everything axe finds in a part of the page. */
async function findings(page: Page, part: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include(part).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

test('by keyboard: the command palette finds commands, things to add, things to go to', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog, inspector } = playground;
  const { keyboard } = page;
  const field = dialog.getByRole('combobox', { name: 'What do you want to do?' });
  const option = (name: string | RegExp) => dialog.getByRole('option', { name });
  await playground.openShop();

  await test.step('a command, by its initials; it moves up to what was used lately', async () => {
    await keyboard.press('Control+k');
    await expect(field).toBeFocused();
    expect(await findings(page, '[role="dialog"]')).toEqual([]);
    await keyboard.type('se');
    await expect(option(/^Select everything/)).toBeVisible();
    await keyboard.press('Control+a');
    await keyboard.type('select ev');
    await expect(option(/^Select everything/)).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(playground.said).toHaveText(/^\d+ things selected$/);
    await keyboard.press('Control+Shift+p');
    await expect(dialog.getByText('Used lately')).toBeVisible();
    await expect(dialog.getByRole('option').first()).toContainText('Select everything');
  });

  await test.step('what can’t be done now stays in sight with its reason and does nothing', async () => {
    await keyboard.type('redo');
    await expect(option(/There is no step/)).toHaveAttribute('aria-disabled', 'true');
    await keyboard.press('Enter');
    await expect(field).toBeFocused();
  });

  await test.step('a thing to go to, and what can be done with it', async () => {
    await field.fill('orders-1');
    await keyboard.press('Enter');
    await expect(inspector.getByRole('heading', { level: 2 })).toContainText('orders-1');
    await keyboard.press('Control+k');
    await field.fill('trace to orders');
    await keyboard.press('Enter');
    await expect(playground.dock.getByLabel('to', { exact: true })).toHaveValue('orders-1');
  });

  await test.step('a thing to add', async () => {
    await keyboard.press('Control+k');
    await field.fill('add subnet');
    await keyboard.press('Enter');
    await expect(playground.said).toHaveText(/^Added subnet/i);
  });

  await test.step('the key that opens it closes it', async () => {
    await keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await keyboard.press('Control+k');
    await expect(dialog).toBeHidden();
  });
});

test('search: an address finds the subnet around it; arrow keys and F3 go from hit to hit', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { inspector } = playground;
  const { keyboard } = page;
  const finder = page.getByRole('search', { name: 'Find in the document' });
  const heading = inspector.getByRole('heading', { level: 2 });
  await playground.openShop();

  await test.step('by address', async () => {
    await keyboard.press('Control+f');
    await keyboard.type('10.0.10.77');
    await expect(finder.getByText('The block around it')).toBeVisible();
    await keyboard.press('Enter');
    await expect(heading).toContainText('private-a');
    await expect(finder.getByText('1 of 2')).toBeVisible();
    expect(await findings(page, '[role="search"]')).toEqual([]);
  });

  await test.step('by name: arrows, Enter, and back round', async () => {
    await keyboard.press('Control+f');
    await keyboard.type('web-');
    await keyboard.press('Enter');
    await expect(heading).toContainText('web-1');
    await keyboard.press('ArrowDown');
    await expect(heading).toContainText('web-2');
    await keyboard.press('Shift+Enter');
    await expect(heading).toContainText('web-1');
  });

  await test.step('closed, what was found has the keyboard, and F3 goes on', async () => {
    await keyboard.press('Escape');
    await expect(finder).toBeHidden();
    await expect(playground.thing('web-1')).toBeFocused();
    await keyboard.press('F3');
    await expect(heading).toContainText('web-2');
  });
});

test('history: every step by name; one goes back many and forth again', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  const { keyboard } = page;
  const line = (name: string | RegExp) => dialog.getByRole('option', { name });
  await playground.openShop();
  await playground.rename('Shop one');
  await playground.select('web-1');
  await playground.thing('web-1').focus();
  await keyboard.press('ArrowRight');
  await playground.rename('Shop two');

  await keyboard.press('Alt+Shift+h');
  await expect(dialog.getByRole('option')).toHaveCount(4);
  await expect(dialog.getByRole('option').first()).toContainText('now');
  expect(await findings(page, '[role="dialog"]')).toEqual([]);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await playground.expectTitle('Shop one');
  await expect(line(/taken back/)).toHaveCount(2);
  await line('As it was opened').click();
  await playground.expectTitle('Corner shop');
  await dialog.getByRole('option').first().click();
  await playground.expectTitle('Shop two');
  await playground.closeDialog();
});

test('help and settings: every key is listed; single keys can be switched off', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  const { keyboard } = page;
  await playground.openShop();

  await test.step('the help sheet is searched', async () => {
    await page.locator('body').press('?');
    await expect(dialog.getByRole('heading', { name: 'What is simulated' })).toBeVisible();
    expect(await findings(page, '[role="dialog"]')).toEqual([]);
    await dialog.getByRole('searchbox').fill('command palette');
    await expect(dialog.getByText('Ctrl+K')).toBeVisible();
    await expect(dialog.getByText('Ctrl+Z')).toHaveCount(0);
    await playground.closeDialog();
  });

  await test.step('with single keys off, M does nothing, and keys with Ctrl go on', async () => {
    await keyboard.press('Control+,');
    await dialog.getByRole('switch', { name: 'Single keys' }).uncheck();
    expect(await findings(page, '[role="dialog"]')).toEqual([]);
    await playground.closeDialog();
    await keyboard.press('m');
    await keyboard.press('?');
    await keyboard.press('Control+,');
    await expect(dialog.getByRole('heading', { name: 'Settings' })).toBeVisible();
  });

  await test.step('the settings are kept, and can be reset', async () => {
    await page.reload();
    await keyboard.press('Control+,');
    await expect(dialog.getByRole('switch', { name: 'Single keys' })).not.toBeChecked();
    await dialog.getByRole('button', { name: 'Reset everything here' }).click();
    await expect(dialog.getByRole('switch', { name: 'Single keys' })).toBeChecked();
  });
});

test('German: chosen in the settings, at once and on every later visit', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  const { keyboard } = page;
  const html = page.locator('html');
  await playground.openShop();
  await keyboard.press('Control+,');
  await dialog.getByLabel('Language').selectOption('de');
  await expect(dialog.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'de');
  await keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Teilen' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Teilen' })).toBeVisible();
  await page
    .getByRole('group', { name: /^web-1,/ })
    .first()
    .click({ position: { x: 40, y: 16 } });
  await expect(page.getByRole('complementary', { name: 'Inspektor' })).toContainText(
    'gezeichnet, nicht gestartet',
  );
  // What the simulation says stays English, and is marked as English for whoever has it read out.
  await expect(page.getByRole('complementary', { name: 'Inspektor' }).locator('dl[lang="en"]')).toBeVisible();
  await keyboard.press('Control+k');
  await dialog.getByRole('combobox').fill('rückg');
  await expect(dialog.getByRole('option', { name: /Strg\+Z$/ })).toBeVisible();
  await keyboard.press('Escape');

  await keyboard.press('Control+,');
  await dialog.getByLabel('Sprache').selectOption('en');
  await expect(dialog.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'en');
});
