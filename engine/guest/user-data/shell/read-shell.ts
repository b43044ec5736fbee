/**
 * A shell script as steps. Nothing is run: commands of the closed list become what they would do, blocks (`if`,
 * loops, functions) and everything else one step each that is shown as not simulated.
 */
import { needsOf, notSimulated, type Action, type MountEntry } from '../actions';
import { spend, type Budget } from '../budget';
import { recognise } from '../commands/recognise';
import { stepText, type UserDataStage, type UserDataStep } from '../plan';
import { skipBlock } from './blocks';
import type { Command } from './command';
import { assignmentOf, expand, expandWords, type Expanded, type Variables } from './expansion';
import { withoutPrefix } from './prefixes';
import { tokenise, type Operator, type Token, type Word } from './tokens';

export interface ShellSource {
  readonly text: string;
  /** Line of the whole text at which it begins. */
  readonly line: number;
  readonly stage: UserDataStage;
  /** What the first line of a script switches on: `#!/bin/bash -e`. */
  readonly exitOnFailure?: boolean;
}

interface Draft {
  readonly step: Omit<UserDataStep, 'onFailure'>;
  readonly next: Operator | undefined;
  readonly exitOnFailure: boolean;
  readonly pipefail: boolean;
}

export function readShell(source: ShellSource, budget: Budget): UserDataStep[] {
  const { text, stage } = source;
  const tokens = tokenise(text, source.line, budget);
  const variables: Variables = new Map();
  const drafts: Draft[] = [];
  let exitOnFailure = source.exitOnFailure ?? false;
  let pipefail = false;
  let joint: Operator = '\n';
  let runsIf: UserDataStep['runsIf'] = 'always';
  let fedBy: string | undefined;
  let fedText: string | undefined;
  const fstab: MountEntry[] = [];
  let index = 0;

  while (index < tokens.length) {
    const first = tokens[index] as Token;
    if (first.type === 'operator' && first.operator !== '(') {
      // A line may end behind `&&`, `||` and `|`; the command goes on in the next one.
      const goesOn = first.operator === '\n' && ['&&', '||', '|'].includes(joint);
      if (!goesOn) joint = first.operator;
      index += 1;
      continue;
    }
    if (joint !== '|') runsIf = joint === '&&' ? 'succeeded' : joint === '||' ? 'failed' : 'always';
    const block = skipBlock(tokens, index, text);
    const end = block ? block.end : simpleEnd(tokens, index);
    const next = operatorAt(tokens, end);
    const from = startOf(first);
    const to = endOf(tokens[end - 1] as Token);
    const simple = block ? undefined : read(tokens.slice(index, end), next === '&', joint === '|');
    const action = block ? notSimulated(block.reason, true) : (simple?.action as Action);
    drafts.push({
      step: {
        line: lineOf(first),
        text: stepText(text.slice(from, to)),
        stage,
        action,
        needs: needsOf(action),
        runsIf,
      },
      next,
      exitOnFailure,
      pipefail,
    });
    fedBy = simple?.name;
    fedText = action.kind === 'print' ? action.text : undefined;
    joint = '\n';
    index = end;
  }
  if (budget.spent > budget.limit) drafts.push(tooMuch(source));
  return settle(drafts);

  /** One simple command; options and variables it sets hold for what follows. */
  function read(
    part: readonly Token[],
    background: boolean,
    piped: boolean,
  ): { action: Action; name?: string } {
    const words: Word[] = [];
    const environment = new Map<string, string>();
    let assigned: Action | undefined;
    for (const token of part) {
      if (token.type !== 'word') continue;
      const assignment = words.length === 0 ? assignmentOf(token.word) : undefined;
      if (!assignment) {
        words.push(token.word);
        continue;
      }
      const value = expand(assignment.value, variables, budget);
      environment.set(assignment.name, value.text);
      const inner = assignment.value.pieces.find((piece) => piece.kind === 'substitution');
      assigned = (inner && substituted(inner.source)) ?? { kind: 'local', what: 'variable' };
    }
    if (words.length === 0) {
      for (const token of part) {
        const assignment = token.type === 'word' ? assignmentOf(token.word) : undefined;
        if (assignment) variables.set(assignment.name, expand(assignment.value, variables, budget));
      }
      return { action: assigned ?? { kind: 'local', what: 'command' } };
    }
    const expanded = withoutPrefix(expandWords(words, variables, budget));
    const name = expanded[0];
    if (!name?.known) return { action: notSimulated('The command is known only when the script runs.') };
    const command = commandOf(name.text, expanded.slice(1), part, environment, background, piped);
    if (command.name === 'set') setOptions(command.args);
    if (['export', 'declare', 'readonly', 'local'].includes(command.name)) {
      let inner: Action | undefined;
      for (const word of words) {
        const assignment = assignmentOf(word);
        if (!assignment) continue;
        variables.set(assignment.name, expand(assignment.value, variables, budget));
        const piece = assignment.value.pieces.find(({ kind }) => kind === 'substitution');
        if (piece?.kind === 'substitution') inner ??= substituted(piece.source);
      }
      return { action: inner ?? { kind: 'local', what: 'variable' }, name: command.name };
    }
    const action = recognise(command);
    if (action.kind === 'write-file') fstab.push(...(action.fstab ?? []));
    const entries = action.kind === 'mount-all' ? { entries: [...fstab] } : {};
    return { action: { ...action, ...entries }, name: command.name };
  }

  function commandOf(
    path: string,
    args: readonly Expanded[],
    part: readonly Token[],
    environment: ReadonlyMap<string, string>,
    background: boolean,
    piped: boolean,
  ): Command {
    let output: Command['output'];
    let input: string | undefined;
    for (const token of part) {
      if (token.type !== 'redirect') continue;
      const intoFile = token.mode === 'write' || token.mode === 'append';
      if (intoFile && token.from !== '2' && token.target)
        output = { path: expand(token.target, variables, budget), append: token.mode === 'append' };
      if (token.body !== undefined) input = token.body;
    }
    return {
      name: path.slice(path.lastIndexOf('/') + 1),
      args,
      ...(output && { output }),
      ...(input !== undefined && { input }),
      piped,
      ...(piped && fedBy !== undefined && { fedBy }),
      ...(piped && fedText !== undefined && { fedText }),
      background,
      environment,
    };
  }

  function setOptions(args: readonly Expanded[]): void {
    args.forEach(({ text: option }, position) => {
      if (!/^[-+][A-Za-z]+$/.test(option)) return;
      const on = option.startsWith('-');
      if (option.includes('e')) exitOnFailure = on;
      if (!option.endsWith('o')) return;
      const name = args[position + 1]?.text;
      if (name === 'errexit') exitOnFailure = on;
      if (name === 'pipefail') pipefail = on;
    });
  }

  /** What the command inside `$(…)` asks of the outside, where that is on the list. */
  function substituted(inner: string): Action | undefined {
    if (!spend(budget, inner.length)) return undefined;
    const innerTokens = tokenise(inner, source.line, budget);
    const part = innerTokens.slice(0, simpleEnd(innerTokens, 0));
    const words = part.flatMap((token) => (token.type === 'word' ? [token.word] : []));
    const expanded = withoutPrefix(expandWords(words, variables, budget));
    const name = expanded[0];
    if (!name?.known) return undefined;
    const action = recognise(commandOf(name.text, expanded.slice(1), part, new Map(), false, false));
    return ['read-metadata', 'fetch-url', 'call-aws'].includes(action.kind) ? action : undefined;
  }
}

