import { describe, expect, it } from 'vitest';
import { sinceOf, whenOf } from './words';

const NOTHING = { added: 0, removed: 0, changed: 0, moved: 0, renamed: false, besides: [] };

describe('words of a version', () => {
  it('count what came, went, changed and moved, and leave out what did not', () => {
    expect(sinceOf(NOTHING)).toBe('the same as now');
    expect(sinceOf({ ...NOTHING, added: 3, removed: 1 })).toBe('since then 3 added, 1 removed');
    expect(sinceOf({ ...NOTHING, changed: 2, moved: 4, renamed: true, besides: ['script', 'checks'] })).toBe(
      'since then 2 changed, 4 moved, renamed, other actions in the run, other checks',
    );
  });

  it('name the day only where it is not today', () => {
    const now = new Date(2026, 5, 10, 18, 0).getTime();
    expect(whenOf(new Date(2026, 5, 10, 9, 30).getTime(), now)).toMatch(/^today .*9:30/);
    expect(whenOf(new Date(2026, 5, 9, 23, 30).getTime(), now)).toMatch(/^yesterday/);
    expect(whenOf(new Date(2026, 5, 1, 9, 30).getTime(), now)).toMatch(/2026/);
  });
});
