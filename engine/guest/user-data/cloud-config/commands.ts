/** runcmd and bootcmd: lists of shell commands, which cloud-init writes into a script of its own. */
import { notSimulated } from '../actions';
import type { Budget } from '../budget';
import type { UserDataStage, UserDataStep } from '../plan';
import { readShell } from '../shell/read-shell';
import type { YamlNode } from '../yaml/node';
import { step, type Entry } from './packages';

export function readCommands(entry: Entry, stage: UserDataStage, budget: Budget): readonly UserDataStep[] {
  if (entry.value.type !== 'sequence')
    return [
      step(entry, stage, notSimulated(`${entry.key} is a list of commands: one \`- command\` a line.`)),
    ];
  const texts: { line: number; text: string }[] = [];
  const wrong: UserDataStep[] = [];
  for (const item of entry.value.items) {
    const text = commandText(item);
    if (text !== undefined) texts.push({ line: item.line, text });
    else
      wrong.push(
        step(
          { key: entry.key, line: item.line },
          stage,
          notSimulated('This is a mapping and no command: a text with “: ” in it has to stand in quotes.'),
        ),
      );
  }
  return [
    ...wrong,
    ...readShell({ text: inPlace(texts), line: texts[0]?.line ?? entry.line, stage }, budget),
  ];
}

/** One script, so that `set -e` and variables hold on; each command on its own line of the text. */
function inPlace(texts: readonly { readonly line: number; readonly text: string }[]): string {
  let script = '';
  let line = texts[0]?.line ?? 0;
  for (const { line: at, text } of texts) {
    if (at > line) script += '\n'.repeat(at - line);
    line = Math.max(line, at);
    script += `${text}\n`;
    line += text.split('\n').length;
  }
  return script;
}

/** A list is a program and its arguments, each taken as it is. */
function commandText(item: YamlNode): string | undefined {
  if (item.type === 'scalar') return item.text.replace(/\n$/, '');
  if (item.type === 'mapping') return undefined;
  const words = item.items.map((word) => (word.type === 'scalar' ? quote(word.text) : undefined));
  return words.includes(undefined) ? undefined : unwrapShell(words.join(' '), item);
}

const quote = (text: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** `[sh, -c, text]` is the text. */
function unwrapShell(text: string, item: Extract<YamlNode, { type: 'sequence' }>): string {
  const [shell, option, script] = item.items;
  if (shell?.type !== 'scalar' || option?.type !== 'scalar' || script?.type !== 'scalar') return text;
  const wrapped = /^(\/bin\/)?(ba)?sh$/.test(shell.text) && /^-[a-z]*c$/.test(option.text);
  return wrapped && item.items.length === 3 ? script.text : text;
}
