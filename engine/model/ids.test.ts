import { describe, expect, it } from 'vitest';
import { emptyScenario } from '../persistence/empty';
import { IdSequence, isResourceId } from './ids';

describe('ids', () => {
  it.each(['i-1', 'vpc-12', 'a', 'i-0123456789abcdef0'])('%s is legal', (id) => {
    expect(isResourceId(id)).toBe(true);
  });

  it.each(['', '1', 'I-1', '-a', '__proto__', 'constructor', 'a b', 'a/b', 'a\n', 'ä', 'a'.repeat(65)])(
    '%j is not',
    (id) => {
      expect(isResourceId(id)).toBe(false);
    },
  );

  it('come one after another and leave out those taken', () => {
    const ids = new IdSequence(emptyScenario());
    expect([ids.next('az'), ids.next('vpc'), ids.next('vpc'), ids.next('az')]).toEqual([
      'az-3',
      'vpc-1',
      'vpc-2',
      'az-4',
    ]);
  });
});
