import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('who reaches whom: from a path to the matrix in two clicks, narrowed to one port, and back by a cell', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { dialog, dock } = playground;
  const cell = (name: string | RegExp) => dialog.getByRole('gridcell', { name });
  await playground.openShop();
  await playground.ask('internet', 'web-1', 80);
  await playground.expectVerdict('unreachable');

  await test.step('two clicks', async () => {
    await dock.getByRole('button', { name: 'Everything', exact: true }).click();
    await page.getByRole('menuitem', { name: /^Matrix/ }).click();
    await expect(dialog.getByRole('grid', { name: 'Who reaches whom' })).toBeFocused();
    await dialog.getByLabel('Rows and columns').selectOption({ label: 'each interface' });
  });

  await test.step('what works is said in words under the grid', async () => {
    await cell('the internet → web-1: some of it works').hover();
    await expect(dialog.getByText('tcp 22 from 198.51.100.0/24')).toBeVisible();
    await dialog.getByLabel('Only').fill('443');
    await expect(cell('the internet → web-1: nothing works')).toBeVisible();
    await dialog.getByLabel('Only').fill('tcp 22');
    await expect(cell('the internet → web-1: some of it works')).toBeVisible();
  });

  await test.step('rows are put together by subnet', async () => {
    await dialog.getByLabel('Rows and columns').selectOption({ label: 'by subnet' });
    await expect(cell(/→ web-1:/)).toHaveCount(0);
    await dialog.getByLabel('Rows and columns').selectOption({ label: 'each interface' });
  });

  await test.step('a cell leads to its path', async () => {
    await cell('the internet → web-1: some of it works').click();
    await expect(dialog).toBeHidden();
    await playground.expectVerdict('reachable');
    await expect(dock.getByLabel('port', { exact: true })).toHaveValue('22');
  });

  await test.step('so do the keys alone, and the matrix opens as it was left', async () => {
    await page.locator('body').press('m');
    await expect(dialog.getByLabel('Only')).toHaveValue('tcp 22');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  });
});

test('exposure: marks on the canvas, what the internet reaches and why, and a path of it; an edit changes both', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { dock } = playground;
  const inbound = dock.getByRole('list', { name: 'What the internet reaches, and why' });
  const row = inbound.getByRole('listitem').filter({ hasText: 'web-1' }).first();
  const legend = page.getByRole('complementary', { name: 'Exposure' });
  await playground.openShop();
  await playground.ask('internet', 'web-1', 443);
  await playground.expectVerdict('unreachable');

  await test.step('two clicks', async () => {
    await dock.getByRole('button', { name: 'Everything', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: /^Exposure/ }).click();
    await expect(legend).toContainText('the internet reaches it');
    await expect(row).toContainText('tcp 22 from 198.51.100.0/24');
    await expect(row.getByRole('list', { name: 'by' })).toContainText('igw-1');
  });

  await test.step('a row leads to its path', async () => {
    await row.getByRole('button', { name: 'Show a path of web-1' }).click();
    await playground.expectVerdict('reachable');
  });

  await test.step('what an edit opens is on the canvas and in the list', async () => {
    await playground.ask('internet', 'web-1', 443);
    await playground.fixUntilReachable();
    await playground.openDockTab('Exposure');
    await expect(row).toContainText('tcp 443');
    await expect(playground.canvas.getByText(/443/).first()).toBeVisible();
  });

  await test.step('it goes as it came', async () => {
    await legend.getByRole('button', { name: 'Leave the exposure overlay' }).click();
    await expect(legend).toBeHidden();
    await expect(dock.getByRole('tab', { name: 'Exposure' })).toHaveCount(0);
  });
});
