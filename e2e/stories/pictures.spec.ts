import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('the canvas is saved as a picture, opens from it again, and is printed with its addresses', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.openShop();
  await playground.rename('Shop to send');
  const before = await playground.sentences();
  const dialog = page.getByRole('dialog', { name: 'Picture of the canvas' });
  const save = async (format: RegExp) => {
    await page.keyboard.press('Control+Shift+E');
    await dialog.getByLabel(format).check();
    await expect(dialog.getByRole('img', { name: 'How the picture will look' })).toBeVisible();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    const file = await download;
    await page.keyboard.press('Escape');
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };

  const png = await save(/PNG/);
  expect(png.name).toBe('shop-to-send.png');
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const svg = await save(/SVG/);
  expect(svg.name).toBe('shop-to-send.svg');
  expect(svg.bytes.toString('utf8')).toContain('>web-1<');

  for (const { name, bytes } of [png, svg]) {
    await playground.choose('Document menu', 'New');
    await playground.expectTitle('Untitled');
    await page.evaluate(
      ([file, base64]) => {
        const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([data], file));
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, bytes.toString('base64')] as const,
    );
    await playground.expectTitle('Shop to send');
    expect(await playground.sentences()).toEqual(before);
  }

  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.keyboard.press('Control+P');
  await expect(page.locator('body[data-printed]')).toBeAttached();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.print-sheet');
  await expect(sheet.getByRole('heading', { name: 'Shop to send' })).toBeVisible();
  await expect(sheet.getByRole('row', { name: /web-1 .*10\.0\.0\.10/ })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(sheet).toHaveCount(0);
});
