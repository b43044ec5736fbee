import { describe, expect, it } from 'vitest';
import { placeOf } from './place-guide';

describe('a guide on the screen', () => {
  it('is one pixel wide and as long as what it joins at any zoom', () => {
    const upright = { axis: 'x', at: 100, from: 20, to: 220 } as const;
    expect(placeOf(upright, [10, 5, 0.5])).toBe('translate(60px, 15px) scale(1, 100)');
    expect(placeOf(upright, [10, 5, 2])).toBe('translate(210px, 45px) scale(1, 400)');
    const level = { axis: 'y', at: 100, from: 20, to: 220 } as const;
    expect(placeOf(level, [10, 5, 0.5])).toBe('translate(20px, 55px) scale(100, 1)');
  });

  it('lies on whole pixels', () => {
    expect(placeOf({ axis: 'x', at: 10.3, from: 0, to: 9.7 }, [0.4, 0.4, 1])).toBe(
      'translate(11px, 0px) scale(1, 10)',
    );
  });
});
