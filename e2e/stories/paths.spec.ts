import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a path with two faults is repaired in one step, undone, repaired again and stopped; what must hold is kept', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { dock, inspector } = playground;
  const about = playground.aboutPath;
  const part = (name: string) => about.getByRole('button', { name, exact: true });
  const repair = (edits: RegExp) => about.getByRole('button', { name: edits });
  await playground.openShop();

  await test.step('two faults: no rule in the group, no way back for the reply', async () => {
    await playground.openOutline();
    await playground.outline
      .getByRole('treeitem', { name: /^rt-public,/ })
      .first()
      .click();
    await inspector.getByRole('button', { name: 'Change 0.0.0.0/0 igw-1' }).click();
    await inspector.getByRole('button', { name: 'Remove', exact: true }).click();
    await playground.ask('internet', 'web-1', 80);
    await playground.expectVerdict('unreachable');
    await expect(playground.blocker('ENI_SG_RULES_MISMATCH')).toContainText('sg-web');
    await expect(playground.blocker('NO_ROUTE_TO_DESTINATION')).toContainText('on the reply');
  });

  await test.step('the way there goes down, the reply up, and arrow keys walk both', async () => {
    const card = (number: number) => dock.getByRole('button', { name: new RegExp(`^${number} `) });
    const hops = await playground.hops.count();
    const ends = playground.hops.getByRole('button', { name: /^\d+ web-1 / });
    const [arrives, answers] = [await ends.nth(0).boundingBox(), await ends.nth(1).boundingBox()];
    expect(Math.abs((arrives?.y ?? 0) - (answers?.y ?? 99))).toBeLessThan(2);
    expect(answers?.x).toBeGreaterThan((arrives?.x ?? 0) + (arrives?.width ?? 0));
    await card(1).focus();
    await page.keyboard.press('ArrowDown');
    await expect(card(2)).toBeFocused();
    await expect(card(2)).toHaveAttribute('aria-current', 'step');
    await page.keyboard.press('ArrowRight');
    await expect(card(hops)).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('acl-shop');
  });

  await test.step('both edits are shown before they are made, and made as one', async () => {
    await playground.openPart('Repair');
    await expect(about.getByText('The smallest set.')).toBeVisible();
    await expect(about.getByRole('list', { name: 'What changes' })).toHaveCount(2);
    await expect(about.locator('ins').first()).toBeVisible();
    await repair(/^Repair \(2 edits\)$/).click();
    await playground.expectVerdict('reachable');
    await playground.undo();
    await playground.expectVerdict('unreachable');
    await expect(about.getByRole('region', { name: 'What the last edit changed' })).toContainText('lost');
    await repair(/^Repair \(2 edits\)$/).click();
    await playground.expectVerdict('reachable');
  });

  await test.step('everything that works is said in words', async () => {
    await playground.openPart('All that works');
    await expect(about.getByRole('listitem').filter({ hasText: 'tcp 80' })).toBeVisible();
  });

  await test.step('it is stopped, and what else that stops is said first', async () => {
    await playground.openPart('Stop this');
    const ways = about.getByRole('list', { name: 'Ways to stop it' }).locator('> li');
    await ways
      .first()
      .getByRole('button', { name: /^Stop it/ })
      .click();
    await playground.expectVerdict('unreachable');
  });

  await test.step('so it must stay: the check fails as soon as it is opened, and shows the packet', async () => {
    await playground.openPart('Keep it so');
    await part('Must stay closed').click();
    await expect(part('Must stay closed')).toHaveAttribute('aria-pressed', 'true');
    await playground.undo();
    await playground.undo();
    await playground.expectVerdict('reachable');
    await part('Must stay closed').click();
    await playground.ask('internet', 'orders-1', 5432);
    await playground.openDockTab('Problems');
    const check = dock
      .getByRole('list', { name: 'Checks' })
      .getByRole('listitem')
      .filter({ hasText: 'web-1' });
    await expect(check.getByLabel('fails', { exact: true })).toBeVisible();
    await check.getByRole('button', { name: /^Show the packet/ }).click();
    await expect(dock.getByLabel('to', { exact: true })).toHaveValue('web-1');
    await playground.expectVerdict('reachable');
  });
});

test('a name is resolved before the packet sets out; other protocols are asked by name or number', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { dock } = playground;
  await playground.openShop();
  await playground.select('web-1');
  const [name = ''] = (await playground.fact('Public name').innerText()).trim().split(/\s/);

  await test.step('from outside it is the public address, from inside the private one', async () => {
    const resolved = dock.getByRole('link', { name: /^DNS / });
    await playground.ask('internet', name, 22);
    await expect(resolved).toContainText('belongs to web-1: from outside of shop-vpc');
    await playground.ask('orders-1', name, 80);
    await expect(resolved).toContainText('it is the private address 10.0.0.10');
    await playground.expectVerdict('reachable');
    await playground.openPart('All that works');
    await expect(playground.aboutPath.getByRole('listitem').filter({ hasText: 'tcp 80' })).toBeVisible();
  });

  await test.step('a ping has a type and no port; another protocol has a number', async () => {
    const protocol = dock.getByLabel('protocol', { exact: true });
    await protocol.selectOption('icmp');
    await playground.expectVerdict('unreachable');
    await expect(dock.getByLabel('port', { exact: true })).toHaveCount(0);
    await dock.getByRole('button', { name: 'More about the packet' }).click();
    await expect(dock.getByLabel('ICMP type')).toHaveValue('8');
    await protocol.selectOption('other …');
    await dock.getByLabel('protocol number').fill('50');
    await playground.openPart('Why');
    await expect(playground.blocker('ENI_SG_RULES_MISMATCH')).toContainText('protocol 50');
    await protocol.selectOption('tcp');
    await playground.expectVerdict('partial');
  });

  await test.step('what makes no sense is refused in a sentence', async () => {
    await playground.ask('internet', 'nowhere', 443);
    await expect(dock.getByRole('alert')).toContainText('nowhere');
  });

  await test.step('of an end that was deleted the page speaks in words', async () => {
    await playground.ask('internet', 'web-1', 443);
    await playground.expectVerdict('unreachable');
    await playground.select('web-1');
    await page.keyboard.press('Delete');
    await expect(dock.getByRole('alert')).toHaveText('An end of this path was deleted: choose another.');
    await playground.undo();
    await playground.expectVerdict('unreachable');
  });
});
