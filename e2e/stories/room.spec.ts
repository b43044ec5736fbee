import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

/** What of the frame sticks out of the window, or out of its own panel. */
const sticksOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`);
    if (root.scrollHeight > root.clientHeight) found.push(`the page is ${root.scrollHeight} high`);
    for (const panel of document.querySelectorAll<HTMLElement>(
      '.frame-bar, .frame-left, .frame-inspector, .frame-dock, [role="dialog"]',
    )) {
      const box = panel.getBoundingClientRect();
      if (box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > innerHeight + 1)
        found.push(`${panel.className} leaves the window`);
      if (panel.scrollWidth > panel.clientWidth + 1)
        found.push(`${panel.className} scrolls sideways: ${panel.scrollWidth} in ${panel.clientWidth}`);
      for (const control of panel.querySelectorAll<HTMLElement>('button, input, select, h1, h2, h3')) {
        const { left, right, width } = control.getBoundingClientRect();
        if (width > 2 && !isInScroller(control, panel) && (left < box.left - 1 || right > box.right + 1))
          found.push(
            `“${control.innerText || control.getAttribute('aria-label')}” sticks out of ${panel.className}`,
          );
        // What only the keyboard sees is clipped until it has the focus.
        if (control.matches('.sr-only:not(:focus)')) continue;
        if (control.tagName === 'BUTTON' && isCut(control)) found.push(`“${control.innerText}” is cut`);
      }
    }
    return found;

    /** In a row that is meant to be scrolled, such as the hops. */
    function isInScroller(element: HTMLElement, panel: HTMLElement): boolean {
      for (let box = element.parentElement; box && box !== panel; box = box.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return true;
      return false;
    }
    /** Text that does not fit; where it is meant to be cut it ends in an ellipsis and is whole in its title. */
    function isCut(element: HTMLElement): boolean {
      const style = getComputedStyle(element);
      return (
        element.scrollWidth > element.clientWidth + 1 &&
        style.overflowX !== 'visible' &&
        style.textOverflow !== 'ellipsis'
      );
    }
  });

const share = async (canvas: Locator, page: Page): Promise<number> => {
  const box = await canvas.boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 1, height: 1 };
  return box ? (box.width * box.height) / (width * height) : 0;
};

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
] as const)
  test.describe(`at ${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });

    test('nothing sticks out and nothing is cut', async ({ page }) => {
      const playground = new Playground(page);
      const fits = (screen: string) =>
        test.step(screen, async () => {
          expect.soft(await sticksOut(page), screen).toEqual([]);
        });
      await playground.openFirstTime();
      await expect(playground.blocker('ENI_SG_RULES_MISMATCH')).toBeVisible();
      await fits('first screen');
      await playground.openPart('Repair');
      await expect(playground.aboutPath.getByRole('button', { name: /^Repair \(/ })).toBeVisible();
      await fits('repair');
      await playground.dock.getByRole('button', { name: 'More about the packet' }).click();
      await playground.dock.getByRole('button', { name: 'More room for the dock' }).click();
      await fits('a tall dock');
      await playground.dock.getByRole('button', { name: 'More room for the dock' }).click();
      await playground.scrubTo(100);
      for (const tab of ['Events', 'Paths', 'Data', 'Problems'] as const) {
        await playground.openDockTab(tab);
        await fits(tab);
      }
      await playground.openOutline();
      await fits('outline');
      await playground.openInspector();
      await fits('inspector');
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await expect(playground.dialog.getByLabel('Link', { exact: true })).toBeVisible();
      await fits('share');
    });
  });

test.describe('in a small window', () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test('the canvas keeps more than half of it, and one side panel at most is open', async ({ page }) => {
    const playground = new Playground(page);
    await playground.openFirstTime();
    const left = page.getByRole('complementary', { name: 'Palette and outline' });
    const leftIsOpen = () => left.getByRole('tab').first().isVisible();
    const room = async () => expect.poll(() => share(playground.canvas, page)).toBeGreaterThanOrEqual(0.55);
    expect((await leftIsOpen()) && (await playground.inspector.isVisible())).toBe(false);
    await room();
    await playground.openOutline();
    await room();
    await playground.openInspector();
    expect(await leftIsOpen()).toBe(false);
    await room();
    await playground.openOutline();
    await expect(playground.inspector).toHaveCount(0);
    await room();
  });
});
