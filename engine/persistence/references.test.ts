import { describe, expect, it } from 'vitest';
import { DESCRIPTORS, type Kind } from '../catalog/descriptors';
import { fieldsOf } from '../catalog/fields';
import type { Field } from '../model/kind';

/** Kinds that a kind stands in, as far as it can't be without them. */
function parentsOf(kind: string): readonly string[] {
  return fieldsOf(kind).flatMap((field) =>
    field.type === 'reference' && field.relation === 'in' ? field.to : [],
  );
}

describe('what stands in what', () => {
  it('never leads back, so that no document can have cyclic parents', () => {
    const walk = (kind: string, above: readonly string[]): void => {
      expect(above).not.toContain(kind);
      for (const parent of parentsOf(kind)) walk(parent, [...above, kind]);
    };
    for (const { kind } of DESCRIPTORS) walk(kind satisfies Kind, []);
    expect(parentsOf('subnet')).toEqual(['vpc', 'zone']);
  });

  it('names only kinds that exist', () => {
    const kinds = DESCRIPTORS.map(({ kind }) => kind as string);
    const visit = (field: Field): void => {
      if (field.type === 'reference') for (const kind of field.to) expect(kinds).toContain(kind);
      if (field.type === 'object') field.fields.forEach(visit);
      if (field.type === 'list') visit(field.of);
    };
    for (const { kind } of DESCRIPTORS) fieldsOf(kind).forEach(visit);
  });
});
