/** `npm run bench [NAME …]`: measures, prints a table, writes bench/results/NAME.json. */
import '../scripts/lib/node-version.mjs';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { ensureBuild } from '../scripts/lib/build.mjs';
import { inRoot, ROOT } from '../scripts/lib/root.mjs';
import { loadBundled } from './bundle.mjs';

process.chdir(ROOT);

const MEASURES = inRoot('bench/measures');
const known = readdirSync(MEASURES)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .sort();
const wanted = process.argv.slice(2);
const strange = wanted.filter((name) => !known.includes(name));
if (strange.length > 0) {
  console.error(`No measure is called ${strange.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}

const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length };
const figureOf = (value) => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
const broken = [];
const table = [];

for (const name of wanted.length > 0 ? wanted : known) {
  console.error(`measuring ${name} …`);
  try {
    const { measure, needsBuild } = await loadBundled(`bench/measures/${name}.ts`, name);
    if (needsBuild) ensureBuild();
    const rows = (await measure()).map((row) => ({
      ...row,
      ratio: row.budget === undefined ? undefined : Number((row.figure / row.budget).toFixed(3)),
    }));
    mkdirSync(inRoot('bench/results'), { recursive: true });
    writeFileSync(inRoot('bench/results', `${name}.json`), `${JSON.stringify({ machine, rows }, null, 2)}\n`);
    table.push(...rows);
  } catch (error) {
    broken.push(`${name}: ${String(error.message).split('\n').slice(0, 4).join(' ')}`);
  }
}

const lines = table.map((row) => [
  row.what,
  `${figureOf(row.figure)} ${row.unit}`,
  row.budget === undefined ? '' : `${figureOf(row.budget)} ${row.unit}`,
  row.ratio === undefined ? '' : `${row.ratio.toFixed(2)}${row.ratio > 1 ? ' OVER' : ''}`,
  row.peer ? `${row.peer.name}: ${row.peer.figure}` : '',
]);
const heading = ['what', 'figure', 'budget', 'ratio', 'peer'];
const widths = heading.map((title, column) =>
  Math.max(title.length, ...lines.map((line) => line[column].length)),
);
for (const line of [heading, widths.map((width) => '-'.repeat(width)), ...lines])
  console.log(
    line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );

if (broken.length > 0) {
  console.error(`\nNot measured:\n${broken.join('\n')}`);
  process.exit(1);
}
