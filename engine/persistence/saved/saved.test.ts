import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DESCRIPTORS } from '../../catalog/descriptors';
import { makeLink, parseLink } from '../../share/link';
import { makeScenario, parseScenario, readScenario } from '../scenario-file';

const folder = new URL('.', import.meta.url);
const saved = readdirSync(folder).filter((name) => name.endsWith('.json'));

// One file for each version ever released; they are never edited.
describe.each(saved)('the saved file %s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');

  it('loads for ever, nothing left out', () => {
    const read = readScenario(text);
    if (!read.ok) throw new Error(read.error.message);
    expect(read.value.setAside).toEqual([]);
    expect(parseScenario(makeScenario(read.value.document))).toEqual({
      ok: true,
      value: read.value.document,
    });
  });

  it('goes through a link', () => {
    const read = parseScenario(text);
    if (!read.ok) throw new Error(read.error.message);
    const rounded = { ...read.value, layout: { ...read.value.layout, 'i-1': { x: 31, y: 48 } } };
    expect(parseLink(makeLink(read.value))).toEqual({ ok: true, value: rounded });
  });
});

it('version 1 as saved has one of every kind that was there', () => {
  const read = parseScenario(readFileSync(new URL('v1.json', folder), 'utf8'));
  if (!read.ok) throw new Error(read.error.message);
  const kinds = new Set(Object.values(read.value.resources).map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThanOrEqual(15);
  for (const kind of kinds) expect(DESCRIPTORS.map((descriptor) => descriptor.kind)).toContain(kind);
});
