/** The help texts. */
import type { Command } from './command';

export function overview(commands: readonly Command[], later: readonly string[]): readonly string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'EC2 Playground: what would happen in this AWS network?',
    '',
    'Usage: ec2-playground COMMAND INPUT … [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    `Not there yet: ${later.join(', ')}.`,
    'COMMAND --help explains its options. Exit status: 0 it holds, 1 it does not or is not known, 2 bad input.',
  ];
}

export function helpOf({ usage, summary, options, help }: Command): readonly string[] {
  const terms = options.map(
    ({ name, short, value }) =>
      `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`,
  );
  const width = Math.max(...terms.map((term) => term.length));
  return [
    `Usage: ec2-playground ${usage}`,
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    help,
    '',
    ...options.map((option, index) => `  ${(terms[index] ?? '').padEnd(width)}  ${option.help}`),
  ];
}
