import { WEB_SERVER } from '../documents/web-server';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

const TEN_MINUTES_S = 600;

test('a web server boots by user data without a path, gets a NAT gateway, and the run replays: its client is served', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { inspector } = playground;
  await playground.openEmpty();
  await playground.drop([WEB_SERVER]);
  await playground.expectTitle('A web server by user data');

  await test.step('the package manager finds no way out; EC2 says running all the same', async () => {
    await playground.play();
    await playground.pause();
    await playground.scrubTo(TEN_MINUTES_S);
    await playground.openDockTab('Events');
    await expect(playground.event('web', /yum install -y httpd: fails/)).toBeVisible();
    await playground.select('web');
    await expect(playground.thing('web')).toHaveAccessibleName(/running/);
    await playground.ask('client', 'web', 80);
    await playground.expectVerdict('unreachable');
    await expect(playground.blocker('X_NO_LISTENER')).toBeVisible();
  });

  await test.step('a NAT gateway and a route to it', async () => {
    await playground.showAll();
    await playground.add('NAT gateway', playground.thing('public'), { x: 60, y: 60 });
    await playground.nameIt('nat-1', 'nat');
    await playground.openOutline();
    await playground.outline.getByRole('treeitem', { name: /^rt-private,/ }).click();
    await inspector.getByRole('button', { name: 'Add route: Routes' }).click();
    await inspector.getByLabel(/^to/).fill('0.0.0.0/0');
    await inspector.getByLabel(/^by/).selectOption({ label: 'nat' });
    await inspector.getByRole('button', { name: 'Save' }).click();
  });

  await test.step('the run is played again to the moment shown, and the client is served', async () => {
    await playground.openDockTab('Paths');
    await playground.expectVerdict('reachable');
    await playground.openDockTab('Events');
    await expect(playground.event('web', /has booted, and its user data has run/)).toBeVisible();
  });
});
