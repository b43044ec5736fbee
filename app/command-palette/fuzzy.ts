/** How well a text answers what was typed: letters in order, best at the start of words. */

/** @returns a score, higher is better; null if the text does not hold the letters. Several words match in any order. */
export function fuzzyScore(query: string, text: string): number | null {
  const folded = fold(text);
  const words = fold(query).trim().split(/\s+/);
  // Words that stand there as they were typed are what was meant.
  let total = words.length > 1 && folded.includes(words.join(' ')) ? AS_TYPED : 0;
  for (const word of words) {
    if (word === '') continue;
    const score = wordScore(word, folded);
    if (score === null) return null;
    total += score;
  }
  return total;
}

/** Without accents and capitals. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

const IN_ONE_PIECE = 100;
const WORD_START = 10;
const AS_TYPED = 20;

function wordScore(word: string, text: string): number | null {
  const at = pieceAt(word, text);
  // In one piece: at the very start, at the start of a word, inside one; in a short text rather than in a long one.
  if (at !== null) {
    const place = at === 0 ? 30 : isWordStart(text, at) ? 20 : 0;
    return IN_ONE_PIECE + place + word.length / text.length;
  }
  return initialsScore(word, text);
}

/** Where the word stands in one piece, at the start of a word if it does so anywhere. */
function pieceAt(word: string, text: string): number | null {
  const first = text.indexOf(word);
  if (first < 0) return null;
  for (let at = first; at >= 0; at = text.indexOf(word, at + 1)) if (isWordStart(text, at)) return at;
  return first;
}

/** `sk` in `Save as kept`: the letters in order, the first one at the start of a word, so that not everything is found. */
function initialsScore(word: string, text: string): number | null {
  let score = 0;
  let from = 0;
  let starts = 0;
  for (const [index, letter] of [...word].entries()) {
    let at = text.indexOf(letter, from);
    // The start of a later word is meant rather than the middle of this one.
    for (let later = at; later >= 0 && at !== from; later = text.indexOf(letter, later + 1))
      if (isWordStart(text, later)) {
        at = later;
        break;
      }
    if (at < 0) return null;
    if (isWordStart(text, at)) {
      score += WORD_START;
      starts += 1;
    } else if (index === 0) return null;
    from = at + letter.length;
  }
  return starts * 2 >= word.length ? score : null;
}

const isWordStart = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');
