import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryScenario } from '../testing/arbitrary-scenario';
import { quickLayout, quickObserved, QUICK_RESOURCES } from './quick-read';
import { DOCUMENT_SCHEMA, RESOURCE_SCHEMAS } from './schema';

/** What each of the two makes of a resource: a copy as text, its properties in their order; none for a mistake. */
function readings(resource: object, kind: string): { readonly quick?: string; readonly slow?: string } {
  const quick = QUICK_RESOURCES.get(kind)?.(resource);
  const slow = RESOURCE_SCHEMAS.get(kind)?.safeParse(resource);
  return {
    ...(quick === undefined ? {} : { quick: JSON.stringify(quick) }),
    ...(slow?.success ? { slow: JSON.stringify(slow.data) } : {}),
  };
}

/** Every property and element of a value, as a place to put something else or nothing. */
function placesIn(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 'x', -1, 0.5, 1e99, -0, Number.NaN, true, [], {}, [[]]),
  fc.constantFrom('10.0.0.0/8', '10.0.0.01', '10.0.0.0/33', '::1', 'tcp', '256', 'constructor', 'i-1', 'x.y'),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ maxLength: 300 }),
);

describe('the quick reading of a resource', () => {
  it('takes every resource that is right, as the schema does', () => {
    fc.assert(
      fc.property(arbitraryScenario(2), ({ resources }) => {
        for (const resource of Object.values(resources)) {
          const { quick, slow } = readings(resource, resource.kind);
          expect(quick, resource.id).toBe(slow);
        }
      }),
      { seed: 31, numRuns: Number(process.env['FUZZ_RUNS'] ?? 25) },
    );
  });

  it('never takes what the schema refuses, nor reads it otherwise', () => {
    let refused = 0;
    fc.assert(
      fc.property(
        arbitraryScenario(1),
        fc.array(fc.tuple(fc.nat(), junk, fc.boolean()), { minLength: 1, maxLength: 2 }),
        fc.dictionary(fc.constantFrom('x', 'name', 'tags', 'kind'), junk, { maxKeys: 1 }),
        ({ resources }, changes, more) => {
          for (const original of Object.values(resources)) {
            const resource = { ...structuredClone<object>(original), ...structuredClone(more) };
            for (const [pick, replacement, removes] of changes) {
              const places = placesIn(resource);
              const place = places[pick % places.length];
              if (!place) continue;
              if (removes) Reflect.deleteProperty(place.holder, place.key);
              else place.holder[place.key] = structuredClone(replacement);
            }
            const { quick, slow } = readings(resource, original.kind);
            if (slow === undefined) refused += 1;
            if (quick !== undefined) expect(quick).toBe(slow);
          }
        },
      ),
      { seed: 32, numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});

describe('the quick reading of places and of what was found', () => {
  const { observed, layout } = DOCUMENT_SCHEMA.shape;
  const pairs = [
    ['observed', quickObserved, observed],
    ['layout', quickLayout, layout],
  ] as const;

  it.each(pairs)('takes all of %s that is right and nothing else', (name, quick, schema) => {
    let refused = 0;
    fc.assert(
      fc.property(
        arbitraryScenario(1),
        fc.array(fc.tuple(fc.nat(), junk), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('vpc-1', 'vpc-1/az-1', 'X', 'constructor'), junk, { maxKeys: 1 }),
        (document, changes, more) => {
          expect(JSON.stringify(quick(document[name]))).toBe(JSON.stringify(document[name]));
          const value = { ...structuredClone<object>(document[name]), ...structuredClone(more) };
          for (const [pick, replacement] of changes) {
            const places = placesIn(value);
            const place = places[pick % places.length];
            if (place) place.holder[place.key] = structuredClone(replacement);
          }
          const read = quick(value);
          const checked = schema.safeParse(value);
          if (!checked.success) refused += 1;
          if (read !== undefined)
            expect(JSON.stringify(read)).toBe(checked.success ? JSON.stringify(checked.data) : 'a mistake');
        },
      ),
      { seed: 33, numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    );
    expect(refused).toBeGreaterThan(20);
  });
});
