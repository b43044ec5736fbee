import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a load balancer is drawn with all it needs and gets a target; a second VPC is peered and routed by one press', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { canvas, refusal, inspector } = playground;
  await playground.openEmpty();

  await test.step('one zone is too few: AWS says so, and the missing subnets are offered', async () => {
    await playground.add('VPC', canvas, { x: 160, y: 100 });
    await playground.add('Load balancer', playground.thing('vpc-1'), { x: 60, y: 20 });
    await expect(refusal).toContainText('At least two subnets in two different Availability Zones');
    await refusal.getByRole('button', { name: /^Add the missing subnet/ }).click();
    await expect(playground.thing('balancer-1')).toBeVisible();
    await expect(canvas.getByRole('group', { name: /of balancer-1/ })).toHaveCount(2);
    await playground.showAll();
  });

  await test.step('an instance dropped on the target group is registered and stays where it is', async () => {
    await playground.add('Instance', playground.thing('subnet-2'), { x: 30, y: 60 });
    await playground.showAll();
    await playground.grab(playground.thing('server-1'));
    await playground.carryTo(playground.thing('targets-1'));
    await playground.letGo();
    await expect(playground.said).toContainText('server-1 with targets-1');
    await expect(playground.thing('server-1')).toHaveAccessibleName(/in subnet-2/);
  });

  await test.step('another VPC, peered with the first: one press adds the routes on both sides', async () => {
    await playground.add('VPC', canvas, { x: 560, y: 500 });
    await playground.showAll();
    await playground.add('VPC peering connection', playground.thing('vpc-2'), { x: 60, y: 20 });
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('pcx-1');
    await inspector.getByRole('button', { name: /^Add routes through pcx-1/ }).click();
    await expect(inspector.getByRole('row').filter({ hasText: '10.1.0.0/16' })).toBeVisible();
    await expect(inspector.getByRole('row').filter({ hasText: '10.0.0.0/16' })).toBeVisible();
  });

  await test.step('what was drawn is undone step by step', async () => {
    await playground.undo();
    await playground.undo();
    await expect(canvas.getByRole('button', { name: /^pcx-1/ })).toHaveCount(0);
  });
});
