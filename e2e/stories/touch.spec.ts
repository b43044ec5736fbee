/** On a tablet, with fingers only: build by tap and by drag, pan, pinch, ask for the menu, collapse. */
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';
import { Fingers } from '../pages/touch';

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

test('a tablet builds a network, moves about in it and collapses a part of it', async ({ page }) => {
  const app = new Playground(page);
  await app.openEmpty();
  const fingers = await Fingers.on(page);
  const zoom = async () => parseInt(await page.locator('.zoom-percent').innerText(), 10);
  const place = () => page.locator('.react-flow__viewport').evaluate((view) => view.style.transform);

  await test.step('a tap takes a VPC, another one puts it down', async () => {
    await fingers.tap(app.paletteEntry('VPC'));
    await expect(app.paletteEntry('VPC')).toHaveAttribute('data-carried', 'true');
    await fingers.tap(app.canvas.getByText('Drag a VPC or an instance here'));
    await expect(app.thing('vpc-1')).toBeVisible();
  });

  await test.step('a finger drags a subnet and an instance from the palette', async () => {
    await fingers.dragTo(app.paletteEntry('Subnet'), app.thing('vpc-1'));
    await expect(app.thing('subnet-1')).toBeVisible();
    await fingers.dragTo(app.paletteEntry('Instance'), app.thing('subnet-1'));
    await expect(app.thing('server-1')).toBeVisible();
    await fingers.tap(app.thing('server-1'), { x: 40, y: 16 });
    await expect(app.thing('server-1')).toHaveAccessibleName(/selected/);
  });

  await test.step('one finger on the ground moves the view, and nothing else', async () => {
    const before = await place();
    const ground = await fingers.spotIn(app.canvas, { x: 24, y: 120 });
    await fingers.drag(ground, { x: ground.x + 30, y: ground.y - 60 });
    expect(await place()).not.toBe(before);
  });

  await test.step('two fingers zoom, on the ground and on a card; the page itself never', async () => {
    const before = await zoom();
    const box = await app.thing('server-1').boundingBox();
    if (!box) throw new Error('The instance is not on screen.');
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await fingers.pinch(middle, 30, 90);
    await expect.poll(zoom).toBeGreaterThan(before);
    const larger = await zoom();
    await fingers.pinch(await fingers.spotIn(app.canvas, { x: 140, y: 120 }), 160, 60);
    await expect.poll(zoom).toBeLessThan(larger);
    expect(await page.evaluate(() => [visualViewport?.scale, scrollX, scrollY])).toEqual([1, 0, 0]);
  });

  await test.step('a finger that rests asks for the menu', async () => {
    await page.evaluate(() =>
      addEventListener('contextmenu', () => document.body.setAttribute('data-asked', ''), { capture: true }),
    );
    await fingers.rest(app.thing('server-1'), { x: 40, y: 16 });
    await expect(page.locator('body')).toHaveAttribute('data-asked', '');
    await fingers.lift();
    await page.keyboard.press('Escape');
  });

  await test.step('a tap on its button collapses the subnet to a chip, and expands it again', async () => {
    await fingers.tap(app.canvas.getByRole('button', { name: 'Collapse subnet-1' }));
    await expect(app.thing('server-1')).toHaveCount(0);
    await expect(app.thing('subnet-1')).toContainText('1 instance');
    await fingers.tap(app.canvas.getByRole('button', { name: 'Expand subnet-1' }));
    await expect(app.thing('server-1')).toBeVisible();
  });
});
