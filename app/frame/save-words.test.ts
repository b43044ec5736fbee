import { describe, expect, it } from 'vitest';
import { agoOf, nextWordsIn } from './save-words';

const AT = new Date(2026, 5, 1, 9, 30).getTime();
const said = (seconds: number) => agoOf(AT, AT + seconds * 1000);

describe('agoOf', () => {
  it('counts seconds, then tens of seconds, then minutes, and then says when', () => {
    expect([0, 1, 2, 3, 9, 10, 19, 20, 59].map(said)).toEqual([
      'just now',
      'just now',
      '2 s ago',
      '3 s ago',
      '9 s ago',
      '10 s ago',
      '10 s ago',
      '20 s ago',
      '50 s ago',
    ]);
    expect([60, 119, 120, 3599].map(said)).toEqual(['1 min ago', '1 min ago', '2 min ago', '59 min ago']);
    expect(said(3600)).toMatch(/^at .*9:30/);
    expect(said(3600)).not.toMatch(/2026/);
    expect(said(2 * 86_400)).toMatch(/^on .*2026/);
  });

  it('does not go below nothing when the clock was set back', () => {
    expect(said(-50)).toBe('just now');
  });
});

describe('nextWordsIn', () => {
  it('wakes the page exactly when the words change, and never again after an hour', () => {
    let now = AT;
    const words: string[] = [];
    for (let next = nextWordsIn(AT, now); next !== null; next = nextWordsIn(AT, now)) {
      words.push(agoOf(AT, now));
      now += next;
    }
    words.push(agoOf(AT, now));
    // 0 and 1 are both "just now".
    expect(new Set(words).size).toBe(words.length - 1);
    expect(now).toBe(AT + 3_600_000);
  });
});
