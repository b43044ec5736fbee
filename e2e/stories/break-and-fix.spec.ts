import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('a deleted route, an emptied ACL: the packet stops at exactly that place, one click mends it, one undo breaks it again', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { dock, inspector } = playground;
  await playground.openShop();

  await test.step('mended first: customers reach the shop', async () => {
    await playground.ask('internet', 'web-1', 443);
    await playground.blocker('ENI_SG_RULES_MISMATCH').getByRole('button', { name: 'Fix it' }).click();
    await playground.expectVerdict('reachable');
  });

  const selectInOutline = async (name: RegExp) => {
    await playground.outline.getByRole('treeitem', { name }).first().click();
  };
  const stop = () => playground.hops.filter({ has: page.getByLabel('stopped') });

  await test.step('without its default route the reply does not leave the subnet', async () => {
    await playground.openOutline();
    await selectInOutline(/^rt-public,/);
    await inspector.getByRole('button', { name: 'Change 0.0.0.0/0 igw-1' }).click();
    await inspector.getByRole('button', { name: 'Remove', exact: true }).click();
    await playground.expectVerdict('unreachable');
    const blocker = playground.blocker('NO_ROUTE_TO_DESTINATION');
    await expect(blocker).toContainText('rt-public');
    await expect(stop().first()).toContainText('rt-public');
    await blocker.getByRole('button', { name: 'Fix it' }).click();
    await playground.expectVerdict('reachable');
    await playground.undo();
    await playground.expectVerdict('unreachable');
    await playground.undo();
    await playground.expectVerdict('reachable');
  });

  await test.step('without its rule the network ACL denies by its last line', async () => {
    await selectInOutline(/^acl-shop,/);
    await inspector
      .getByRole('button', { name: /^Change 100 / })
      .first()
      .click();
    await inspector.getByRole('button', { name: 'Remove', exact: true }).click();
    await playground.expectVerdict('unreachable');
    const blocker = playground.blocker('SUBNET_ACL_RESTRICTION');
    await expect(blocker).toContainText('acl-shop');
    await expect(blocker.getByRole('link', { name: 'AWS page' })).toHaveAttribute(
      'href',
      /^https:\/\/docs\.aws\.amazon\.com\//,
    );
    await expect(stop().first()).toContainText('acl-shop');
    await stop().first().getByRole('button').click();
    await expect(stop().first().getByRole('button')).toHaveAttribute('aria-current', 'step');
    await blocker.getByRole('button', { name: 'Fix it' }).click();
    await playground.expectVerdict('reachable');
    await expect(dock.getByText('SUBNET_ACL_RESTRICTION')).toHaveCount(0);
    await playground.undo();
    await playground.expectVerdict('unreachable');
    await expect(playground.blocker('SUBNET_ACL_RESTRICTION')).toBeVisible();
  });
});
