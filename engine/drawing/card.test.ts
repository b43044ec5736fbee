import { describe, expect, it } from 'vitest';
import catalogue from '../facts/data/instance-types.json';
import { nameSaysInstanceStore } from './card';

describe('nameSaysInstanceStore', () => {
  it('agrees with the catalogue for every type in it', () => {
    const families: Readonly<Record<string, object>> = catalogue.families;
    const wrong = catalogue.types
      .map((type) => ({ ...families[type.type.split('.')[0] ?? ''], ...type }))
      .filter((type) => Boolean(type.instanceStore) !== nameSaysInstanceStore(type.type))
      .map((type) => type.type);
    expect(wrong).toEqual([]);
  });
});
