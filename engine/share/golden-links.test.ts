/**
 * Links made once and never again. Each file: the link, the document it opens to as a file of version 1, the state.
 * They are added to, never edited: somebody keeps every one of them in a mail, a slide or a pull request.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTION_TYPES, CHECK_TYPES, DOCUMENT_VERSION } from '../model/document';
import { parseScenario } from '../persistence/scenario-file';
import { makeLink, openLink } from './link';

function goldenOf(codec: 0 | 1) {
  const folder = new URL(`./codec-${codec}/golden/`, import.meta.url);
  return readdirSync(folder).map((name) => {
    const [link = '', file = '', state = ''] = readFileSync(new URL(name, folder), 'utf8').split('\n');
    const document = parseScenario(file);
    if (!document.ok) throw new Error(`${name}: ${document.error.message}`);
    return { name, link, document: document.value, state: JSON.parse(state) as object };
  });
}

const links = [0, 1] as const;
const all = { 0: goldenOf(0), 1: goldenOf(1) };

describe.each(links)('a link of codec %i opens for ever', (codec) => {
  it.each(all[codec])('$name', ({ link, document, state }) => {
    expect(openLink(link)).toEqual({ ok: true, value: { document, state, setAside: [] } });
  });
});

// A later version of the document, or of the deflater, may write other links; what these mean stays.
describe.runIf(DOCUMENT_VERSION === 1)('a document gives the link that it gave', () => {
  it.each(all[1])('$name', ({ link, document, state }) => {
    expect(makeLink(document, state)).toBe(link);
  });
});

describe('the golden links of codec 1', () => {
  const documents = all[1].map(({ document }) => document);

  it('are at least forty, with every kind, action and check that there was', () => {
    expect(documents.length).toBeGreaterThanOrEqual(40);
    const kinds = documents.flatMap(({ resources }) => Object.values(resources).map(({ kind }) => kind));
    expect(new Set(kinds).size).toBe(22);
    const actions = documents.flatMap(({ script }) => script.map(({ type }) => type));
    expect([...new Set(actions)].sort()).toEqual([...ACTION_TYPES].slice(0, 9).sort());
    const checks = documents.flatMap((document) => document.checks.map(({ type }) => type));
    expect([...new Set(checks)].sort()).toEqual([...CHECK_TYPES].slice(0, 4).sort());
  });

  it('hold all flags of the layout, observations, slides, notes and accounts', () => {
    const text = JSON.stringify(documents);
    for (const word of [
      '"pinned":true',
      '"collapsed":true',
      '"blockPublicAccess"',
      '"routeStates"',
      '"focus"',
      '🛒',
    ])
      expect(text).toContain(word);
    expect(documents.some(({ notes }) => notes.length > 0)).toBe(true);
    expect(documents.some(({ accounts }) => Object.keys(accounts).length > 1)).toBe(true);
  });
});
