import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../catalog/descriptors';
import { emptyScenario } from '../../persistence/empty';
import { shareSample } from '../../testing/share-sample';
import { crc32 } from '../checksum';
import { makeLink, openLink } from '../link';
import { makePayload, parsePayload } from './payload';
import { WORDS, WORDS_OF_CODEC_0 } from './words';

const folder = new URL('.', import.meta.url);
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** Neither comments nor layout count, nor what a formatter adds and takes away. */
const meaningOf = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
    .replace(/\s+/g, '')
    .replace(/,(?=[)\]}])/g, '');

const MAKE_CODEC_2 =
  'This file fixes what links of codec 1 mean, and those are out in the world. Leave it as it is and make codec 2 ' +
  '(docs/adr/0009-frozen-links.md). If nothing but a name has changed, the golden links prove it: then set the new checksum here.';

describe('codec 1 is frozen', () => {
  it.each([
    ['words.ts', 1608514920],
    ['expectations.ts', 1561037288],
    ['expectations-services.ts', 2769597614],
    ['column.ts', 2984902602],
    ['book.ts', 688571071],
    ['value-tags.ts', 1502998526],
    ['frame.ts', 3848092600],
    ['row.ts', 3177967955],
    ['ipv4.ts', 3114512517],
    ['id-order.ts', 2537079525],
  ])('%s says what it said', (name, checksum) => {
    expect(crc32(meaningOf(read(name))), MAKE_CODEC_2).toBe(checksum);
  });

  it('the words are those of the first day, in their order', () => {
    expect(crc32(WORDS.map((word) => encodeURIComponent(word)).join(' ')), MAKE_CODEC_2).toBe(946798025);
    expect([WORDS.length, WORDS_OF_CODEC_0, WORDS[WORDS_OF_CODEC_0 - 1]]).toEqual([463, 246, 'server-']);
  });

  it('nothing in it comes from the present: outside its folder it takes types, errors and the deflater only', () => {
    const allowed = /^(?:\.\/[a-z0-9-]+|\.\.\/(?:link-damage|inflate)|fflate)$/;
    const foreign = sources.flatMap((name) =>
      [...read(name).matchAll(/import (type )?[^;]*? from '([^']+)'/g)]
        .filter(([, type, from]) => type === undefined && !allowed.test(from ?? ''))
        .map(([, , from]) => `${name}: ${from}`),
    );
    expect(foreign).toEqual([]);
  });
});

/** A document of a page to come: further kinds, properties, actions, checks, flags, and a number of the whole. */
const fromTomorrow = {
  ...shareSample(3),
  resources: {
    ...shareSample(3).resources,
    'i-1': { ...shareSample(3).resources['i-1'], sharing: { mode: 'none', level: 2 } },
    'asg-1': { id: 'asg-1', kind: 'auto-scaling-group', name: 'web-1', region: 'region-1', minSize: 2 },
    'asg-2': { id: 'asg-2', kind: 'auto-scaling-group', name: 'web-2', region: 'region-1', minSize: 0 },
    'zoo-9': { id: 'zoo-9', kind: 'animal-house', vpcId: 'vpc-1' },
  },
  observed: { 'i-1': { mood: 'calm' } },
  layout: { 'i-1': { x: 1, y: 2, colour: 'red', depth: 0.5 } },
  script: [{ id: 'act-1', at: 0, type: 'defrost', target: 'i-1', degrees: [1, null, false] }],
  checks: [{ id: 'check-1', type: 'cost-below', amount: 200, currency: 'USD' }],
  budget: 0,
  paused: false,
} as unknown as Scenario;

describe('what comes later', () => {
  it('goes through codec 1 as it is: kinds, properties, actions, checks, flags', () => {
    const { resources, ...rest } = fromTomorrow;
    const { resources: list, ...parsed } = parsePayload(makePayload(fromTomorrow)) as {
      resources: readonly { id: string }[];
    };
    // What is empty or a default is left to the reading of files.
    const { accounts: _, slides: __, notes: ___, ...expected } = rest;
    expect(parsed).toEqual(expected);
    expect(Object.fromEntries(list.map((item) => [item.id, item]))).toEqual(resources);
  });

  it('costs a kind that codec 1 has never heard of a few characters a resource', () => {
    const groups = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [
        `asg-${index + 1}`,
        { id: `asg-${index + 1}`, kind: 'auto-scaling-group', name: `web-${index + 1}`, region: 'region-1' },
      ]),
    );
    const document = shareSample(3);
    const more = { ...document, resources: { ...document.resources, ...groups } } as unknown as Scenario;
    expect(makeLink(more).length - makeLink(document).length).toBeLessThan(40);
  });

  it('of another version of the document keeps its version, for migrations to lift', () => {
    const older = { ...emptyScenario(), version: 0 } as unknown as Scenario;
    expect(parsePayload(makePayload(older))).toMatchObject({ version: 0 });
    const newer = { ...emptyScenario(), version: 2 } as unknown as Scenario;
    const opened = openLink(makeLink(newer));
    expect(opened).toMatchObject({ ok: false, error: { reason: 'newer-version' } });
  });

  it('as a kind: this page opens the rest and says what it left out', () => {
    const document = shareSample(3);
    const group = { id: 'asg-1', kind: 'auto-scaling-group', region: 'region-1' };
    const newer = {
      ...document,
      resources: { ...document.resources, 'asg-1': group },
    } as unknown as Scenario;
    const opened = openLink(makeLink(newer));
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.document).toEqual(document);
    expect(opened.value.setAside.map(({ message }) => message).join()).toContain('"auto-scaling-group"');
  });

  it('as a property, an action or a check: this page says that a newer one is needed', () => {
    const document = shareSample(3);
    const others = [
      { resources: fromTomorrow.resources },
      { script: fromTomorrow.script },
      { checks: fromTomorrow.checks },
      { layout: fromTomorrow.layout },
      { budget: 0 },
    ];
    for (const other of others) {
      const opened = openLink(makeLink({ ...document, ...other }));
      if (opened.ok) throw new Error('It was opened.');
      expect(opened.error.message).toMatch(/^This link is whole, but .* newer one: reload the page/);
    }
  });

  it('as a kind that this page learns: no link without it changes', () => {
    // The codec knows kinds by name only; one more in the catalogue is for it what this one is here.
    const document = shareSample(10);
    const learned = { id: 'asg-1', kind: 'auto-scaling-group', region: 'region-1' };
    const withIt = {
      ...document,
      resources: { ...document.resources, 'asg-1': learned },
    } as unknown as Scenario;
    const { 'asg-1': _, ...resources } = withIt.resources;
    expect(makeLink({ ...withIt, resources })).toBe(makeLink(document));
    const known = (value: unknown) =>
      (value as { resources: readonly { kind: string }[] }).resources.filter(
        ({ kind }) => kind !== 'auto-scaling-group',
      );
    expect(known(parsePayload(makePayload(withIt)))).toEqual(known(parsePayload(makePayload(document))));
  });
});
