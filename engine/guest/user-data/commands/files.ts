/** Output, and files that it is written to. */
import type { Action } from '../actions';
import { readOptions, type Command } from '../shell/command';
import { readFstab } from './disks';

/** A line that prints this tells the playground that the instance is ready: docs/user-data.md. */
export const READY_MARKER = 'ec2-playground: ready';
const LONGEST_PRINT = 1000;

/** echo, printf, cat: what they print, or the file it goes to. */
export function readOutput(command: Command): Action | undefined {
  const text = command.name === 'cat' ? command.input : printed(command);
  if (command.output) {
    if (!command.output.path.known) return undefined;
    return writeFile(command.output.path.text, text ?? '');
  }
  if (text === undefined) return { kind: 'local', what: 'command' };
  if (text.includes(READY_MARKER)) return { kind: 'signal-ready', how: 'marker', success: true };
  return { kind: 'print', text: text.slice(0, LONGEST_PRINT) };
}

/** `… | tee file`. */
export function readTee(command: Command): Action | undefined {
  const options = readOptions(command.args);
  const path = options.rest[0];
  return path?.known === true ? writeFile(path.text, command.input ?? command.fedText ?? '') : undefined;
}

export function writeFile(path: string, text: string): Action {
  if (path.startsWith('/dev/')) return { kind: 'local', what: 'command' };
  return path === '/etc/fstab'
    ? { kind: 'write-file', path, fstab: readFstab(text) }
    : { kind: 'write-file', path };
}

function printed(command: Command): string {
  const words = command.args.filter(({ text }, index) => !(index < 2 && /^-[neE]+$/.test(text)));
  return words.map(({ text }) => text).join(' ');
}
