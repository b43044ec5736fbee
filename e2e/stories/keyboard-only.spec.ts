import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

const ROLES: Readonly<Record<string, string>> = { BUTTON: 'button', INPUT: 'field' };

/** Role and words of what has the focus. Asked often, so asked cheaply. */
const describeFocus = (page: Page): Promise<string> =>
  page.evaluate((roles) => {
    const focus = document.activeElement;
    // Between the last and the first the browser's own bar has it.
    if (!focus || focus === document.body) return '(the browser)';
    const role = focus.getAttribute('role') ?? roles[focus.tagName] ?? focus.tagName;
    const label = focus instanceof HTMLInputElement ? focus.labels?.[0]?.textContent : focus.textContent;
    return `${role} ${focus.getAttribute('aria-label') ?? label ?? ''}`;
  }, ROLES);

/** Presses Tab until something of that role and name has the focus: what can be reached without a pointer. */
const tabTo = async (page: Page, role: string, name: RegExp): Promise<void> => {
  const seen: string[] = [];
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await describeFocus(page);
    seen.push(focused);
    if (focused.startsWith(`${role} `) && name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${role} ${name}. It went through:\n${seen.join('\n')}`);
};

test('with the keyboard alone: build, ask, mend and play', async ({ page }) => {
  const playground = new Playground(page);
  const { outline, dialog } = playground;
  const { keyboard } = page;
  /** By typing a name; on a slow machine the letters may come too far apart, then again. */
  const jumpTo = (name: string) =>
    expect(async () => {
      await keyboard.press('Home');
      await keyboard.type(name);
      await expect(outline.getByRole('treeitem', { name: new RegExp(`^${name},`) })).toBeFocused({
        timeout: 1_000,
      });
    }).toPass();
  /** Opens the row's menu and walks to an entry by its first letters. */
  const chooseAction = async (entry: string, letters: string) => {
    const item = page.getByRole('menuitem', { name: entry });
    await expect(async () => {
      if (!(await item.isVisible())) await keyboard.press('Shift+F10');
      await expect(item).toBeVisible({ timeout: 1_500 });
      await keyboard.type(letters);
      await expect(item).toBeFocused({ timeout: 1_500 });
    }).toPass();
    await keyboard.press('Enter');
  };
  await playground.openFirstTime();

  await test.step('a new document', async () => {
    await tabTo(page, 'button', /Document menu/);
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'New' })).toBeFocused();
    await keyboard.press('Enter');
    await playground.expectTitle('Untitled');
  });

  await test.step('a VPC and a subnet by searching the palette', async () => {
    for (const [word, made] of [
      ['vpc', 'vpc-1'],
      ['subnet', 'subnet-1'],
    ] as const) {
      await keyboard.press('Escape');
      await keyboard.press('/');
      await expect(playground.palette.getByRole('searchbox')).toBeFocused();
      await keyboard.type(word);
      await keyboard.press('Enter');
      await expect(playground.thing(made)).toBeVisible();
      for (let letter = 0; letter < word.length; letter += 1) await keyboard.press('Backspace');
      await tabTo(page, 'button', /./);
    }
  });

  await test.step('an instance into the subnet and a gateway onto the VPC, in the outline', async () => {
    await tabTo(page, 'tab', /Palette/);
    await keyboard.press('ArrowRight');
    await expect(outline).toBeVisible();
    await tabTo(page, 'treeitem', /./);
    const add = async (place: string, kind: string) => {
      await jumpTo(place);
      await chooseAction('Add…', 'add');
      await expect(dialog).toContainText(`Add to ${place}`);
      await expect(dialog.getByRole('listitem').first()).toBeVisible();
      const choice = dialog.getByRole('button', { name: new RegExp(`^${kind}`) });
      while (!(await choice.evaluate((button) => button === document.activeElement)))
        await keyboard.press('Tab');
      await keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
    };
    await add('subnet-1', 'Instance');
    await expect(outline.getByRole('treeitem', { name: /^server-1,/ })).toBeFocused();
    await add('vpc-1', 'Internet gateway');
    await expect(outline.getByRole('treeitem', { name: /^igw-1,/ })).toBeFocused();
  });

  await test.step('a name', async () => {
    // A fast typist: the row that End goes to must not take the keyboard back from the field that F2 opens.
    await keyboard.press('End');
    await keyboard.press('F2');
    await expect(outline.getByLabel(/^New name of/)).toBeFocused();
    await keyboard.press('Escape');
    await jumpTo('server-1');
    await keyboard.press('F2');
    await expect(outline.getByLabel('New name of server-1')).toBeFocused();
    await keyboard.type('web');
    await keyboard.press('Enter');
    await expect(outline.getByRole('treeitem', { name: /^web,/ })).toBeFocused();
  });

  await test.step('on the canvas: out of its box and in again, and a path by C', async () => {
    await keyboard.press('Enter');
    await tabTo(page, 'group', /web,/);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await expect(playground.thing('subnet-1')).toBeFocused();
    await keyboard.press('Enter');
    await expect(playground.thing('web')).toBeFocused();
    await keyboard.press('c');
    await expect(playground.said).toContainText(/ of \d+$/);
    await keyboard.type('internet');
    await expect(playground.said).toContainText('Ask for a path from web to internet-1');
    await keyboard.press('Enter');
    await expect(playground.said).toContainText('Ask for a path from web to internet-1: ');
    await expect(playground.thing('web')).toBeFocused();
  });

  await test.step('from the Internet to it: asked once, stopped, mended, asked again', async () => {
    await keyboard.press('Shift+Tab');
    await expect(outline.getByRole('treeitem', { name: /^web,/ })).toBeFocused();
    await chooseAction('Trace to here', 'trace to');
    await tabTo(page, 'field', /from/);
    await keyboard.type('internet');
    await keyboard.press('Enter');
    await playground.expectVerdict('unreachable');
    await playground.fixUntilReachable(async () => {
      await tabTo(page, 'button', /Fix it/);
      await keyboard.press('Enter');
    });
  });

  await test.step('hop by hop', async () => {
    await expect(playground.hops.last().getByRole('button')).toHaveAttribute('aria-current', 'step');
    await tabTo(page, 'button', /Walk again/);
    await keyboard.press('Enter');
    await expect(playground.hops.first().getByRole('button')).toHaveAttribute('aria-current', 'step');
    await keyboard.press('n');
    await expect(playground.hops.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'step');
  });

  await test.step('play', async () => {
    await keyboard.press('k');
    await expect(playground.thing('web')).toHaveAccessibleName(/running/);
    await keyboard.press('k');
    await expect(playground.timeline.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await keyboard.press('Control+Z');
    await keyboard.press('j');
    await keyboard.press('j');
    await expect(playground.timeline.getByText('Design')).toBeVisible();
  });
});
