import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('an instance has interfaces in two subnets of its zone; the second is dragged to another instance with all it carries', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { refusal, canvas } = playground;
  await playground.openEmpty();

  await test.step('two subnets of one zone, two instances in the first', async () => {
    await playground.add('VPC', canvas, { x: 120, y: 80 });
    await playground.add('Instance', playground.thing('vpc-1'));
    await refusal.getByRole('button', { name: /^Add subnet/ }).click();
    await playground.nameIt('server-1', 'old');
    await playground.showAll();
    await playground.add('Subnet', playground.thing('us-east-1a'), { x: 20, y: 20 });
    await playground.nameIt('subnet-2', 'back');
    await playground.showAll();
    await playground.add('Instance', playground.thing('subnet-1'), { x: 30, y: 50 });
    await playground.nameIt('server-1', 'new');
    await playground.showAll();
  });

  const port = playground.thing('eni-3');
  await test.step('an interface stands in the second subnet and is attached to the first instance', async () => {
    await playground.add('Network interface', playground.thing('back'), { x: 40, y: 60 });
    await expect(port).toHaveAccessibleName(/not attached, in back 10\.0\.1\.0\/24/);
    await playground.showAll();
    await playground.grab(port);
    await playground.carryTo(playground.thing('old'));
    await expect(playground.thing('old')).toHaveAttribute('data-lit', 'over');
    await playground.letGo();
    await expect(port).toHaveAccessibleName(/old eth1, in back 10\.0\.1\.0\/24/);
  });

  await test.step('it gets an Elastic IP and a group of its own', async () => {
    await playground.showAll();
    await playground.add('Security group', playground.thing('vpc-1'), { x: 12, y: 40 });
    await playground.nameIt('group-1', 'admins');
    await playground.add('Elastic IP', port);
    await playground.select('eni-3');
    await expect(port).toHaveAccessibleName(/Elastic IP \d/);
    const groups = playground.property('Security groups');
    await groups.getByRole('button', { name: 'Add to Security groups' }).click();
    await groups.getByRole('combobox', { name: 'Add to Security groups' }).selectOption({ label: 'admins' });
    await expect(port).toHaveAccessibleName(/admins/);
  });

  const carried = await port.getAttribute('aria-label');
  const [kept = ''] = /^.*Elastic IP [\d.]+/.exec(carried ?? '') ?? [];
  expect(kept).toContain('10.0.1.');

  await test.step('dragged to the other instance: address, groups and Elastic IP move along', async () => {
    await playground.showAll();
    await playground.grab(port);
    await playground.carryTo(playground.thing('new'));
    await playground.letGo();
    await expect(playground.said).toContainText('its groups, its Elastic IP');
    await expect(port).toHaveAccessibleName(/new eth1, in back 10\.0\.1\.0\/24/);
    await expect(port).toHaveAccessibleName(new RegExp(`^${kept.replaceAll('.', '\\.')}`));
    await expect(playground.fact('Attached to')).toContainText(/^new\b/);
  });

  await test.step('one undo gives it back', async () => {
    await playground.undo();
    await expect(port).toHaveAccessibleName(/old eth1, in back 10\.0\.1\.0\/24/);
    await expect(port).toHaveAccessibleName(new RegExp(`^${kept.replaceAll('.', '\\.')}`));
  });

  await test.step('a primary interface does not leave its instance, and why is said', async () => {
    await playground.grab(playground.port('eni-1'));
    await playground.carryTo(playground.thing('new'));
    await playground.letGo();
    await expect(refusal).toContainText('eni-1 is the primary interface of old');
  });
});
