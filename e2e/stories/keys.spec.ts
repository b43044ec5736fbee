/** Keys that people bring from other canvases: add beside, gather, dots, nudge, collapse from the outline. */
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('keys add beside, gather and take apart, nudge, hide the dots, and collapse from the outline', async ({
  page,
}) => {
  const app = new Playground(page);
  const { keyboard } = page;
  await app.openShop();

  await test.step('Ctrl+Arrow adds another one on that side, with its groups', async () => {
    await app.select('web-1');
    await keyboard.press('ControlOrMeta+ArrowRight');
    await expect(app.said).toContainText('Duplicated web-1');
    await expect(app.inspector.getByRole('heading', { level: 2 })).toHaveText('web-3');
    await expect(app.inspector).toContainText('sg-web');
    const [one, other] = await Promise.all(['web-1', 'web-3'].map((name) => app.thing(name).boundingBox()));
    expect(other?.x).toBeGreaterThan((one?.x ?? 0) + (one?.width ?? 0));
    await app.undo();
    await expect(app.thing('web-3')).toHaveCount(0);
  });

  await test.step('arrow keys move what is selected, with Shift further', async () => {
    await app.select('web-1');
    const leftOf = async (): Promise<number> => (await app.thing('web-1').boundingBox())?.x ?? 0;
    const start = await leftOf();
    await keyboard.press('ArrowRight');
    await expect.poll(leftOf).toBeGreaterThan(start);
    const near = (await leftOf()) - start;
    await keyboard.press('Shift+ArrowRight');
    await expect.poll(leftOf).toBeGreaterThan(start + 3 * near);
    await app.undo();
    await app.undo();
  });

  await test.step('Ctrl+G puts several into a new placement group, Ctrl+Shift+G takes one out', async () => {
    await app.select('web-1');
    await app.thing('web-2').click({ modifiers: ['ControlOrMeta'], position: { x: 40, y: 16 } });
    await keyboard.press('ControlOrMeta+g');
    await app.dialog.getByRole('button', { name: /^A new placement group/ }).click();
    await expect(app.said).toContainText('Put 2 instances into a new placement group');
    await app.select('web-1');
    await keyboard.press('ControlOrMeta+Shift+G');
    await expect(app.said).toContainText('Took web-1 out of its placement group');
  });

  await test.step('Ctrl+apostrophe hides the dots and brings them back', async () => {
    const dots = page.locator('.dots');
    await keyboard.press("ControlOrMeta+'");
    await expect(app.said).toHaveText('The ground is plain.');
    await expect(dots).toBeHidden();
    await keyboard.press("ControlOrMeta+'");
    await expect(dots).toBeVisible();
  });

  await test.step('in the outline the key for collapsing means the row', async () => {
    await app.openOutline();
    await app.outline.getByRole('treeitem', { name: /^public-a,/ }).focus();
    await keyboard.press('ControlOrMeta+.');
    await expect(app.said).toContainText('Collapsed public-a');
    await expect(app.thing('web-1')).toHaveCount(0);
    await keyboard.press('ControlOrMeta+.');
    await expect(app.thing('web-1')).toBeVisible();
  });
});
