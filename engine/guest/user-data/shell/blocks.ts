/** Where a block of a script ends: a condition, a loop, a function, a group. It is shown as one step. */
import type { Token } from './tokens';

export interface Block {
  /** Index of the first token behind it. */
  readonly end: number;
  readonly reason: string;
}

const OPENERS: Readonly<Record<string, { readonly closer: string; readonly what: string }>> = {
  if: { closer: 'fi', what: 'A condition' },
  for: { closer: 'done', what: 'A loop' },
  while: { closer: 'done', what: 'A loop' },
  until: { closer: 'done', what: 'A loop' },
  select: { closer: 'done', what: 'A loop' },
  case: { closer: 'esac', what: 'A choice' },
  '{': { closer: '}', what: 'A group of commands' },
};
/** Words after which a command begins. */
const LEADERS = ['then', 'do', 'else', 'elif', '{', '!', 'in'];

/** @returns `undefined` where no block begins */
export function skipBlock(tokens: readonly Token[], from: number, text: string): Block | undefined {
  const first = tokens[from] as Token;
  const body = functionBody(tokens, from, text);
  const opener = body === undefined ? OPENERS[wordOf(first, text)] : undefined;
  const group = isOperator(first, '(');
  if (!opener && body === undefined && !group) return undefined;
  const reason = sentence(body !== undefined ? 'A function' : group ? 'A group of commands' : opener?.what);
  const closers: string[] = [];
  let begins = true;
  for (let index = body ?? from; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.type === 'operator') {
      begins = true;
      if (token.operator === '(') closers.push(')');
      else if (token.operator === ')' && closers.at(-1) === ')') closers.pop();
    } else if (token.type === 'word') {
      const word = wordOf(token, text);
      if (begins && word !== '' && word === closers.at(-1)) {
        closers.pop();
        begins = false;
      } else {
        const inner = begins ? OPENERS[word] : undefined;
        if (inner) closers.push(inner.closer);
        begins = LEADERS.includes(word);
      }
    }
    if (closers.length === 0) return { end: withRedirects(tokens, index + 1), reason };
  }
  return { end: tokens.length, reason };
}

const sentence = (what = 'A block'): string =>
  `${what} is not simulated: what it does depends on values that only a run has.`;

/** `> file` behind a block belongs to it. */
function withRedirects(tokens: readonly Token[], from: number): number {
  let end = from;
  while (tokens[end]?.type === 'redirect') end += 1;
  return end;
}

/** Where the body of a function begins, if one is defined here: `name() {` or `function name {`. */
function functionBody(tokens: readonly Token[], from: number, text: string): number | undefined {
  const keyword = wordOf(tokens[from] as Token, text) === 'function';
  let index = from + (keyword ? 2 : 1);
  const parentheses = isOperator(tokens[index], '(') && isOperator(tokens[index + 1], ')');
  if (tokens[from]?.type !== 'word' || (!keyword && !parentheses)) return undefined;
  if (parentheses) index += 2;
  while (isOperator(tokens[index], '\n')) index += 1;
  return Math.min(index, tokens.length);
}

const isOperator = (token: Token | undefined, operator: string): boolean =>
  token?.type === 'operator' && token.operator === operator;

/** A word as written; reserved words do not count in quotes. */
function wordOf(token: Token, text: string): string {
  if (token.type !== 'word' || token.word.quoted || token.word.end - token.word.start > 8) return '';
  return text.slice(token.word.start, token.word.end);
}
