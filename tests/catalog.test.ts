import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DESCRIPTORS } from '../engine/catalog/descriptors';
import { fieldsOf } from '../engine/catalog/fields';
import type { Field } from '../engine/model/kind';

const kinds: readonly string[] = DESCRIPTORS.map(({ kind }) => kind);

/** Every field, those inside lists and objects too. */
const flatten = (fields: readonly Field[]): readonly Field[] =>
  fields.flatMap((field) => [
    field,
    ...(field.type === 'object' ? flatten(field.fields) : []),
    ...(field.type === 'list' ? flatten([field.of]) : []),
  ]);

describe('the list of kinds', () => {
  it('names every folder of the catalogue once, and nothing else', () => {
    const folders = readdirSync('engine/catalog', { withFileTypes: true })
      // boot and inside bring kinds together; they are none.
      .filter((entry) => entry.isDirectory() && !['boot', 'inside'].includes(entry.name))
      .map(({ name }) => name);
    expect([...kinds].sort()).toEqual(folders.sort());
  });

  it('gives every kind ids of its own', () => {
    const prefixes = DESCRIPTORS.map(({ idPrefix }) => idPrefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it.each(DESCRIPTORS.map((descriptor) => [descriptor.kind, descriptor] as const))(
    '%s names a source, unique fields, and only kinds that exist',
    (kind, descriptor) => {
      expect(descriptor.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
      const keys = fieldsOf(kind).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const named = flatten(fieldsOf(kind)).flatMap((field) => (field.type === 'reference' ? field.to : []));
      expect(named.filter((name) => !kinds.includes(name))).toEqual([]);
    },
  );
});
