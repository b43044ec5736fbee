import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

/** Throws inside the simulation worker, as a defect there would; it says no goodbye. */
const throwInside = async (page: Page): Promise<void> => {
  const [worker] = page.workers();
  if (!worker) throw new Error('There is no simulation worker.');
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('crashed on purpose');
    });
  });
};

test('when the simulation throws, the next question is answered and the document is intact', async ({
  page,
  watch,
}) => {
  watch.expectError(/crashed on purpose/);
  const playground = new Playground(page);
  await playground.openShop();
  await playground.rename('Still here');
  await playground.ask('internet', 'web-1', 443);
  await playground.expectVerdict('unreachable');
  await playground.blocker('ENI_SG_RULES_MISMATCH').getByRole('button', { name: 'Fix it' }).click();
  await playground.expectVerdict('reachable');
  const before = await playground.sentences();

  for (let time = 0; time < 2; time += 1) {
    const restarted = page.waitForEvent('worker');
    await throwInside(page);
    // Whatever was asked of the dead one is asked again of the new one.
    await playground.ask('internet', 'web-1', time === 0 ? 80 : 443);
    await restarted;
    await playground.expectVerdict(time === 0 ? 'unreachable' : 'reachable');
  }
  await playground.expectTitle('Still here');
  expect(await playground.sentences()).toEqual(before);
  await playground.undo();
  await playground.expectVerdict('unreachable');
  await playground.play();
  await expect(playground.thing('web-1')).toHaveAccessibleName(/booting|running/);
});

test('when the simulation vanishes without a word, it is missed and started again', async ({ page }) => {
  await page.clock.install();
  const playground = new Playground(page);
  await playground.openShop();
  await playground.ask('internet', 'web-1', 443);
  await playground.expectVerdict('unreachable');
  const [worker] = page.workers();
  await worker?.evaluate(() => self.close());
  const restarted = page.waitForEvent('worker');
  await playground.ask('internet', 'web-1', 22);
  // Nobody has to wait here for as long as the page does.
  await page.clock.fastForward(11_000);
  await page.clock.fastForward(16_000);
  await restarted;
  await expect(playground.blocker('ENI_SG_RULES_MISMATCH')).toContainText('tcp 22');
});
