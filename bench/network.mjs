/**
 * `npm run bench:network -- --instances N --out DIR [--seed S]`: writes the network that the measurements take as the
 * files of `aws ec2 describe-*`, so that other analysers can be run on the same one.
 */
import '../scripts/lib/node-version.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadBundled } from './bundle.mjs';

const USAGE = `npm run bench:network -- --instances N --out DIR [--seed S] [--own-policies SHARE]
  --instances     1 to 20000
  --out           folder for the files; made if it is not there
  --seed          a whole number from 0 to 4294967295; default 1
  --own-policies  share of instances with a security group of their own, 0 to 1; default 0.1`;

function refuse(message) {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}

function numberOf(name, text, min, max, whole) {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max) || (whole && !Number.isSafeInteger(value)))
    refuse(`--${name} is ${text}; allowed: a ${whole ? 'whole ' : ''}number from ${min} to ${max}.`);
  return value;
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        instances: { type: 'string' },
        out: { type: 'string' },
        seed: { type: 'string', default: '1' },
        'own-policies': { type: 'string', default: '0.1' },
      },
    });
    return values;
  } catch (error) {
    return refuse(error.message);
  }
}

const given = options();
if (given.instances === undefined || given.out === undefined) refuse('--instances and --out are needed.');
const shape = {
  instances: numberOf('instances', given.instances, 1, 20_000, true),
  seed: numberOf('seed', given.seed, 0, 4_294_967_295, true),
  ownPolicyShare: numberOf('own-policies', given['own-policies'], 0, 1, false),
};

const { seededAwsOutput } = await loadBundled('bench/seeded-aws-output.ts', 'seeded-aws-output');
const files = Object.entries(seededAwsOutput(shape));
const folder = resolve(given.out);
mkdirSync(folder, { recursive: true });
for (const [name, text] of files) writeFileSync(join(folder, name), text);
const size = files.reduce((sum, [, text]) => sum + text.length, 0);
console.log(`${files.length} files, ${(size / 1e6).toFixed(1)} MB, in ${folder}`);
