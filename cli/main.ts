/** The command line: a thin shell over the engine. Prints answers to standard output and one line of trouble to standard error. */
import { readFileSync } from 'node:fs';
import type { Command } from './command';
import { checkCommand } from './commands/check';
import { importCommand, linkCommand } from './commands/convert';
import { diffCommand } from './commands/diff';
import { exposureCommand } from './commands/exposure';
import { reachCommand } from './commands/reach';
import { runCommand } from './commands/run';
import { traceCommand } from './commands/trace';
import { helpOf, overview } from './help';
import { parseOptions } from './options';
import { writeLines } from './write-lines';

const COMMANDS: readonly Command[] = [
  traceCommand,
  reachCommand,
  exposureCommand,
  diffCommand,
  checkCommand,
  runCommand,
  importCommand,
  linkCommand,
];

/** Designed, not built yet: said so instead of "unknown command". */
const LATER = ['export'] as const;

/**
 * @param args what follows the program's name
 * @returns the exit status: 0 it holds, 1 it does not or is not known, 2 bad input
 */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const command = name === 'help' ? COMMANDS.find((candidate) => candidate.name === rest[0]) : undefined;
    await writeLines(process.stdout, command ? helpOf(command) : overview(COMMANDS, LATER));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    await writeLines(process.stdout, [version()]);
    return 0;
  }
  if (LATER.some((later) => later === name))
    return complain(
      `"${name}" is not there yet; available now: ${COMMANDS.map((command) => command.name).join(', ')}.`,
    );
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command)
    return complain(
      `There is no command "${name}"; allowed: ${COMMANDS.map((candidate) => candidate.name).join(', ')}. See --help.`,
    );
  if (rest.includes('--help') || rest.includes('-h')) {
    await writeLines(process.stdout, helpOf(command));
    return 0;
  }
  const options = parseOptions(rest, command.options);
  if (!options.ok) return complain(options.error.message);
  const outcome = command.run(options.value);
  if (!outcome.ok) return complain(outcome.error.message);
  await writeLines(process.stderr, outcome.value.remarks ?? []);
  const trouble = await writeLines(process.stdout, outcome.value.lines);
  if (trouble !== null) return complain(`The answer can't be written (${trouble}).`);
  const { holds } = outcome.value;
  return (typeof holds === 'function' ? holds() : holds) ? 0 : 1;
}

/** Exactly one line, whatever was in the input. */
async function complain(message: string): Promise<number> {
  await writeLines(process.stderr, [`ec2-playground: ${message.replace(/\s+/g, ' ').slice(0, 1000)}`]);
  return 2;
}

function version(): string {
  // The bundle stands in node_modules/.cache/ec2-playground.
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  const { version: found } = JSON.parse(text) as { readonly version: string };
  return found;
}
