import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../engine';
import { byUrgency, lossesUntil, sumUp, type Holding } from './losses';

const event = (at: number, before: readonly string[], after: readonly string[]): RunEvent => ({
  sequence: at,
  at,
  type: 'zone-lost',
  subject: 'i-1',
  message: '',
  severity: 'bad',
  changes: [{ subject: 'i-1', field: 'instanceStore', before, after }],
});
const holding = (part: Partial<Holding>): Holding => ({
  where: 'web-1',
  holds: [],
  lost: [],
  outOfReach: false,
  perishable: false,
  ...part,
});

describe('what became of the data', () => {
  const events = [event(10, [], ['carts']), event(20, ['carts'], []), event(30, [], ['carts'])];

  it('is lost from the event that emptied its place until it is written again', () => {
    expect(lossesUntil(events, 10)('i-1', 'instanceStore')).toEqual([]);
    expect(lossesUntil(events, 20)('i-1', 'instanceStore')).toEqual(['carts']);
    expect(lossesUntil(events, 20)('i-1', 'memory')).toEqual([]);
    expect(lossesUntil(events, 30)('i-1', 'instanceStore')).toEqual([]);
  });

  it('is told from the worst to the best', () => {
    const empty = holding({ where: 'empty' });
    const kept = holding({ where: 'kept', holds: ['a'] });
    const danger = holding({ where: 'danger', holds: ['b'], perishable: true });
    const away = holding({ where: 'away', holds: ['c'], outOfReach: true });
    const lost = holding({ where: 'lost', lost: ['d'] });
    const sorted = [empty, kept, danger, away, lost].sort(byUrgency);
    expect(sorted.map(({ where }) => where)).toEqual(['lost', 'away', 'danger', 'kept', 'empty']);
  });

  it('is summed up: what is out of reach or in danger is neither lost nor safe', () => {
    const sum = sumUp([
      holding({ where: 'disk', holds: ['orders'], outOfReach: true }),
      holding({ lost: ['carts'] }),
      holding({ where: 'root', holds: ['pages'] }),
      holding({ where: 'web-2', holds: ['baskets'], perishable: true }),
    ]);
    expect(sum).toEqual({
      lost: [['carts', 'web-1']],
      outOfReach: [['orders', 'disk']],
      inDanger: [['baskets', 'web-2']],
      safe: 1,
      all: 4,
    });
  });
});
