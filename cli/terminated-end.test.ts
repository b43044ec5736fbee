import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../engine/catalog/network-roles';
import { importValuesOf, SMALL } from '../engine/testing/aws-input';
import { terminatedEnd } from './terminated-end';

const ENDED = {
  InstanceId: 'i-0ended',
  State: { Name: 'terminated' },
  Tags: [{ Key: 'Name', Value: 'old web' }],
};
const { document, terminated } = importValuesOf(SMALL, {
  Reservations: [{ ReservationId: 'r', Instances: [ENDED] }],
});

function ended(from: string, to: string) {
  const query = { id: 'q', from, to, protocol: 'tcp', port: 22 };
  const path = trace(compileNetwork({ document, at: 'design', live: {} }), query);
  if (path.ok) throw new Error('both ends were found');
  return terminatedEnd(query, path.error, terminated);
}

describe('an instance that the input shows as terminated', () => {
  it.each([
    ['i-0a', 'i-0ended'],
    ['i-0a', 'old web'],
    ['i-0ended', 'internet'],
  ])('is no end of a path: %s to %s', (from, to) => {
    expect(ended(from, to)).toMatchObject({
      id: 'q',
      verdict: 'unreachable',
      direction: 'forward',
      code: 'NO_SOURCE_OR_DESTINATION',
      blockers: [{ resource: 'i-0ended' }],
    });
  });

  it('is told from one that nobody knows', () => {
    expect(ended('i-0a', 'i-0never')).toBeNull();
  });
});
