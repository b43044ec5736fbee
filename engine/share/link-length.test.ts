import { describe, expect, it } from 'vitest';
import { shareSample } from '../testing/share-sample';
import { makeLink, parseLink } from './link';

describe('the length of a link with a hand-placed layout, without texts, own ids', () => {
  it.each([
    [10, 700],
    [50, 1500],
    [100, 2300],
  ])('%i instances take at most %i characters', (instances, most) => {
    const document = shareSample(instances);
    const link = makeLink(document);
    expect(parseLink(link)).toEqual({ ok: true, value: document });
    expect(link.length).toBeLessThanOrEqual(most);
  });
});
