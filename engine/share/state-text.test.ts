import { describe, expect, it } from 'vitest';
import { shareSample } from '../testing/share-sample';
import { makeLink, openLink, parseLink } from './link';
import { makeStateText, parseStateText } from './state-text';

describe('the state of a link', () => {
  const whole = {
    atMs: 90_000,
    tab: 'paths',
    selection: ['i-1', 'vpc-1'],
    area: { x: -40, y: 0, width: 1200, height: 800 },
    viewOnly: true,
  } as const;

  it('can be read by people and comes back', () => {
    const text = makeStateText(whole);
    expect(text).toBe('&t=90s&tab=paths&sel=i-1,vpc-1&area=-40,0,1200,800&mode=view');
    expect(parseStateText(text)).toEqual(whole);
  });

  it.each([
    [0, '0s'],
    [1, '1ms'],
    [1500, '1500ms'],
    [60_000, '1m'],
    [90_000, '90s'],
    [7_200_000, '2h'],
    [2_592_000_000, '30d'],
  ])('writes %i ms as %s', (atMs, text) => {
    expect(makeStateText({ atMs })).toBe(`&t=${text}`);
    expect(parseStateText(`t=${text}`)).toEqual({ atMs });
  });

  it('of nothing is nothing: the link is that of the document alone', () => {
    expect(makeStateText({})).toBe('');
    expect(parseStateText('')).toEqual({});
    expect(makeLink(shareSample(2), {})).toBe(makeLink(shareSample(2)));
  });

  it('that a newer page wrote is passed over where it makes no sense here', () => {
    for (const text of [
      't=5y',
      't=-1s',
      't=99999999999d',
      'tab=<b>',
      'sel=,A,__proto__',
      'area=1,2,3',
      'mode=edit',
    ])
      expect(parseStateText(`${text}&colour=red&=x&&`)).toEqual({});
    expect(parseStateText('area=1,2,0,5')).toEqual({});
    expect(parseStateText('sel=i-1,?,i-2')).toEqual({ selection: ['i-1', 'i-2'] });
  });

  it('is covered by length and checksum', () => {
    const link = makeLink(shareSample(2), whole);
    const reason = (text: string) => {
      const opened = openLink(text);
      return opened.ok ? 'opened' : opened.error.reason;
    };
    expect(reason(link.replace('t=90s', 't=80s'))).toBe('damaged-link');
    expect(reason(link.replace('&mode=view', ''))).toBe('cut-link');
    expect(reason(`${link}&t=5s`)).toBe('damaged-link');
  });

  it('arrives when a mail has escaped it', () => {
    const link = makeLink(shareSample(2), whole);
    for (const escaped of [
      link.replace(/&/g, '&amp;'),
      link.replace(/[&=,]/g, encodeURIComponent),
      `<https://x.org/#${link}>.`,
    ])
      expect(openLink(escaped)).toMatchObject({ ok: true, value: { state: whole } });
  });

  it('does not matter to who wants the document alone', () => {
    expect(parseLink(makeLink(shareSample(2), whole))).toEqual({ ok: true, value: shareSample(2) });
  });
});
