import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeJsonSchema } from './json-schema';

const file = new URL('../../public/schema/scenario.schema.json', import.meta.url);

describe('public/schema/scenario.schema.json', () => {
  it('is what the schema that validates gives; `npm run schema` writes it anew', () => {
    const made = makeJsonSchema();
    if (process.env['WRITE_SCHEMA'] === '1') writeFileSync(file, made);
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  it('asks of a resource only what has no default', () => {
    const schema = JSON.parse(makeJsonSchema()) as {
      required: readonly string[];
      properties: {
        resources: {
          items: {
            anyOf: readonly { properties: { kind: { const: string } }; required: readonly string[] }[];
          };
        };
      };
    };
    expect(schema.required).toEqual(['format', 'version', 'resources']);
    const vpc = schema.properties.resources.items.anyOf.find(
      ({ properties }) => properties.kind.const === 'vpc',
    );
    expect(vpc?.required).toEqual(['id', 'kind', 'region', 'cidrBlock']);
  });
});
