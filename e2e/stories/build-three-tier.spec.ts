import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a three-tier network is drawn with the mouse from an empty canvas, asked, mended and asked again', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { refusal, said, inspector, canvas } = playground;
  await playground.openEmpty();
  const vpc = playground.thing('shop');
  const publicSubnet = playground.thing('public');
  const privateSubnet = playground.thing('private');

  await test.step('a VPC on the empty canvas', async () => {
    await playground.add('VPC', canvas, { x: 120, y: 80 });
    await playground.nameIt('vpc-1', 'shop');
    await playground.showAll();
    await expect(vpc).toBeVisible();
  });

  await test.step('an instance on the bare VPC is refused, and a subnet for it is offered', async () => {
    await playground.add('Instance', vpc);
    await expect(refusal).toContainText('An instance stands in a subnet. Make a subnet 10.0.0.0/24 here?');
    await refusal.getByRole('button', { name: 'Add subnet 10.0.0.0/24 and an instance' }).click();
    await playground.nameIt('server-1', 'web');
    await playground.select('subnet-1');
    await playground.nameIt('subnet-1', 'public');
  });

  await test.step('one undo takes back the whole gesture', async () => {
    await playground.undo();
    await playground.undo();
    await expect(playground.thing('server-1')).toBeVisible();
    await playground.undo();
    await expect(playground.thing('server-1')).toHaveCount(0);
    await expect(playground.thing('subnet-1')).toHaveCount(0);
    await expect(vpc).toBeVisible();
    for (const name of ['server-1', 'web']) {
      await page.keyboard.press('Control+Shift+Z');
      await expect(playground.thing(name)).toBeVisible();
    }
    await page.keyboard.press('Control+Shift+Z');
    await expect(publicSubnet).toBeVisible();
  });

  await test.step('a second subnet; only what takes it lights up', async () => {
    await playground.showAll();
    await playground.grab(playground.paletteEntry('Subnet'));
    await playground.carryTo(vpc, { x: 10, y: 40 });
    await expect(vpc).toHaveAttribute('data-lit', 'over');
    await expect(playground.thing('us-east-1a')).toHaveAttribute('data-lit', 'legal');
    await expect(playground.thing('web')).not.toHaveAttribute('data-lit', /./);
    await expect(playground.thing('Internet')).not.toHaveAttribute('data-lit', /./);
    await playground.letGo();
    await playground.nameIt('subnet-2', 'private');
    await playground.showAll();
    await expect(privateSubnet).toHaveAccessibleName(/10\.0\.1\.0\/24/);
  });

  await test.step('one internet gateway is taken, a second is not, and why is said at the hand', async () => {
    await playground.add('Internet gateway', vpc, { x: 200, y: 12 });
    await playground.nameIt('igw-1', 'door');
    await playground.showAll();
    await playground.grab(playground.paletteEntry('Internet gateway'));
    await playground.carryTo(vpc, { x: 200, y: 12 });
    const why = /shop already has an internet gateway/;
    await expect(canvas.locator('..').getByText(why)).toBeVisible();
    await expect(vpc).toHaveAttribute('data-lit', 'refused');
    await playground.letGo();
    await expect(refusal).toContainText(why);
    await refusal.getByRole('button', { name: 'Close' }).click();
  });

  const giveDefaultRoute = async (subnet: typeof vpc, made: string, name: string, target: string) => {
    await playground.add('Route table', subnet, { x: 30, y: 60 });
    await playground.nameIt(made, name);
    await inspector.getByRole('button', { name: 'Add route: Routes' }).click();
    await inspector.getByLabel(/^to/).fill('0.0.0.0/0');
    await inspector.getByLabel(/^by/).selectOption({ label: target });
    await inspector.getByRole('button', { name: 'Save' }).click();
    await expect(inspector.getByRole('row').filter({ hasText: '0.0.0.0/0' })).toContainText(target);
  };

  await test.step('routes out: through the gateway for one subnet, through a NAT gateway for the other', async () => {
    await giveDefaultRoute(publicSubnet, 'rtb-2', 'rt-public', 'door');
    await expect(publicSubnet).toHaveAccessibleName(/^public subnet public/);
    await playground.add('NAT gateway', publicSubnet, { x: 200, y: 100 });
    await playground.nameIt('nat-1', 'nat');
    await playground.showAll();
    await giveDefaultRoute(privateSubnet, 'rtb-3', 'rt-private', 'nat');
    await expect(privateSubnet).toHaveAccessibleName(/^private subnet private/);
  });

  await test.step('two instances in the private subnet', async () => {
    for (const name of ['app', 'db']) {
      await playground.add('Instance', privateSubnet, { x: 40, y: 60 });
      await playground.nameIt('server-1', name);
      await playground.showAll();
    }
    await expect(playground.thing('app')).toHaveAccessibleName(/in private 10\.0\.1\.0\/24/);
  });

  await test.step('the Internet cannot reach web yet; each fix is one click', async () => {
    await playground.ask('internet', 'web', 443);
    await playground.expectVerdict('unreachable');
    await expect(playground.blocker('IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS')).toContainText(
      'web has no public IPv4 address',
    );
    await playground.fixUntilReachable();
    await expect(said).not.toBeEmpty();
  });

  await test.step('app reaches the Internet through the NAT gateway', async () => {
    await playground.ask('app', 'internet', 443);
    await playground.expectVerdict('reachable');
    await expect(playground.hops.filter({ hasText: 'nat' }).first()).toBeVisible();
    await expect(playground.hops.filter({ hasText: 'door' }).first()).toBeVisible();
  });
});
