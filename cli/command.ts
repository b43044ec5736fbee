/** What every command is: options, help, and a run that gives lines and says whether it holds. */
import type { Result } from '../engine/model/result';
import type { Options, OptionShape } from './options';

export interface Outcome {
  /** For standard output. */
  readonly lines: Iterable<string>;
  /** For standard error: what is worth knowing and is no answer. */
  readonly remarks?: readonly string[];
  /** Exit status 0 if it does, 1 if not. A function where it is known only when all lines are written. */
  readonly holds: boolean | (() => boolean);
}

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly OptionShape[];
  readonly help: string;
  readonly run: (options: Options) => Result<Outcome>;
}

export const JSON_OPTION: OptionShape = { name: 'json', help: 'print JSON for machines' };

export const INPUT_HELP =
  'INPUT is one or more files or folders: a scenario, a share link, or output of "aws ec2 describe-…" (any mix of files; folders may be named after regions or accounts/ID/REGION).';
