import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a newcomer sees a packet stop, mends the rule, pulls the plug, scrubs back and makes a network of their own', async ({
  page,
}) => {
  const playground = new Playground(page);
  await playground.openFirstTime();
  const { story, dock } = playground;
  await expect(story).toContainText('sg-web has no inbound rule for tcp 443');

  await test.step('Why? the packet walks three hops to the rule that stops it', async () => {
    await story.getByRole('button', { name: 'Why?' }).click();
    const next = story.getByRole('button', { name: 'Next hop' });
    for (let hop = 0; hop < 3; hop += 1) await next.click();
    await expect(story).toContainText('Here it stops');
    const current = dock.locator('[aria-current="step"]');
    await expect(current).toContainText('sg-web');
    await expect(current).toContainText('no inbound rule for tcp 443');
    await expect(dock.getByText('ENI_SG_RULES_MISMATCH')).toBeVisible();
  });

  await test.step('Fix it: the packet arrives, the check ticks', async () => {
    await story.getByRole('button', { name: 'Fix it' }).click();
    await expect(story).toContainText('Customers reach the shop');
    await playground.expectVerdict('reachable');
    const check = story.getByRole('listitem').filter({ hasText: 'Customers reach the shop' });
    await expect(check.getByLabel('holds')).toBeVisible();
  });

  await test.step('Pull the plug: the instance store empties, the volume stays, the address changes', async () => {
    await story.getByRole('button', { name: 'Pull the plug' }).click();
    await expect(playground.dataRow('web-1', 'Instance store')).toContainText('shopping carts');
    await expect(story).toContainText('What survived', { timeout: 60_000 });
    await expect(playground.dataRow('web-1', 'Instance store')).toContainText('empty');
    await expect(playground.dataRow('web-1 root', 'gp3')).toContainText('shop pages');
    const [before, after] = (await story.innerText()).match(/\d+\.\d+\.\d+\.\d+/g) ?? [];
    expect(before).toBeTruthy();
    expect(after).toBeTruthy();
    expect(after).not.toBe(before);
  });

  await test.step('Scrub back: the carts are there again', async () => {
    await story.getByRole('button', { name: 'Scrub back' }).click();
    await expect(playground.dataRow('web-1', 'Instance store')).toContainText('shopping carts');
  });

  await test.step('Make your own: an empty document beside the shop', async () => {
    await story.getByRole('button', { name: 'Make your own' }).click();
    await expect(page.getByText('shop-vpc')).toHaveCount(0);
    await expect(page.getByText('My network').first()).toBeVisible();
  });

  await test.step('an instance on the empty canvas: a network for it is offered, and all of it is a link', async () => {
    await playground.add('Instance', playground.canvas, { x: 200, y: 160 });
    await playground.refusal.getByRole('button', { name: /^Add VPC .* a subnet and an instance$/ }).click();
    await expect(playground.thing('server-1')).toBeVisible();
    expect(await playground.link()).toMatch(/#\d+\..{40}/);
  });
});
