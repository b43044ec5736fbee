import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../testing/arbitrary-scenario';
import { shareSample } from '../testing/share-sample';
import { makeLink, parseLink } from './link';

describe('any document', () => {
  it('comes back from a link as it was', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (document) => {
        expect(parseLink(makeLink(document))).toEqual({ ok: true, value: document });
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('gives the same link whatever the order of its resources and their properties', () => {
    const reversed = (value: unknown): unknown =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, part]: [string, unknown]) => [key, reversed(part)]),
          )
        : Array.isArray(value)
          ? value.map(reversed)
          : value;
    fc.assert(
      fc.property(arbitraryScenario(), (document) => {
        expect(makeLink(reversed(document) as typeof document)).toBe(makeLink(document));
      }),
      { seed: 2, numRuns: 15 },
    );
  });
});

describe('a link that did not arrive as it was sent', () => {
  const link = makeLink(shareSample(10), { atMs: 90_000, tab: 'paths', selection: ['i-1'], viewOnly: true });

  it('cut anywhere says that it was cut', () => {
    for (let length = 1; length < link.length; length++) {
      const result = parseLink(link.slice(0, length));
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.reason).toBe('cut-link');
    }
  });

  it('with characters changed, taken out, doubled or swapped is refused', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%#/&=,';
    const mutation = fc.tuple(
      fc.constantFrom('change', 'take', 'insert', 'swap'),
      fc.nat(link.length - 1),
      fc.constantFrom(...alphabet),
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        let text = link;
        for (const [how, at, character] of mutations) {
          const before = text.slice(0, at);
          const after = text.slice(at + 1);
          if (how === 'change') text = before + character + after;
          else if (how === 'take') text = before + after;
          else if (how === 'insert') text = before + character + text.slice(at);
          else text = before + after.slice(0, 1) + text.charAt(at) + after.slice(1);
        }
        const result = parseLink(text);
        if (result.ok) expect(result.value).toEqual(shareSample(10));
        else refused += 1;
      }),
      { seed: 3, numRuns: 2000 },
    );
    expect(refused).toBeGreaterThan(1800);
  });

  it('and any other text is refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl({ withFragments: true }),
          fc.stringMatching(/^[01]\.\d{1,3}\.[a-z0-9]{1,7}\.[\w-]{0,40}$/),
        ),
        (text) => {
          expect(parseLink(text).ok).toBe(false);
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });
});
