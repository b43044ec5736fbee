import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('the inside of an instance is one press away; the script is a list; a branch keeps both futures', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { inspector, dock } = playground;
  const expectNoViolations = async (part: string) => {
    const { violations } = await new AxeBuilder({ page }).include(part).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };
  await playground.openShop();
  await playground.scrubTo(290);
  await playground.select('web-1');

  await test.step('the state diagram lies over the inspector; Escape closes it and gives the focus back', async () => {
    const link = inspector.getByRole('button', { name: 'State diagram' });
    await link.click();
    const inside = page.getByRole('dialog', { name: 'Inside web-1' });
    await expect(inside.getByRole('img', { name: /Now: running/ })).toBeVisible();
    await expect(inside.getByRole('row', { name: /^Stop/ })).toContainText('acts');
    for (const panel of ['Console', 'Metadata', 'Login', 'State diagram', 'Events']) {
      await inside.getByRole('tab', { name: panel }).click();
      await expect(inside.getByText('Asking …')).toBeHidden();
      await expectNoViolations('[role=dialog]');
    }
    await expect(inside).toContainText('web-1 is running');
    await page.keyboard.press('Escape');
    await expect(inside).toBeHidden();
    await expect(link).toBeFocused();
  });

  await test.step('an action is entered by time; a time before the run is refused', async () => {
    await dock.getByRole('tab', { name: /^Script/ }).click();
    await dock.getByRole('button', { name: 'Add an action' }).click();
    await expectNoViolations('.frame-dock');
    const form = dock.getByRole('form', { name: 'Add an action' });
    await form.getByLabel('Time').fill('-5m');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(form.getByRole('alert')).toContainText('“-5m” is before the run begins');
    await form.getByLabel('Time').fill('6m');
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dock.getByLabel('Time of: Stop web-1')).toHaveValue('6m');
    await playground.scrubTo(500);
    await expect(playground.thing('web-1')).toHaveAccessibleName(/stopped/);
  });

  await test.step('a branch keeps this future; another time in the one shown parts the two', async () => {
    await dock.getByRole('tabpanel').getByRole('button', { name: 'Branch here' }).click();
    const futures = dock.getByRole('complementary', { name: 'Two futures' });
    await expect(futures).toContainText('Both futures come out the same.');
    await expectNoViolations('.frame-dock');
    await dock.getByRole('button', { name: 'Delete: Stop web-1' }).click();
    await expect(futures).toContainText('web-1: state running; kept: stopped');
    await futures.getByRole('button', { name: 'Switch to it' }).click();
    await playground.expectTitle('Corner shop (future A)');
    await expect(dock.getByLabel('Time of: Stop web-1')).toHaveValue('6m');
    await expect(futures).toContainText('web-1: state stopped; kept: running');
    await futures.getByRole('button', { name: 'Drop it' }).click();
    await expect(futures).toBeHidden();
  });

  await test.step('the next event of the selection is a key away', async () => {
    await playground.scrubTo(0);
    await playground.select('web-1');
    await page.keyboard.press('Shift+L');
    await expect(playground.said).toContainText('web-1');
  });
});
