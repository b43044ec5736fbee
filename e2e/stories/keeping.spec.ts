import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

const openDialog = async (playground: Playground, entry: 'Documents…' | 'Versions…'): Promise<void> => {
  await playground.choose('Document menu', entry);
  await expect(playground.dialog).toBeVisible();
};

const row = (playground: Playground, title: string) =>
  playground.dialog.getByRole('listitem').filter({ hasText: title });

/** What the top bar says of saving where it does not work. */
const saveAlert = (page: Page) => page.getByRole('banner').getByRole('alert');

/** A tab that crashes says no goodbye. */
const killTab = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => {});
  await crashed;
};

test('documents are found, renamed, duplicated, deleted and put back, by keyboard', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  const { keyboard } = page;
  await playground.openShop();
  await playground.rename('Shop');
  await playground.expectSaved();
  for (const title of ['Bank', 'Farm']) {
    await playground.choose('Document menu', 'New');
    await playground.rename(title);
    await playground.expectSaved();
  }
  await openDialog(playground, 'Documents…');
  await expect(row(playground, 'Shop')).toContainText('33 things');
  // Its picture: a VPC with four machines in it.
  await expect(row(playground, 'Shop').locator('path.picture-vpc')).toBeVisible();
  await expect(row(playground, 'Farm')).toContainText('open now');

  await dialog.getByLabel('Find a document').fill('shop');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await keyboard.press('ArrowDown');
  await expect(row(playground, 'Shop').getByRole('button', { name: 'Open', exact: true })).toBeFocused();
  await keyboard.press('F2');
  await keyboard.type('Corner shop of Ann');
  await keyboard.press('Enter');
  await expect(row(playground, 'Corner shop of Ann')).toBeVisible();
  await dialog.getByRole('button', { name: 'More for Corner shop of Ann' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(row(playground, 'Corner shop of Ann (copy)')).toBeVisible();

  await dialog.getByLabel('Find a document').fill('bank');
  await keyboard.press('ArrowDown');
  await keyboard.press('Delete');
  await expect(dialog.getByRole('status')).toContainText('Bank is in the bin.');
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(row(playground, 'Bank')).toBeVisible();
  await row(playground, 'Bank').getByRole('button', { name: 'Open' }).focus();
  await keyboard.press('Delete');
  await dialog.getByRole('tab', { name: /^Bin/ }).click();
  await expect(row(playground, 'Bank')).toContainText('goes in 30 days');
  await row(playground, 'Bank').getByRole('button', { name: 'Put Bank back' }).click();
  await expect(dialog).toContainText('The bin is empty.');
  await dialog.getByRole('tab', { name: /^Documents/ }).click();
  await dialog.getByLabel('Find a document').fill('copy');
  await row(playground, 'copy').getByRole('button', { name: 'Open', exact: true }).click();
  await playground.expectTitle('Corner shop of Ann (copy)');
  await expect(playground.thing('web-1')).toBeVisible();
  expect([...(await playground.documents())].sort()).toEqual([
    'Bank',
    'Corner shop of Ann',
    'Corner shop of Ann (copy)',
    'Farm',
  ]);
});

test('a version is gone back to, that is undone, and one is opened as a copy', async ({ page }) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  await playground.openShop();
  const before = await playground.sentences();
  await playground.select('web-1');
  await page.keyboard.press('Delete');
  await expect(playground.thing('web-1')).toHaveCount(0);
  await openDialog(playground, 'Versions…');
  const opened = dialog.getByRole('listitem').filter({ hasText: 'as it was opened' });
  await expect(opened).toContainText('since then 3 removed');
  await dialog.getByLabel('Name of the version').fill('without web-1');
  await page.keyboard.press('Enter');
  const named = dialog.getByRole('listitem').filter({ hasText: 'without web-1' });
  await expect(named).toContainText('the same as now');

  await opened.getByRole('button', { name: /^Go back/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(playground.said).toContainText('again');
  await expect.poll(() => playground.sentences()).toEqual(before);
  await playground.undo();
  await expect(playground.thing('web-1')).toHaveCount(0);
  await openDialog(playground, 'Versions…');
  await opened.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Open as a copy' }).click();
  await expect(playground.thing('web-1')).toBeVisible();
  await expect(page.getByTitle('Rename the document', { exact: true })).toHaveText(/^Corner shop \(.*\d{4}/);
  expect(await playground.documents()).toHaveLength(2);
});

test('a full disk is said at once, nothing is lost even with the tab, and is saved when there is room', async ({
  page,
  context,
  baseURL,
}) => {
  const { origin } = new URL(baseURL ?? '');
  // Before anything is written: Chromium asks for the room once, and again only after half a minute.
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const playground = new Playground(page);
  await playground.openShop();
  await playground.select('web-1');
  await page.keyboard.press('Delete');
  await playground.rename('Full');
  const alert = saveAlert(page);
  await expect(alert).toContainText('not saved: storage full');
  await expect(alert.getByRole('button', { name: 'Download' })).toBeVisible();
  // Another document is opened meanwhile: both wait.
  await playground.choose('Document menu', 'New');
  await playground.rename('Second');
  await expect(alert).toContainText('not saved: storage full');
  await alert.getByRole('button', { name: 'Make room…' }).click();
  await expect(playground.dialog).toContainText('The last edits of 2 documents are in this tab only');
  await expect(row(playground, 'Second')).toContainText('open now');
  await row(playground, 'Full').getByRole('button', { name: 'Open', exact: true }).click();
  await playground.expectTitle('Full');
  await expect(playground.thing('web-1')).toHaveCount(0);

  await killTab(page);
  const again = new Playground(await context.newPage());
  const quota = await context.newCDPSession(again.page);
  await quota.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await again.page.goto(origin);
  await expect(saveAlert(again.page)).toContainText('not saved: storage full');
  await openDialog(again, 'Documents…');
  await expect(row(again, 'Second')).toBeVisible();
  await expect(row(again, 'Full')).toBeVisible();
  await again.closeDialog();

  await quota.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(saveAlert(again.page)).toHaveCount(0);
  await expect(again.said).toContainText('Everything is saved again.');
  await again.page.reload();
  await expect(again.thing('igw-1').or(again.canvas.getByText('Drag a VPC'))).toBeVisible();
  expect([...(await again.documents())].sort()).toEqual(['Full', 'Second']);
});

test('without a storage the page says so, stays useful and offers the document as a file', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const playground = new Playground(page);
  await playground.openShop();
  // Before anything is drawn, and after.
  const alert = saveAlert(page);
  await expect(alert).toContainText('not saved: no storage here');
  await playground.rename('Private');
  await expect(alert).toContainText('not saved: no storage here');
  const download = page.waitForEvent('download');
  await alert.getByRole('button', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toBe('private.json');
  await openDialog(playground, 'Documents…');
  await expect(playground.dialog).toContainText('This browser keeps no documents');
  await expect(row(playground, 'Private')).toBeVisible();
});

test('what the first version of the page kept is opened, listed and kept on', async ({ page, watch }) => {
  watch.expectError(/favicon/);
  const playground = new Playground(page);
  // The same origin without the page: its storage as the first version left it.
  await page.goto('/icon.svg');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('ec2-playground', 10);
        opening.onupgradeneeded = () => {
          const documents = opening.result.createObjectStore('documents', { keyPath: 'id' });
          documents.createIndex('updatedAt', 'updatedAt');
          documents.createIndex('openedAt', 'openedAt');
          const resources = {
            'region-1': { kind: 'region', regionName: 'us-east-1' },
            'vpc-1': { kind: 'vpc', region: 'region-1', name: 'old', cidrBlock: '10.0.0.0/16' },
          };
          const document = { format: 'ec2-playground', version: 0, title: 'Of yesterday', resources };
          documents.put({ id: 'old', title: 'Of yesterday', updatedAt: 1, openedAt: 1, stamp: 7, document });
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await playground.openAgain('Of yesterday');
  await expect(playground.thing('old')).toBeVisible();
  await playground.rename('Of today');
  await playground.expectSaved();
  await page.reload();
  await playground.expectTitle('Of today');
  expect(await playground.documents()).toEqual(['Of today']);
});

test('a newer page is left its storage and its documents, and the older tab keeps its work', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { dialog } = playground;
  await playground.openShop();
  await playground.rename('Mine');
  await playground.expectSaved();
  // As a newer page would store one.
  const readNewer = () =>
    page.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          const opening = indexedDB.open('ec2-playground');
          opening.onsuccess = () => {
            const reading = opening.result.transaction('documents').objectStore('documents').get('newer');
            reading.onsuccess = () => resolve(reading.result);
          };
        }),
    );
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('ec2-playground');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('documents', 'readwrite');
          const document = { format: 'ec2-playground', version: 99, title: 'Of tomorrow', things: [] };
          const later = Date.now() + 1000;
          writing.objectStore('documents').put({
            id: 'newer',
            title: 'Of tomorrow',
            updatedAt: later,
            openedAt: later,
            stamp: 1,
            document,
          });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  const stored = await readNewer();
  await page.reload();
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('This is from a newer version');
  await expect(dialog).toContainText('version 99');
  await expect(dialog).toContainText('reads up to version 1');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await openDialog(playground, 'Documents…');
  await expect(row(playground, 'Of tomorrow')).toContainText('from a newer version');
  await expect(row(playground, 'Of tomorrow').getByRole('button', { name: 'Open' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'More for Of tomorrow' }).click();
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await row(playground, 'Mine').getByRole('button', { name: 'Open', exact: true }).click();
  await playground.expectTitle('Mine');

  // The newer page itself, in another tab, brings the storage further.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ec2-playground', 990);
        opening.onupgradeneeded = () => opening.result.createObjectStore('tomorrow');
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  const alert = saveAlert(page);
  await expect(alert).toContainText('not saved: reload this tab');
  await playground.rename('Last words');
  await expect(alert).toContainText('not saved: reload this tab');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('Last words');
  await alert.getByRole('button', { name: 'Reload' }).click();
  // Still the old page: it refuses, with the work it was given back.
  await playground.expectTitle('Last words');
  await expect(alert).toContainText('not saved: reload this tab');
  expect(await readNewer()).toEqual(stored);
});

test('a part of the page that is gone from the host ends in a reload with the work kept', async ({
  page,
  watch,
}) => {
  watch.expectError(/VersionsDialog|dynamically imported module|Failed to load resource/);
  const playground = new Playground(page);
  await playground.openShop();
  await playground.rename('Kept');
  await page.route(/VersionsDialog.*\.js/, (route) => route.fulfill({ status: 404, body: '' }));
  await playground.choose('Document menu', 'Versions…');
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('A part of this page could not be loaded');
  await expect(playground.thing('web-1')).toBeVisible();
  await page.unrouteAll();
  await notice.getByRole('button', { name: 'Reload' }).click();
  await expect(notice).toHaveCount(0);
  await playground.expectTitle('Kept');
  await openDialog(playground, 'Versions…');
});
