import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DESCRIPTORS } from '../catalog/descriptors';
import { fieldsOf } from '../catalog/fields';
import { PROPERTY_DEFAULTS } from './defaults';
import { readScenario } from './scenario-file';

const text = readFileSync(new URL('../../docs/scenario-format.md', import.meta.url), 'utf8');

describe('docs/scenario-format.md', () => {
  it('has an example that is read, nothing left out', () => {
    const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    const read = readScenario(example);
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.setAside).toEqual([]);
    expect(Object.keys(read.value.document.resources)).toHaveLength(12);
  });

  it.each(DESCRIPTORS.map((descriptor) => descriptor.kind))('lists the properties of %s', (kind) => {
    const row = text.split('\n').find((line) => line.replace(/\s+/g, ' ').startsWith(`| \`${kind}\` |`));
    const [, , must = '', may = ''] = row?.split('|') ?? [];
    const named = (cell: string) =>
      [...cell.replace(/\([^)]*\)/g, '').matchAll(/`(\w+)`/g)].map(([, name]) => name);
    const defaults = PROPERTY_DEFAULTS[kind] ?? {};
    const needed = fieldsOf(kind).filter(({ key, optional }) => !optional && !Object.hasOwn(defaults, key));
    expect(named(must).sort()).toEqual(needed.map(({ key }) => key).sort());
    expect(named(may).sort()).toEqual(
      fieldsOf(kind)
        .filter((field) => !needed.includes(field))
        .map(({ key }) => key)
        .sort(),
    );
  });
});
