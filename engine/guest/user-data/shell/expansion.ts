/** Words with their variables filled in, as far as the script itself says what they are. */
import { spend, type Budget } from '../budget';
import type { Word } from './tokens';

export interface Expanded {
  readonly text: string;
  /** false: only running the script would tell. */
  readonly known: boolean;
}

export type Variables = Map<string, Expanded>;

/** A longer value is not followed: `A=$A$A` doubles with every line. */
const LONGEST_VALUE = 4096;

export function expand(word: Word, variables: Variables, budget: Budget): Expanded {
  let text = '';
  let known = true;
  for (const piece of word.pieces) {
    let value: Expanded;
    if (piece.kind === 'text') value = { text: piece.text, known: true };
    else if (piece.kind === 'variable')
      value = variables.get(piece.name) ?? { text: `$${piece.name}`, known: false };
    else value = { text: '$(…)', known: false };
    known &&= value.known;
    if (piece.kind === 'text' || (spend(budget, value.text.length) && text.length < LONGEST_VALUE))
      text += value.text;
    else known = false;
  }
  return { text, known };
}

/** A variable that is not in quotes stands for as many words as its value has. */
export function expandWords(words: readonly Word[], variables: Variables, budget: Budget): Expanded[] {
  return words.flatMap((word) => {
    const value = expand(word, variables, budget);
    const splits =
      !word.quoted && value.known && word.pieces.length === 1 && word.pieces[0]?.kind === 'variable';
    if (!splits) return [value];
    return value.text
      .split(/[ \t\n]+/)
      .filter((text) => text !== '')
      .map((text) => ({ text, known: true }));
  });
}

/** `NAME=value` at the start of a word that is not in quotes. */
export function assignmentOf(word: Word): { readonly name: string; readonly value: Word } | undefined {
  const [first, ...rest] = word.pieces;
  if (first?.kind !== 'text') return undefined;
  const match = /^([A-Za-z_][A-Za-z0-9_]*)=/.exec(first.text);
  if (!match?.[1]) return undefined;
  const text = first.text.slice(match[0].length);
  return {
    name: match[1],
    value: { ...word, pieces: text === '' ? rest : [{ kind: 'text', text }, ...rest] },
  };
}
