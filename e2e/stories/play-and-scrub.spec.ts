import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a run is played, stopped and started by hand, scrubbed back and edited; the same moment is the same state', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { inspector, dock, timeline } = playground;
  await playground.openShop();
  const web = playground.thing('web-1');

  await test.step('play: it boots and its checks pass', async () => {
    await playground.setSpeed('10 min/s');
    await playground.play();
    await expect(web).toHaveAccessibleName(/running/);
    await playground.pause();
    await playground.scrubTo(290);
    await playground.select('web-1');
    await expect(inspector).toContainText('3 of 3 checks');
    await playground.openDockTab('Data');
    await expect(playground.dataRow('web-1', 'Instance store')).toContainText('shopping carts');
  });

  const address = playground.fact('Public');
  await expect(address).toContainText('lost on stop');
  const before = (await address.innerText()).split(' ')[0] ?? '';
  expect(before).toMatch(/^\d+(\.\d+){3}$/);

  await test.step('stop: the address is given back, the instance store is empty, the volume stays', async () => {
    await inspector.getByRole('button', { name: 'Stop', exact: true }).click();
    await playground.scrubTo(420);
    await expect(web).toHaveAccessibleName(/stopped/);
    await expect(playground.dataRow('web-1', 'Instance store')).toContainText('empty');
    await expect(playground.dataRow('web-1 root', 'gp3')).toContainText('shop pages');
    await playground.openDockTab('Events');
    await expect(playground.event('web-1', `public address: ${before}`)).toBeVisible();
  });

  await test.step('start: another address', async () => {
    await inspector.getByRole('button', { name: 'Start', exact: true }).click();
    await playground.scrubTo(600);
    await expect(web).toHaveAccessibleName(/running/);
    await expect(address).toContainText('lost on stop');
    await expect(address).not.toContainText(before);
  });

  const after = { sentences: await playground.sentences(), events: await playground.events() };
  await test.step('scrub back and forth: the same moments show the same', async () => {
    await playground.scrubTo(280);
    await expect(web).toHaveAccessibleName(/running/);
    await expect(address).toContainText(before);
    await playground.openDockTab('Data');
    await expect(playground.dataRow('web-1', 'Instance store')).toContainText('shopping carts');
    await playground.scrubTo(600);
    await expect(address).not.toContainText(before);
    expect(await playground.sentences()).toEqual(after.sentences);
    expect(await playground.events()).toEqual(after.events);
  });

  await test.step('an edit during the run plays it again to this moment and lists what came out differently', async () => {
    await page.keyboard.press('Control+Z');
    await expect(web).toHaveAccessibleName(/stopped/);
    const differences = dock.getByRole('complementary');
    await expect(differences).toContainText('Came out differently after the edit');
    await expect(differences).toContainText('web-1: state stopped instead of running');
    await expect(timeline.getByText('00:10:00')).toBeVisible();
  });
});

test('Spot takes an instance back after its two minutes of notice', async ({ page }) => {
  const playground = new Playground(page);
  await playground.openShop();
  const spot = playground.thing('orders-2');
  await playground.scrubTo(0);
  await playground.scrubTo(290);
  await expect(spot).toHaveAccessibleName(/running/);
  await playground.select('orders-2');
  await playground.inspector.getByRole('button', { name: 'Something goes wrong' }).click();
  await page.getByRole('menuitem', { name: 'Spot takes it back' }).click();
  await playground.scrubTo(360);
  await expect(spot).toHaveAccessibleName(/notice/);
  await playground.scrubTo(480);
  await expect(spot).toHaveAccessibleName(/terminated|shutting down/);
  await playground.openDockTab('Events');
  await expect(playground.event('orders-2', /Spot/)).toBeVisible();
});

test('when a zone fails, what stands in it fails, and the other zone goes on', async ({ page }) => {
  const playground = new Playground(page);
  await playground.openShop();
  await playground.scrubTo(290);
  await expect(playground.thing('web-1')).toHaveAccessibleName(/running/);
  await playground.openOutline();
  await playground.outline
    .getByRole('treeitem', { name: /us-east-1a/ })
    .first()
    .click();
  await playground.inspector.getByRole('button', { name: 'Zone fails' }).click();
  await playground.scrubTo(400);
  await expect(playground.thing('web-1')).toHaveAccessibleName(/impaired/);
  await expect(playground.thing('nat-1')).toHaveAccessibleName(/unavailable/);
  await playground.ask('internet', 'web-1', 80);
  await playground.expectVerdict('unreachable');
  await playground.openDockTab('Events');
  await expect(playground.event('web-1', /./)).toBeVisible();
  await expect(playground.thing('web-2')).toHaveAccessibleName(/running/);
  await playground.openDockTab('Data');
  await expect(playground.dock).toContainText('Lost: shopping carts');
  await expect(playground.dock).toContainText('Out of reach until the zone is back:');
  await expect(playground.dataRow('orders-data', 'gp3')).toContainText('out of reach');

  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('zone is back us-east-1a');
  await expect(page.getByRole('option', { name: /Zone is back: us-east-1a/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(playground.thing('web-1')).toHaveAccessibleName(/running/);
});
