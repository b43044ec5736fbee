import { describe, expect, it } from 'vitest';
import { DOCUMENT_VERSION } from '../../model/document';
import { parseScenario } from '../scenario-file';
import { MIGRATIONS, migrate } from '.';

describe('migrations', () => {
  it('are numbered 1, 2, 3 … up to the present version', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(
      Array.from({ length: DOCUMENT_VERSION }, (_, index) => index + 1),
    );
  });

  it('leave what they are given as it was and say which version came out', () => {
    for (const { version, up } of MIGRATIONS) {
      const document = Object.freeze({
        format: 'ec2-playground',
        version: version - 1,
        resources: Object.freeze({}),
      });
      up(document);
      expect(migrate(document, version - 1)).toMatchObject({ version: DOCUMENT_VERSION });
    }
  });

  it('0 to 1: resources by id become a list', () => {
    const sketch = {
      format: 'ec2-playground',
      version: 0,
      resources: { 'region-1': { kind: 'region', regionName: 'us-east-1' } },
    };
    expect(migrate(sketch, 0)).toEqual({
      ...sketch,
      version: 1,
      resources: [{ id: 'region-1', kind: 'region', regionName: 'us-east-1' }],
    });
    const parsed = parseScenario(JSON.stringify(sketch));
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(Object.keys(parsed.value.resources)).toEqual(['region-1']);
  });

  it('0 to 1: what is no object of resources stays, to be refused with its place', () => {
    for (const resources of [undefined, null, 3, 'x', { 'vpc-1': 5 }, { 'vpc-1': null }]) {
      const parsed = parseScenario(JSON.stringify({ format: 'ec2-playground', version: 0, resources }));
      expect(parsed.ok).toBe(false);
      if (!parsed.ok) expect(parsed.error.where).toMatch(/^resources/);
    }
  });
});
