/** A shell script as words, operators and redirections. One pass; every character is looked at once. */
import { spend, type Budget } from '../budget';

/** What a word is made of: text, a variable, or something that only running it would tell. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'substitution'; readonly source: string };

export interface Word {
  readonly pieces: readonly Piece[];
  readonly quoted: boolean;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export type Operator = '\n' | ';' | ';;' | '&&' | '||' | '|' | '&' | '(' | ')';

export type Token =
  | { readonly type: 'word'; readonly word: Word }
  | { readonly type: 'operator'; readonly operator: Operator; readonly line: number; readonly start: number }
  | {
      readonly type: 'redirect';
      readonly mode: 'write' | 'append' | 'read' | 'here' | 'copy';
      readonly from: string;
      readonly target?: Word;
      /** The lines of a here-document, filled in when they are reached. */
      body?: string;
      readonly line: number;
      readonly start: number;
      readonly end: number;
    };

interface Pending {
  readonly token: Extract<Token, { type: 'redirect' }>;
  readonly delimiter: string;
  readonly tabs: boolean;
}

const BREAKS = ' \t\n;&|()<>';
const NAME = /[A-Za-z0-9_]/;

/** @param firstLine the line of the whole text at which the script begins */
export function tokenise(text: string, firstLine: number, budget: Budget): Token[] {
  const tokens: Token[] = [];
  const pending: Pending[] = [];
  let at = 0;
  let line = firstLine;
  if (!spend(budget, text.length)) return tokens;

  const operator = (value: Operator): void => {
    tokens.push({ type: 'operator', operator: value, line, start: at });
    at += value.length;
  };

  while (at < text.length) {
    const character = text.charAt(at);
    if (character === ' ' || character === '\t' || character === '\r') at += 1;
    else if (character === '\\' && text.charAt(at + 1) === '\n') {
      at += 2;
      line += 1;
    } else if (character === '\n') {
      operator('\n');
      line += 1;
      readHereDocuments();
    } else if (character === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else if (character === '(' || character === ')') operator(character);
    else if (character === ';') operator(text.startsWith(';;', at) ? ';;' : ';');
    else if (text.startsWith('&>', at)) redirect('&');
    else if (character === '&') operator(text.startsWith('&&', at) ? '&&' : '&');
    else if (character === '|') operator(text.startsWith('||', at) ? '||' : '|');
    else if (character === '<' || character === '>') redirect('');
    else if (/[0-9]/.test(character) && '<>'.includes(text.charAt(at + 1) || ' ')) redirect(character);
    else tokens.push({ type: 'word', word: readWord() });
  }
  return tokens;

  function redirect(from: string): void {
    const start = at;
    at += from.length;
    const sign = text.slice(at, at + 3);
    const here = sign.startsWith('<<');
    const string = sign === '<<<';
    const tabs = sign === '<<-';
    const copy = !here && sign.charAt(1) === '&';
    const append = sign.startsWith('>>');
    at += string || tabs ? 3 : here || append || copy || sign.startsWith('>|') ? 2 : 1;
    while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
    const target = at < text.length && !BREAKS.includes(text.charAt(at)) ? readWord() : undefined;
    const token: Extract<Token, { type: 'redirect' }> = {
      type: 'redirect',
      mode: here ? 'here' : copy ? 'copy' : append ? 'append' : sign.startsWith('>') ? 'write' : 'read',
      from,
      ...(target && { target }),
      line,
      start,
      end: at,
    };
    tokens.push(token);
    if (here && !string && target) pending.push({ token, delimiter: plain(target), tabs });
  }

  function readHereDocuments(): void {
    for (const { token, delimiter, tabs } of pending) {
      const lines: string[] = [];
      while (at < text.length) {
        const end = text.indexOf('\n', at);
        const raw = text.slice(at, end === -1 ? text.length : end);
        at = end === -1 ? text.length : end + 1;
        line += 1;
        const content = tabs ? raw.replace(/^\t+/, '') : raw;
        if (content === delimiter) break;
        lines.push(content);
      }
      token.body = lines.join('\n');
    }
    pending.length = 0;
  }

  function readWord(): Word {
    const pieces: Piece[] = [];
    const start = at;
    const startLine = line;
    let quoted = false;
    let held = '';
    let inDouble = false;
    const flush = (): void => {
      if (held !== '') pieces.push({ kind: 'text', text: held });
      held = '';
    };
    while (at < text.length) {
      const character = text.charAt(at);
      if (!inDouble && BREAKS.includes(character)) break;
      if (character === '\n') line += 1;
      if (character === '"') {
        inDouble = !inDouble;
        quoted = true;
        at += 1;
      } else if (character === "'" && !inDouble) {
        const end = text.indexOf("'", at + 1);
        const content = text.slice(at + 1, end === -1 ? text.length : end);
        held += content;
        line += lineBreaks(content);
        quoted = true;
        at = end === -1 ? text.length : end + 1;
      } else if (character === '\\') {
        const next = text.charAt(at + 1);
        if (next === '\n') line += 1;
        else held += inDouble && !'$`"\\'.includes(next) ? `\\${next}` : next;
        at += 2;
      } else if (character === '`') {
        const end = closingBacktick(at + 1);
        flush();
        pieces.push({ kind: 'substitution', source: text.slice(at + 1, end) });
        at = end + 1;
      } else if (character === '$') {
        const piece = readDollar();
        if (typeof piece === 'string') held += piece;
        else {
          flush();
          pieces.push(piece);
        }
      } else {
        held += character;
        at += 1;
      }
    }
    flush();
    at = Math.min(at, text.length);
    return { pieces, quoted, line: startLine, start, end: at };
  }

  /** At a `$`: what follows it. */
  function readDollar(): Piece | string {
    const next = text.charAt(at + 1);
    if (next === '(') {
      const start = at + 2;
      skipParentheses();
      const source = text.slice(start, Math.max(start, at - 1));
      line += lineBreaks(source);
      return { kind: 'substitution', source };
    }
    if (next === '{') {
      const end = text.indexOf('}', at);
      const inside = text.slice(at + 2, end === -1 ? text.length : end);
      line += lineBreaks(inside);
      at = end === -1 ? text.length : end + 1;
      return /^[A-Za-z_][A-Za-z0-9_]*$/.test(inside)
        ? { kind: 'variable', name: inside }
        : { kind: 'substitution', source: '' };
    }
    if (next !== '' && '?#@*$!-0123456789'.includes(next)) {
      at += 2;
      return { kind: 'variable', name: next };
    }
    let end = at + 1;
    while (end < text.length && NAME.test(text.charAt(end))) end += 1;
    const name = text.slice(at + 1, end);
    at = end;
    return name === '' ? '$' : { kind: 'variable', name };
  }

  /** From a `$(` to behind its `)`, whatever is quoted or nested in between. */
  function skipParentheses(): void {
    const open: ('parenthesis' | 'double')[] = ['parenthesis'];
    at += 2;
    while (at < text.length && open.length > 0) {
      const character = text.charAt(at);
      const inDouble = open.at(-1) === 'double';
      if (character === '\\') at += 1;
      else if (character === '"') {
        if (inDouble) open.pop();
        else open.push('double');
      } else if (inDouble) {
        if (text.startsWith('$(', at)) {
          open.push('parenthesis');
          at += 1;
        }
      } else if (character === "'") {
        const end = text.indexOf("'", at + 1);
        at = end === -1 ? text.length : end;
      } else if (character === '(') open.push('parenthesis');
      else if (character === ')') open.pop();
      at += 1;
    }
    at = Math.min(at, text.length);
  }

  function closingBacktick(from: number): number {
    let end = from;
    while (end < text.length && text.charAt(end) !== '`') end += text.charAt(end) === '\\' ? 2 : 1;
    const stop = Math.min(end, text.length);
    line += lineBreaks(text.slice(from, stop));
    return stop;
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** A word whose text does not depend on anything. */
function plain(word: Word): string {
  return word.pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('');
}
