import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a link shows the moment, tab and selection it was made at, to be looked at until a copy is made', async ({
  page,
  browser,
}) => {
  const teacher = new Playground(page);
  await teacher.openShop();
  await teacher.rename('Lesson one');
  await teacher.scrubTo(90);
  await teacher.select('web-1');
  await teacher.openDockTab('Events');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  for (const carried of ['The moment, 00:01:30', 'The tab Events', 'The selected thing', 'View only'])
    await teacher.dialog.getByLabel(carried).check();
  const field = teacher.dialog.getByLabel('Link', { exact: true });
  await expect(field).toHaveValue(/&t=90s&tab=events&sel=i-1&mode=view$/);
  const link = await field.inputValue();

  // For the class: as large as the window, black on white.
  await teacher.dialog.getByRole('button', { name: 'Show large' }).first().click();
  const large = page.getByRole('dialog', { name: 'QR code of the link' });
  const box = await large.getByRole('img').boundingBox();
  expect(box?.height).toBeGreaterThan(700);
  await expect(large).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await large.getByRole('button', { name: 'Close' }).click();

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const student = new Playground(await context.newPage());
  for (const opening of ['first', 'again'] as const) {
    if (opening === 'first') await student.page.goto(link);
    else await student.page.reload();
    await student.expectTitle('Lesson one');
    await expect(student.page.getByText('View only', { exact: true })).toBeVisible();
    await expect(student.timeline).toContainText('00:01:30');
    await expect(student.timeline.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await expect(student.inspector.getByRole('heading', { level: 2 })).toHaveText('web-1');
    await expect(student.dock.getByRole('tab', { name: /^Events/ })).toHaveAttribute('aria-selected', 'true');
  }

  // Nothing can be edited.
  await expect(student.palette).toHaveCount(0);
  await expect(student.page.getByTitle('Rename the document', { exact: true })).toBeDisabled();
  await expect(student.inspector.getByRole('button', { name: 'Something goes wrong' })).toBeDisabled();
  await student.thing('web-1').click({ position: { x: 40, y: 16 } });
  await student.page.keyboard.press('Delete');
  await expect(student.said).toContainText('View only. Make a copy to edit.');
  const at = await student.thing('web-1').boundingBox();
  await student.grab(student.thing('web-1'), { x: 40, y: 16 });
  await student.carryTo(student.canvas, { x: 60, y: 60 });
  await student.letGo();
  await expect(student.thing('web-1')).toBeVisible();
  expect((await student.thing('web-1').boundingBox())?.width).toBe(at?.width);

  // Asking and playing go on.
  await student.ask('internet', 'web-1', 443);
  await student.expectVerdict('unreachable');
  await student.scrubTo(240);
  await expect(student.thing('web-1')).toHaveAccessibleName(/running/);

  await student.page.getByRole('button', { name: 'Make a copy to edit' }).click();
  await expect(student.timeline).toContainText('00:04:00');
  await student.rename('My own');
  await student.expectSaved();
  expect(new URL(student.page.url()).hash).toBe('');
  expect(await student.documents()).toEqual(['My own']);
  await context.close();
});

test('a link says before it is copied where it is too long, and what to send instead', async ({ page }) => {
  const playground = new Playground(page);
  await playground.openShop();
  // Texts that no codec makes shorter.
  const noise = (characters: number, seed: number): string => {
    let state = seed;
    return Array.from({ length: characters }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return String.fromCharCode(33 + (state % 90));
    }).join('');
  };
  const withNotes = (lengths: readonly number[]) => ({
    name: 'noise.json',
    text: JSON.stringify({
      format: 'ec2-playground',
      version: 1,
      resources: [],
      notes: lengths.map((length, index) => ({
        id: `note-${index + 1}`,
        text: noise(length, index + 1),
        x: 0,
        y: 0,
      })),
    }),
  });
  const share = page.getByRole('button', { name: 'Share', exact: true });
  const copy = playground.dialog.getByRole('button', { name: 'Copy link' });

  await playground.drop([withNotes([4500])]);
  await expect(playground.said).toContainText('opened as a new document');
  await share.click();
  await expect(playground.dialog).toContainText('Most chats cut a link this long');
  await expect(playground.dialog).toContainText('No QR code: phones read up to 1,273 characters');
  await expect(copy).toBeVisible();
  await playground.closeDialog();

  await playground.drop([withNotes([19_000, 19_000])]);
  await share.click();
  await expect(playground.dialog).toContainText('Too long for a link: 32,000 characters is the most');
  await expect(copy).toHaveCount(0);
  await expect(playground.dialog.getByRole('button', { name: 'Save a file' })).toBeVisible();
});
