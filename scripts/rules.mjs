#!/usr/bin/env node
// Writes docs/rules.md from the rules of engine/validation. A test compares the two.
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { inRoot, ROOT } from './lib/root.mjs';

const { outputFiles } = await build({
  stdin: {
    contents: "export { makeRulesPage } from './engine/validation/rules-page';",
    resolveDir: ROOT,
    loader: 'ts',
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const { makeRulesPage } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);
await writeFile(inRoot('docs', 'rules.md'), makeRulesPage());