/** `set -e` does not look at what `&&` or `||` follows, nor at the beginning of a pipeline. */
function settle(drafts: readonly Draft[]): UserDataStep[] {
  let guarded = false;
  return drafts
    .toReversed()
    .map(({ step, next, exitOnFailure, pipefail }): UserDataStep => {
      if (next !== '|') guarded = next === '&&' || next === '||';
      const lost = next === '&' || (next === '|' && !pipefail);
      const onFailure = lost ? 'ignored' : exitOnFailure && !guarded ? 'exit' : 'continue';
      return { ...step, onFailure };
    })
    .toReversed();
}

function simpleEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  while (end < tokens.length && tokens[end]?.type !== 'operator') end += 1;
  return Math.max(end, Math.min(from + 1, tokens.length));
}

function operatorAt(tokens: readonly Token[], index: number): Operator | undefined {
  const token = tokens[index];
  return token?.type === 'operator' ? token.operator : undefined;
}

const lineOf = (token: Token): number => (token.type === 'word' ? token.word.line : token.line);
const startOf = (token: Token): number => (token.type === 'word' ? token.word.start : token.start);

function endOf(token: Token): number {
  if (token.type === 'word') return token.word.end;
  return token.type === 'redirect' ? token.end : token.start + token.operator.length;
}

function tooMuch({ line, stage }: ShellSource): Draft {
  return {
    step: {
      line,
      text: '…',
      stage,
      action: notSimulated('The rest of the script takes too much work to read.', true),
      needs: [],
      runsIf: 'always',
    },
    next: undefined,
    exitOnFailure: false,
    pipefail: false,
  };
}
