/** The hand: copy and paste here and in another tab, duplicate, many at once, menus, names where they stand. */
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

// The hand goes where things are: a view that glides would be elsewhere by then.
test.use({ reducedMotion: 'reduce' });

test('things are copied, pasted, duplicated, dragged as copies, selected together, lined up and renamed', async ({
  page,
  context,
}) => {
  const app = new Playground(page);
  const { keyboard, mouse } = page;
  await app.openShop();
  const menu = page.getByRole('menu');
  const instances = async (): Promise<number> =>
    app.canvas.getByRole('group', { name: /m5d\.large/ }).count();
  const spotOf = async (name: string): Promise<{ x: number; y: number }> => {
    const box = await app.boxOf(name);
    return { x: box.x + 40, y: box.y + 16 };
  };

  await test.step('an instance is pasted into another subnet with an address of that subnet', async () => {
    await app.select('web-1');
    await keyboard.press('ControlOrMeta+c');
    await expect(app.said).toHaveText('Copied 1 thing');
    await app.select('private-b');
    await keyboard.press('ControlOrMeta+v');
    await expect(app.said).toContainText('Pasted web-3');
    await expect(app.thing('web-3')).toHaveAccessibleName(/in private-b/);
    await expect(app.inspector).toContainText('10.0.11.');
    await app.undo();
    await expect(app.thing('web-3')).toHaveCount(0);
  });

  await test.step('a plain paste lets go of its groups, one with Shift keeps them', async () => {
    await app.select('web-1');
    for (const [keys, keeps] of [
      ['ControlOrMeta+Shift+v', true],
      ['ControlOrMeta+v', false],
    ] as const) {
      await keyboard.press(keys);
      await expect(app.thing('web-3')).toBeVisible();
      await expect(app.inspector.getByRole('heading', { level: 2 })).toHaveText('web-3');
      const groups = app.inspector.getByText('sg-web', { exact: true });
      if (keeps) await expect(groups.first()).toBeVisible();
      else await expect(groups).toHaveCount(0);
      await app.undo();
      await expect(app.thing('web-3')).toHaveCount(0);
      await app.select('web-1');
    }
  });

  await test.step('it is pasted in another tab, and text that is damaged is refused in one sentence', async () => {
    const second = await context.newPage();
    const other = new Playground(second);
    await second.goto('/');
    await expect(other.thing('web-1')).toBeVisible();
    await second.keyboard.press('ControlOrMeta+v');
    await expect(other.thing('web-3')).toBeVisible();
    await other.paste('{"format":"ec2-playground-clipboard","version":1,"roots":["i-1"');
    await expect(other.said).toContainText('damaged or cut off');
    await second.close();
    await page.bringToFront();
  });

  await test.step('it is duplicated with its groups, and cut', async () => {
    await app.select('web-1');
    await keyboard.press('ControlOrMeta+d');
    await expect(app.said).toContainText('Duplicated web-1');
    await expect(app.inspector.getByRole('heading', { level: 2 })).toHaveText('web-3');
    await expect(app.inspector).toContainText('sg-web');
    await keyboard.press('ControlOrMeta+x');
    await expect(app.said).toContainText('Cut web-3');
    await expect(app.thing('web-3')).toHaveCount(0);
  });

  await test.step('with Alt pressed on the way the thing stays and a copy is dropped', async () => {
    const before = await instances();
    const from = await spotOf('web-1');
    const to = await spotOf('private-b');
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 60, from.y + 30, { steps: 4 });
    await keyboard.down('Alt');
    expect(await spotOf('web-1')).toEqual(from);
    await mouse.move(to.x + 40, to.y + 60, { steps: 10 });
    await mouse.up();
    await keyboard.up('Alt');
    await expect(app.said).toContainText('Duplicated web-1');
    await expect(app.thing('web-3')).toHaveAccessibleName(/in private-b/);
    expect(await instances()).toBe(before + 1);
    expect(await spotOf('web-1')).toEqual(from);
  });

  await test.step('a copy dropped beside the subnets is offered one', async () => {
    const before = await instances();
    const from = await spotOf('web-1');
    const lane = await app.boxOf('us-east-1b');
    await keyboard.down('Alt');
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(lane.x + lane.width - 12, lane.y + 8, { steps: 8 });
    await mouse.up();
    await keyboard.up('Alt');
    await expect(app.refusal).toContainText(/Make a subnet .* here\?/);
    await app.refusal.getByRole('button', { name: /^Add subnet .* and duplicate web-1$/ }).click();
    await expect.poll(instances).toBe(before + 1);
    await app.undo();
    await expect.poll(instances).toBe(before);
  });

  await test.step('a box drawn in a subnet selects what stands in it; all of it lines up in one step', async () => {
    await page.keyboard.press('Shift+1');
    const box = await app.boxOf('private-b');
    await keyboard.down('Shift');
    await mouse.move(box.x + 4, box.y + box.height - 4);
    await mouse.down();
    await mouse.move(box.x + box.width - 4, box.y + 24, { steps: 6 });
    await mouse.up();
    await keyboard.up('Shift');
    await expect(app.inspector).toContainText('2 things');
    await keyboard.press('ControlOrMeta+Shift+ArrowLeft');
    await expect
      .poll(async () => Math.round((await spotOf('web-3')).x - (await spotOf('orders-2')).x))
      .toBe(0);
    await keyboard.press('ControlOrMeta+a');
    await expect(app.said).toContainText('things selected');
  });

  await test.step('the menu opens by the right button and by key, on a thing, on several and on the ground', async () => {
    // Everything is selected: the menu is about all of it.
    await app.thing('web-1').click({ button: 'right', position: { x: 40, y: 16 } });
    await expect(menu.getByRole('menuitem', { name: /^Delete all/ })).toBeVisible();
    await keyboard.press('Escape');
    await app.select('web-1');
    await app.thing('web-1').click({ button: 'right', position: { x: 40, y: 16 } });
    await expect(menu.getByRole('menuitem', { name: /^Duplicate/ })).toContainText(/Ctrl\+D|⌘D/);
    await keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(app.thing('web-1')).toBeFocused();
    await keyboard.press('Shift+F10');
    await expect(menu.getByRole('menuitem', { name: 'Inspect' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await app.thing('web-2').click({ modifiers: ['ControlOrMeta'], position: { x: 40, y: 16 } });
    await app.thing('web-2').click({ button: 'right', position: { x: 40, y: 16 } });
    await menu.getByRole('menuitem', { name: 'Move to container…' }).click();
    await expect(app.dialog).toContainText('Move 2 things');
    await app.closeDialog();
    const stage = await app.canvas.boundingBox();
    await mouse.click((stage?.x ?? 0) + 12, (stage?.y ?? 0) + 120, { button: 'right' });
    await menu.getByRole('menuitem', { name: /^Paste Ctrl|^Paste ⌘|^Paste$/ }).click();
    await expect(app.said).toContainText('Pasted web-');
    await app.undo();
  });

  await test.step('pasted by the menu it stands where the pointer was, whatever is selected', async () => {
    await app.select('web-1');
    const box = await app.boxOf('private-b');
    const at = { x: box.x + box.width / 2, y: box.y + box.height - 12 };
    await mouse.click(at.x, at.y, { button: 'right' });
    await menu.getByRole('menuitem', { name: /^Paste Ctrl|^Paste ⌘|^Paste$/ }).click();
    await expect(app.said).toContainText(/Pasted web-\d/);
    const name = /Pasted (web-\d)/.exec((await app.said.textContent()) ?? '')?.[1] ?? '';
    await expect(app.thing(name)).toHaveAccessibleName(/in private-b/);
    await expect
      .poll(async () => {
        const card = await app.thing(name).boundingBox();
        return card && at.x >= card.x && at.x < card.x + card.width && at.y >= card.y;
      })
      .toBe(true);
    await app.undo();
  });

  await test.step('a name is typed where the thing stands', async () => {
    const field = app.canvas.getByRole('textbox', { name: 'Name of web-2' });
    await app.select('web-2');
    await keyboard.press('F2');
    await field.fill('nobody');
    await keyboard.press('Escape');
    await expect(app.thing('web-2')).toBeFocused();
    await app.thing('web-2').dblclick({ position: { x: 40, y: 16 } });
    await field.fill('front');
    await keyboard.press('Enter');
    await expect(app.thing('front')).toBeFocused();
    await app.undo();
    await expect(app.thing('web-2')).toBeVisible();
  });
});
