import { describe, expect, it } from 'vitest';
import { targetAt, type Places } from './target';

const places: Places = {
  'subnet-1': { legal: true },
  'i-1': { legal: false, message: 'An instance is no place.', source: 's', offersFix: false },
  'vpc-1': { legal: false, message: 'A VPC is too large a place.', source: 's', offersFix: true },
};
const empty = { keys: new Set<string>(), home: null };

describe('the target of a drop', () => {
  it('is the innermost legal place', () => {
    expect(targetAt(['i-1', 'subnet-1', 'vpc-1', 'canvas'], places, empty)).toEqual({
      type: 'legal',
      place: 'subnet-1',
    });
  });

  it('is a move when what is held stays in its own box', () => {
    const held = { keys: new Set(['i-2']), home: 'subnet-1' };
    expect(targetAt(['subnet-1', 'vpc-1'], places, held)).toEqual({ type: 'move', place: 'subnet-1' });
  });

  it('says why, and rather where there is a way out', () => {
    expect(targetAt(['i-1', 'vpc-1', 'canvas'], places, empty)).toMatchObject({
      type: 'refused',
      place: 'vpc-1',
      offersFix: true,
    });
  });

  it('is the refusal with a way out, not a legal place below it', () => {
    expect(targetAt(['i-1', 'vpc-1', 'canvas'], { ...places, canvas: { legal: true } }, empty)).toMatchObject(
      {
        type: 'refused',
        place: 'vpc-1',
      },
    );
  });

  it('is nothing where the engine says nothing', () => {
    expect(targetAt(['canvas'], places, empty)).toBeNull();
  });
});
