import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from '../fixtures';

test('A run comes out the same in the browser as in Node, to the last letter of its log', async ({
  page,
}) => {
  const bundle = await build({
    entryPoints: ['e2e/documents/played.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'played',
    target: 'es2022',
  });
  const text = readFileSync('engine/scenarios/corner-shop/scenario.json', 'utf8');
  const code = bundle.outputFiles[0]?.text ?? '';
  const question = `(() => { ${code}; return played.playedText(${JSON.stringify(text)}); })()`;
  const there = await page.evaluate<string>(question);
  const here = String(runInThisContext(question));
  expect(here.length).toBeGreaterThan(100_000);
  expect(there).toBe(here);
});
