/** Values of AWS's shape in which anything has been replaced by anything: for tests that nothing given makes fail. */
import fc from 'fast-check';

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    'x',
    -1,
    1e99,
    70000,
    true,
    [],
    {},
    [[]],
    '999.1.1.1',
    '10.0.0.0/99',
    'local',
    'vpc-1',
    'i-1',
    'stopped',
    'vpc-0a',
    'subnet-0a',
    'sg-0a',
    'eni-0a',
    'deleted',
    'Gateway',
    'application',
    'lambda',
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ maxLength: 400 }),
);

/** @returns copies of a value with one to four of its properties or elements replaced by junk. */
export const changedAnyhow = (value: unknown): fc.Arbitrary<unknown> =>
  fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy = structuredClone(value);
    for (const [pick, replacement] of changes) {
      const places = placesIn(copy);
      const place = places[pick % places.length];
      if (place) place.holder[place.key] = structuredClone(replacement);
    }
    return copy;
  });

/** Every property and element of a value, as a place to put something else. */
function placesIn(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}
