import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Playground } from '../pages/playground';

/** Numbers that are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

function cut(fragment: string, roll: (below: number) => number): string {
  return fragment.slice(0, 1 + roll(fragment.length - 1));
}

function flip(fragment: string, roll: (below: number) => number): string {
  const at = roll(fragment.length);
  const other = ALPHABET.charAt((ALPHABET.indexOf(fragment.charAt(at)) + 1 + roll(63)) % 64);
  return `${fragment.slice(0, at)}${other}${fragment.slice(at + 1)}`;
}

/** Links of others, and such as nobody made. */
function foreign(number: number): string {
  const forms = [
    'pako:eNpVjk1qw0AMha8itGoheHEBF7pwQ-gik1LSXTYaWbGHeH4YaUJC8N0rN-',
    'json={"elements":[],"appState":{},"files":{},"type":"excalidraw"}',
    'code/MYewdgzgLgBAtgUwCYDkCuYoENYF4YBGAxhAA4BcMYaATgJYBuCA',
    `${number}.${number}.abc.AAAA`,
    `1.${'9'.repeat(20 + number)}`,
    `1.4.zzzzzz.%F0%9F%9B%92${number}`,
    '1.-5.abc.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '<script>alert(document.domain)</script><img src=x onerror=1>',
  ];
  return forms[number % forms.length] ?? '';
}

function huge(number: number): string {
  const much = 'Abc9-_'.repeat(200_000 + number);
  return number % 2 === 0 ? `1.${much.length}.1abc.${much}` : much;
}

/** A document of one's own, stored; its link, and what stands behind the # of it. */
async function openMine(page: Page): Promise<{ playground: Playground; link: string; fragment: string }> {
  const playground = new Playground(page);
  await playground.openShop();
  await playground.rename('Mine');
  await playground.expectSaved();
  const link = await playground.link();
  return { playground, link, fragment: link.slice(link.indexOf('#') + 1) };
}

test('two hundred damaged links in the address of an open page: one message each, and nothing is touched', async ({
  page,
}) => {
  test.slow();
  const { playground, link, fragment } = await openMine(page);
  const roll = dice(20_261_125);
  const damaged = [
    ...Array.from({ length: 80 }, () => cut(fragment, roll)),
    ...Array.from({ length: 80 }, () => flip(fragment, roll)),
    ...Array.from({ length: 36 }, (_, number) => foreign(number)),
    ...Array.from({ length: 4 }, (_, number) => huge(number)),
  ];
  await page.setViewportSize({ width: 800, height: 600 });
  // In the page, so that it takes seconds: each is pasted over the address, read, and closed again.
  const told = await page.evaluate(async (fragments) => {
    // Not the next frame: what is painted meanwhile need not be waited for.
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    const dialog = () => document.querySelector('[role="dialog"]');
    const answers: string[] = [];
    for (const next of fragments) {
      location.hash = next;
      while (!dialog()?.querySelector('h2')) await turn();
      answers.push(dialog()?.textContent ?? '');
      const close = [...(dialog()?.querySelectorAll('button') ?? [])].find(
        (button) => button.textContent === 'Close',
      );
      close?.click();
      while (dialog()) await turn();
    }
    return answers;
  }, damaged);
  expect(told).toHaveLength(200);
  for (const [index, answer] of told.entries())
    expect(answer, damaged[index]?.slice(0, 80)).toMatch(
      /^This link (was cut off|is damaged).*What to do.*Ask .*The document you have open was not touched\./,
    );
  await playground.expectTitle('Mine');
  await expect(playground.thing('web-1')).toBeVisible();
  expect(await playground.documents()).toEqual(['Mine']);
  // And the whole one opens still.
  await page.goto(link);
  await playground.expectTitle('Mine');
});

test('twenty damaged links opened from elsewhere: the page stands, with one message and what was there', async ({
  page,
}) => {
  test.slow();
  const { playground, fragment } = await openMine(page);
  const roll = dice(7);
  const damaged = [
    ...Array.from({ length: 8 }, () => cut(fragment, roll)),
    ...Array.from({ length: 7 }, () => flip(fragment, roll)),
    ...Array.from({ length: 4 }, (_, number) => foreign(number)),
    huge(0),
  ];
  for (const [number, next] of damaged.entries()) {
    // Another address each time, so that the page is loaded and not only its fragment changed.
    await page.goto(`/?${number}#${next}`);
    await expect(playground.dialog.getByRole('heading', { level: 2 })).toHaveText(
      /^This link (was cut off|is damaged)/,
    );
    await playground.closeDialog();
    await playground.expectTitle('Mine');
    await expect(playground.thing('web-1')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  }
  expect(await playground.documents()).toEqual(['Mine']);
});
