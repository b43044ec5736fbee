/** Tidying up: everything or a selection, with undo, and without what is pinned. */
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a disturbed drawing is tidied up, undone, tidied around a pin, and in one subnet alone', async ({
  page,
}) => {
  const app = new Playground(page);
  await app.openShop();
  const tidy = page.getByRole('button', { name: 'Tidy up: lanes, tiers and grids' });
  /** From the canvas's corner, whatever the view shows. */
  const placeOf = (name: string): Promise<string> =>
    app.thing(name).evaluate((thing) => {
      const { left, top } = thing.closest<HTMLElement>('.react-flow__node')?.style ?? {};
      return `${left} ${top}`;
    });
  const nudge = async (name: string): Promise<void> => {
    const before = await placeOf(name);
    await app.select(name);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`);
    await expect.poll(() => placeOf(name)).not.toBe(before);
  };

  let orders = '';
  await test.step('the button tidies everything up in one step', async () => {
    await tidy.click();
    await expect(app.said).toContainText('Tidied up');
    orders = await placeOf('orders-2');
    await tidy.click();
    await expect(app.said).toContainText('Everything is tidy already');
  });

  let nudged = '';
  await test.step('what was nudged goes back, and undo gives the nudge again', async () => {
    await nudge('orders-2');
    nudged = await placeOf('orders-2');
    await tidy.click();
    await expect.poll(() => placeOf('orders-2')).toBe(orders);
    await app.undo();
    await expect.poll(() => placeOf('orders-2')).toBe(nudged);
  });

  await test.step('undone and done again it slides as it did, unless motion is not wanted', async () => {
    /** How many things the browser was asked to slide since the last question. */
    const slid = (): Promise<number> =>
      page.evaluate(() => {
        const counter = window as unknown as { slid?: number };
        const count = counter.slid ?? 0;
        if (counter.slid === undefined) {
          const { animate } = Element.prototype;
          Element.prototype.animate = function (...given) {
            if (this.matches('.react-flow__node')) counter.slid = (counter.slid ?? 0) + 1;
            return animate.apply(this, given);
          };
        }
        counter.slid = 0;
        return count;
      });
    await slid();
    await app.redo();
    await expect.poll(() => placeOf('orders-2')).toBe(orders);
    await expect.poll(slid).toBeGreaterThan(0);
    await app.undo();
    await expect.poll(() => placeOf('orders-2')).toBe(nudged);
    await expect.poll(slid).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.redo();
    await expect.poll(() => placeOf('orders-2')).toBe(orders);
    await app.undo();
    await expect.poll(() => placeOf('orders-2')).toBe(nudged);
    expect(await slid()).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });

  await test.step('what is pinned stays where it is, and says so', async () => {
    await app.select('orders-2');
    await page.keyboard.press('p');
    await expect(app.thing('orders-2')).toHaveAccessibleName(/, pinned/);
    await nudge('web-1');
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect(app.said).toContainText('Tidied up');
    expect(await placeOf('orders-2')).toBe(nudged);
    await page.keyboard.press('ControlOrMeta+Z');
  });

  await test.step('of a selected subnet only what stands in it is tidied up', async () => {
    await nudge('orders-1');
    const elsewhere = await placeOf('orders-1');
    const web = await placeOf('web-1');
    await app.select('public-a');
    await page.keyboard.press('Alt+Shift+L');
    await expect.poll(() => placeOf('web-1')).not.toBe(web);
    expect(await placeOf('orders-1')).toBe(elsewhere);
  });
});
