import { describe, expect, it } from 'vitest';
import { touchedBy, type Said } from './by-key';

const silent: Said = { over: null, places: null, roving: null, pulse: null };
const over = (place: string): Said['over'] => ({ place, legal: true, why: null, offers: false });

describe('a change of the canvas wakes', () => {
  it('the place the hand left and the one it came to', () => {
    expect([
      ...touchedBy({ ...silent, over: over('subnet-2') }, { ...silent, over: over('subnet-1') }),
    ]).toEqual(['subnet-2', 'subnet-1']);
    expect([...touchedBy(silent, { ...silent, over: over('subnet-1') })]).toEqual(['subnet-1']);
  });

  it('every place that is lit or goes out', () => {
    const places = { 'subnet-1': { legal: true }, 'subnet-2': { legal: true } } as const;
    expect([...touchedBy({ ...silent, places }, silent)]).toEqual(['subnet-1', 'subnet-2']);
    expect([...touchedBy(silent, { ...silent, places })]).toEqual(['subnet-1', 'subnet-2']);
  });

  it('what the Tab key reached and reaches, and what pulses', () => {
    const now = { ...silent, roving: 'i-2', pulse: { key: 'i-2', count: 2 } };
    const before = { ...silent, roving: 'i-1', pulse: { key: 'i-3', count: 1 } };
    expect([...touchedBy(now, before)].sort()).toEqual(['i-1', 'i-2', 'i-3']);
  });

  it('nobody where nothing is said of a thing', () => {
    expect(touchedBy({ ...silent }, silent).size).toBe(0);
  });
});
