#!/usr/bin/env node
// Runs the command line. Bundles it first when its sources have changed; a call then starts in about 0.3 s.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.cache', 'ec2-playground');
const bundle = join(cache, 'cli.mjs');
const stamp = join(cache, 'cli.stamp');

if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
  process.stderr.write(`EC2 Playground is not installed here yet; run "npm install" in ${root} first.\n`);
  process.exit(2);
}

/** Path, size and time of everything that goes into the bundle: cheap to gather, and a deleted file shows too. */
function sources() {
  const lines = [];
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (path !== 'engine/scenarios') walk(path);
      } else if (/\.(?:ts|json)$/.test(entry.name) && !entry.name.endsWith('.test.ts')) {
        const { size, mtimeMs } = statSync(join(root, path));
        lines.push(`${path} ${size} ${mtimeMs}`);
      }
    }
  };
  walk('cli');
  walk('engine');
  const { mtimeMs } = statSync(join(root, 'package.json'));
  return [...lines.sort(), `package.json ${mtimeMs}`, process.version].join('\n');
}

const present = sources();
const fresh = existsSync(bundle) && existsSync(stamp) && readFileSync(stamp, 'utf8') === present;
if (!fresh) {
  mkdirSync(cache, { recursive: true });
  // Several calls may build at once: each into its own file, renamed in one step.
  const own = join(cache, `cli.${process.pid}.mjs`);
  try {
    const { build } = await import('esbuild');
    await build({
      absWorkingDir: root,
      entryPoints: ['cli/main.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      outfile: own,
      logLevel: 'silent',
    });
    renameSync(own, bundle);
    writeFileSync(stamp, present);
  } catch (error) {
    rmSync(own, { force: true });
    const [first] = String(error instanceof Error ? error.message : error)
      .split('\n')
      .slice(1);
    process.stderr.write(`The command line could not be built from its sources: ${first ?? error}\n`);
    process.exit(2);
  }
}

try {
  const { main } = await import(pathToFileURL(bundle).href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // A fault of the program, not of the input: still one line, for whoever reads the log of a pipeline.
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `ec2-playground: the program itself failed (${message.replace(/\s+/g, ' ')}); please report it.\n`,
  );
  process.exitCode = 2;
}
