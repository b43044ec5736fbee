import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

test('one click on a hop shows the rule that decided; rules are explained, edited, and marked where they are not needed', async ({
  page,
}) => {
  const playground = new Playground(page);
  const { dock, inspector } = playground;
  await playground.openShop();
  const rule = (name: string) => inspector.locator(`[data-rule="${name}"]`);
  const addRule = (table: string) => inspector.getByRole('button', { name: `Add rule: ${table}` }).click();
  const fill = async (values: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(values))
      await inspector
        .getByRole('textbox', { name: label, exact: true })
        .or(inspector.getByRole('combobox', { name: label, exact: true }))
        .fill(value);
    await page.keyboard.press('Enter');
  };
  const openHop = (name: string, at = 0) =>
    playground.hops.filter({ hasText: name }).nth(at).getByRole('button').click();

  await test.step('a packet that no rule allows lights the end of the rules', async () => {
    await playground.ask('internet', 'web-1', 443);
    await openHop('sg-web');
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('sg-web');
    const end = inspector.locator('[data-lit="stop"]');
    await expect(end).toContainText('has no inbound rule for tcp 443');
    await expect(end).toBeInViewport();
    await expect(rule('inbound[0]')).toContainText(
      'Everything in shop-vpc (10.0.0.0/16) may open tcp 80 (HTTP).',
    );
  });

  await test.step('what is wrong is said once, at its field', async () => {
    await addRule('Who may come in');
    await fill({ from: '10.0.0.0/40', what: 'tcp 443' });
    await expect(inspector.getByRole('alert')).toContainText('10.0.0.0/40');
    await expect(inspector.getByLabel('from', { exact: true })).toBeFocused();
    await fill({ from: 'Internet', what: 'tcp 70000' });
    await expect(inspector.getByRole('alert')).toHaveCount(1);
    await expect(inspector.getByRole('alert')).toContainText('70000');
    await expect(inspector.getByLabel('what', { exact: true })).toBeFocused();
  });

  await test.step('the new rule lets the packet pass and is lit', async () => {
    await fill({ what: 'https' });
    await playground.expectVerdict('reachable');
    await expect(rule('inbound[2]')).toContainText(
      'Anyone on the internet or inside may open tcp 443 (HTTPS).',
    );
    await expect(rule('inbound[2]')).toHaveAttribute('data-lit', 'pass');
    await expect(rule('inbound[2]')).toContainText('Lets the packet pass');
  });

  await test.step('a rule that another allows already says so; Delete takes it away, and only it', async () => {
    await addRule('Who may come in');
    await fill({ from: '198.51.100.7', what: 'tcp 22' });
    await expect(rule('inbound[3]')).toContainText('Rule 2 already allows all of this.');
    await rule('inbound[3]').getByRole('button').press('Delete');
    await expect(rule('inbound[3]')).toHaveCount(0);
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('sg-web');
    await expect(rule('inbound[2]').getByRole('button')).toBeFocused();
  });

  await test.step('a deny behind the rule that allows everything never decides; moved before it, it does', async () => {
    await openHop('acl-shop');
    await expect(rule('100').first()).toHaveAttribute('data-lit', 'pass');
    await addRule('Inbound');
    await inspector.getByLabel('action', { exact: true }).selectOption('deny');
    await fill({ from: 'Internet', what: 'tcp 443' });
    const moved = inspector.getByRole('button', { name: /^Change \d+ Internet tcp 443 deny/ });
    await expect(rule('200')).toContainText('Never decides: rule 100 allows all of it first.');
    await moved.press('Alt+ArrowUp');
    await playground.expectVerdict('unreachable');
    await expect(rule('100').first()).toContainText(
      'Denies tcp 443 (HTTPS) from anyone before rule 200 can allow it.',
    );
    await expect(rule('100').first()).toHaveAttribute('data-lit', 'stop');
    // The same number in the other direction is another rule.
    await expect(rule('100').nth(1)).not.toHaveAttribute('data-lit');
    await expect(moved).toBeFocused();
  });

  await test.step('a number that is taken is said at the number; one undo takes the move back', async () => {
    await addRule('Inbound');
    await fill({ rule: '200', from: '10.0.0.0/8', what: 'all' });
    await expect(inspector.getByRole('alert')).toContainText('There is already an inbound rule 200');
    await expect(inspector.getByLabel('rule', { exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(inspector.getByRole('button', { name: 'Add rule: Inbound' })).toBeFocused();
    await playground.undo();
    await playground.expectVerdict('reachable');
    await expect(dock.locator('[data-verdict="unreachable"]')).toHaveCount(0);
  });

  await test.step('the answer has a rule of its own in the other direction', async () => {
    await openHop('acl-shop', 1);
    await expect(rule('100').nth(1)).toHaveAttribute('data-lit', 'pass');
    await expect(rule('100').nth(1)).toContainText('Lets the answer pass');
    await expect(rule('100').nth(1)).toBeInViewport();
  });
});
