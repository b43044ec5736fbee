import { describe, expect, it } from 'vitest';
import type { Scenario } from '../catalog/descriptors';
import { emptyScenario } from '../persistence/empty';
import { shareSample } from '../testing/share-sample';
import { makeCheckedLink } from './checked-link';
import { makeLink } from './link';

describe('a link that is offered', () => {
  it('is the link, when it opens as the document', () => {
    const state = { atMs: 5000, viewOnly: true } as const;
    expect(makeCheckedLink(shareSample(3), state)).toEqual({
      ok: true,
      value: makeLink(shareSample(3), state),
    });
  });

  it('is not offered where it would not open: too many resources, or what is no document', () => {
    const many = Object.fromEntries(
      Array.from({ length: 20_001 }, (_, index) => {
        const id = `region-${index + 1}`;
        return [id, { id, kind: 'region', regionName: 'us-east-1' }];
      }),
    );
    const tooMany = { ...emptyScenario(), resources: many } as unknown as Scenario;
    expect(makeCheckedLink(tooMany)).toMatchObject({ ok: false, error: { reason: 'too-large' } });
    const broken = { ...emptyScenario(), seed: -1 };
    expect(makeCheckedLink(broken)).toMatchObject({ ok: false, error: { reason: 'invalid' } });
  });

  it('is not offered where it would open as something else', () => {
    const unknown = { id: 'x-1', kind: 'not-yet', region: 'region-1' };
    const other = { ...emptyScenario(), resources: { ...emptyScenario().resources, 'x-1': unknown } };
    const made = makeCheckedLink(other as unknown as Scenario);
    expect(made.ok ? 'offered' : made.error.message).toContain('would not open as this document');
  });
});
