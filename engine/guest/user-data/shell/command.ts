/** One simple command of a script, its words filled in. */
import type { Expanded } from './expansion';

export interface Command {
  /** Without its path, and without `sudo` and the like before it. */
  readonly name: string;
  readonly args: readonly Expanded[];
  /** Where the output goes. */
  readonly output?: { readonly path: Expanded; readonly append: boolean };
  /** The lines of a here-document. */
  readonly input?: string;
  /** Gets its input from the command before it. */
  readonly piped: boolean;
  /** The name of the command that feeds it. */
  readonly fedBy?: string;
  /** What that command prints, where it is known. */
  readonly fedText?: string;
  readonly background: boolean;
  /** Variables set for this command only. */
  readonly environment: ReadonlyMap<string, string>;
}

export interface Options {
  readonly values: ReadonlyMap<string, string>;
  readonly rest: readonly Expanded[];
  /** Every word that counts is known. */
  readonly known: boolean;
}

/**
 * Tells options from operands.
 * @param withValue the options that take the next word as their value
 */
export function readOptions(args: readonly Expanded[], withValue: readonly string[] = []): Options {
  const values = new Map<string, string>();
  const rest: Expanded[] = [];
  let known = true;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] as Expanded;
    if (!arg.text.startsWith('-') || arg.text === '-' || arg.text === '--') {
      if (arg.text === '--') continue;
      rest.push(arg);
      known &&= arg.known;
      continue;
    }
    const equals = arg.text.indexOf('=');
    if (arg.text.startsWith('--') && equals !== -1)
      values.set(arg.text.slice(0, equals), arg.text.slice(equals + 1));
    else if (withValue.includes(arg.text)) {
      index += 1;
      values.set(arg.text, args[index]?.text ?? '');
    } else values.set(arg.text, '');
  }
  return { values, rest, known };
}

/** One of several spellings of an option; a letter also counts inside a bundle, as the y of `-qy`. */
export function hasOption(options: Options, ...names: readonly string[]): boolean {
  return names.some((name) => {
    if (options.values.has(name)) return true;
    if (!/^-[A-Za-z]$/.test(name)) return false;
    for (const given of options.values.keys())
      if (/^-[A-Za-z]{2,8}$/.test(given) && given.includes(name.charAt(1))) return true;
    return false;
  });
}
