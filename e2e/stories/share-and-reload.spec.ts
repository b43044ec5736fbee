import type { Browser } from '@playwright/test';
import { expect, lanAddress, test } from '../fixtures';
import { Playground } from '../pages/playground';

/** Somebody else's browser: nothing is stored there. */
const freshBrowser = async (browser: Browser): Promise<Playground> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return new Playground(await context.newPage());
};

const copyLink = async (playground: Playground): Promise<string> => {
  const { page, dialog } = playground;
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const field = dialog.getByLabel('Link', { exact: true });
  await expect(field).toHaveValue(/#\d+\./);
  const link = await field.inputValue();
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByRole('status')).toContainText('Link copied');
  return link;
};

test('a copied link opens in a fresh browser as the same document with the same run', async ({
  page,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new Playground(page);
  await playground.openShop();
  await playground.rename('Our shop');
  await playground.scrubTo(240);
  await expect(playground.thing('web-1')).toHaveAccessibleName(/running/);
  const told = { sentences: await playground.sentences(), events: await playground.events() };
  const link = await copyLink(playground);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  const other = await freshBrowser(browser);
  await other.openAgain('Our shop', link);
  await other.scrubTo(240);
  await expect(other.thing('web-1')).toHaveAccessibleName(/running/);
  expect(await other.events()).toEqual(told.events);
  await expect.poll(() => other.sentences()).toEqual(told.sentences);
  await other.page.context().close();
});

test('on plain http in a local network copying works too', async ({ page, browser, baseURL }) => {
  const playground = new Playground(page);
  await playground.openShop(lanAddress(baseURL));
  expect(await page.evaluate(() => 'clipboard' in navigator)).toBe(false);
  const link = await copyLink(playground);
  await playground.closeDialog();
  expect(link).toMatch(/^http:\/\/lan\.test:/);
  // What was copied arrives where it is pasted.
  await page.keyboard.press('Control+O');
  const field = playground.dialog.getByLabel('Or paste text or a link');
  await field.focus();
  await page.keyboard.press('Control+V');
  await expect(field).toHaveValue(link);

  const other = await freshBrowser(browser);
  await other.openAgain('Corner shop', link);
  await expect(other.thing('web-1')).toBeVisible();
  await other.page.context().close();
});

test('a cut link and a damaged link say what is wrong and touch nothing', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  await playground.openShop();
  await playground.rename('Mine');
  await playground.expectSaved();
  const link = await playground.link();
  const middle = link.indexOf('#') + Math.floor((link.length - link.indexOf('#')) / 2);
  const flipped = `${link.slice(0, middle)}${link[middle] === 'A' ? 'B' : 'A'}${link.slice(middle + 1)}`;
  for (const [damaged, title, before] of [
    // Pasted over the address of the open page, then opened from somewhere else.
    [link.slice(0, -9), /This link (was cut off|is damaged)/, page.url()],
    [flipped, /This link is damaged/, 'about:blank'],
  ] as const) {
    if (page.url() !== before) await page.goto(before);
    await page.goto(damaged);
    await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(title);
    await expect(dialog).toContainText('The document you have open was not touched.');
    await playground.closeDialog();
    await playground.expectTitle('Mine');
    await expect(playground.thing('web-1')).toBeVisible();
  }
  expect(await playground.documents()).toEqual(['Mine']);
});

test('a link opened over local work opens beside it', async ({ page, browser }) => {
  const other = await freshBrowser(browser);
  await other.openShop();
  await other.rename('From a friend');
  const link = await other.link();
  await other.page.context().close();

  const playground = new Playground(page);
  await playground.openShop();
  await playground.rename('Mine');
  await playground.expectSaved();
  await page.goto(link);
  await playground.expectTitle('From a friend');
  expect([...(await playground.documents())].sort()).toEqual(['From a friend', 'Mine']);
  await playground.choose('Document menu', 'Documents…');
  await playground.dialog
    .getByRole('listitem')
    .filter({ hasText: 'Mine' })
    .getByRole('button', { name: 'Open', exact: true })
    .click();
  await playground.expectTitle('Mine');
});

test('what was drawn is there after a reload, and after the tab was killed in the middle', async ({
  page,
  context,
}) => {
  const playground = new Playground(page);
  await playground.openEmpty();
  await playground.add('VPC', playground.canvas, { x: 120, y: 80 });
  await playground.nameIt('vpc-1', 'kept');
  await playground.rename('Kept work');
  await playground.expectSaved();
  await page.reload();
  await playground.expectTitle('Kept work');
  await expect(playground.thing('kept')).toBeVisible();

  await playground.add('Internet gateway', playground.thing('kept'));
  await expect(playground.thing('igw-1')).toBeVisible();
  await playground.expectSaved();
  // A tab that crashes says no goodbye.
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
  const again = new Playground(await context.newPage());
  await again.openAgain('Kept work');
  await expect(again.thing('igw-1')).toBeVisible();
});

test('two tabs on one document do not overwrite each other', async ({ page, context }) => {
  const first = new Playground(page);
  await first.openShop();
  await first.rename('Shared by two');
  await first.expectSaved();

  const second = new Playground(await context.newPage());
  await second.openAgain('Shared by two');
  await expect(second.said).toContainText('also open in another tab');
  await second.rename('Second', 'Second (copy)');
  await second.expectSaved();
  await first.rename('First');
  await first.expectSaved();
  await expect.poll(async () => [...(await first.documents())].sort()).toEqual(['First', 'Second (copy)']);
});

test('a name that is half typed when the page is left is kept, as one undo step', async ({ page }) => {
  const playground = new Playground(page);
  await playground.openShop();
  await playground.select('web-1');
  await playground.inspector.getByTitle('The Name tag').click();
  const undo = page.getByRole('button', { name: /^Undo/ });
  await expect(undo).toBeDisabled();
  await page.keyboard.type('till');
  // Typing alone changes nothing yet; leaving the field is one step, and Escape is none.
  await expect(undo).toBeDisabled();
  await page.keyboard.press('Enter');
  await expect(playground.thing('till')).toBeVisible();
  await playground.undo();
  await expect(playground.thing('web-1')).toBeVisible();
  await expect(undo).toBeDisabled();

  await playground.inspector.getByTitle('The Name tag').click();
  await page.keyboard.type('checkout');
  await page.reload();
  await expect(playground.thing('checkout')).toBeVisible();
});
