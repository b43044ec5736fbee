import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../testing/arbitrary-scenario';
import { makeScenario, parseScenario, readScenario, validateScenario } from './scenario-file';

describe('any document', () => {
  it('comes back from a file as it was, and the file is the same when written again', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (document) => {
        const text = makeScenario(document);
        const parsed = parseScenario(text);
        expect(parsed).toEqual({ ok: true, value: document });
        if (!parsed.ok) return;
        // Reading puts properties in the schema's order; from then on the text stays the same.
        const again = makeScenario(parsed.value);
        const reread = parseScenario(again);
        if (reread.ok) expect(makeScenario(reread.value)).toBe(again);
        expect(validateScenario(document)).toEqual({ ok: true, value: document });
      }),
      { seed: 1, numRuns: 30 },
    );
  });
});

describe('any value at all', () => {
  const hostile = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withTypedArray: true,
    key: fc.oneof(
      fc.string(),
      fc.constantFrom('resources', 'layout', 'id', 'kind', '__proto__', 'constructor'),
    ),
  });

  it('is accepted or refused with one line, and never throws', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const result = validateScenario(value);
        if (!result.ok) expect(result.error.message).toMatch(/^[^\n]+$/);
      }),
      { seed: 2, numRuns: 400 },
    );
  });

  const files = fc.sample(arbitraryScenario(2), { numRuns: 8, seed: 5 }).map(makeScenario);

  it('in the place of any part of a document is accepted or refused with a place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), hostile, fc.nat(), (file, value, pick) => {
        const copy = JSON.parse(file) as Record<string, unknown>;
        const places: [Record<string, unknown>, string][] = [];
        const walk = (part: unknown): void => {
          if (typeof part !== 'object' || part === null) return;
          for (const key of Object.keys(part)) {
            places.push([part as Record<string, unknown>, key]);
            walk((part as Record<string, unknown>)[key]);
          }
        };
        walk(copy);
        const place = places[pick % places.length];
        if (!place) throw new Error('There is no place.');
        place[0][place[1]] = value;
        const result = validateScenario(copy);
        if (!result.ok) expect(result.error.message).toMatch(/^[^\n]+$/);
        else expect(parseScenario(makeScenario(result.value))).toEqual(result);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('as text is refused or read, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readScenario(text).ok).toBe(false);
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});
