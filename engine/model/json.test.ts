import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json';

describe('JSON text', () => {
  it('is read as JSON.parse reads it, a byte order mark left aside', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        if (text.includes('__proto__')) return;
        const value: unknown = JSON.parse(text);
        expect(parseJson(text)).toEqual({ ok: true, value });
        expect(parseJson(`\uFEFF${text}`)).toEqual({ ok: true, value });
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('cut anywhere is refused at its end, if it is refused', () => {
    const text = '{"a": [1.5e3, "x\\u00e9\\n", {"b": null}], "c": {}}';
    for (let length = 0; length < text.length; length++) {
      const result = parseJson(text.slice(0, length));
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.reason).toBe('not-json');
    }
  });

  it('longer than the limit is refused unread', () => {
    const result = parseJson('[1, 2, 3]', { maxLength: 5, maxDepth: 4 });
    expect(result).toMatchObject({ ok: false, error: { reason: 'too-large' } });
  });

  it('as deep as the limit is read, one level more is not', () => {
    const nest = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(parseJson(nest(64)).ok).toBe(true);
    expect(parseJson(nest(65))).toMatchObject({ ok: false, error: { reason: 'too-deep' } });
    expect(parseJson(nest(1_000_000)).ok).toBe(false);
  });
});
