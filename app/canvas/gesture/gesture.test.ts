import { describe, expect, it } from 'vitest';
import { IDLE, step, type Effect, type Gesture, type Signal, type Subject } from './gesture';

const VPC: Subject = { type: 'entry', kind: 'vpc' };
const CARD: Subject = { type: 'thing', key: 'i-1', grip: true };
const INSIDE: Subject = { type: 'thing', key: 'vpc-1', grip: false };

const press = (subject: Subject, pointer = 1): Signal => ({
  type: 'press',
  subject,
  pointer,
  at: { x: 10, y: 10 },
  adding: false,
});
const move = (x: number, pointer = 1): Signal => ({ type: 'move', pointer, at: { x, y: 10 } });
const release = (x: number, pointer = 1): Signal => ({ type: 'release', pointer, at: { x, y: 10 } });

function play(...signals: readonly Signal[]): { state: Gesture['state']; effects: Effect['type'][] } {
  let gesture = IDLE;
  const effects: Effect['type'][] = [];
  for (const signal of signals) {
    const stepped = step(gesture, signal);
    gesture = stepped.next;
    effects.push(...stepped.effects.map((effect) => effect.type));
  }
  return { state: gesture.state, effects };
}

describe('the gesture table', () => {
  it('takes a press that does not move more than four pixels for a tap', () => {
    expect(play(press(CARD), move(14), release(14))).toEqual({ state: 'idle', effects: ['tap'] });
  });

  it('lets a finger waver further than a mouse before it drags', () => {
    const finger: Signal = { ...press(CARD), slop: 10 } as Signal;
    expect(play(finger, move(19), release(19)).effects).toEqual(['tap']);
    expect(play(finger, move(21), release(21)).effects).toEqual(['lift', 'carry', 'drop']);
  });

  it('gives back what one finger had begun to move when a second one comes down', () => {
    expect(play(press(CARD), move(30), press(INSIDE, 2), release(30))).toEqual({
      state: 'idle',
      effects: ['lift', 'carry', 'return'],
    });
  });

  it('lifts a thing once the pointer has moved five pixels, and drops it where the pointer is let go', () => {
    expect(play(press(CARD), move(15), move(40), release(40))).toEqual({
      state: 'idle',
      effects: ['lift', 'carry', 'carry', 'drop'],
    });
  });

  it('switches between the thing and a copy of it when Alt is pressed or let go in the middle of a drag', () => {
    const alt = (copying: boolean): Signal => ({ type: 'switch', copying });
    expect(
      play(press(CARD), move(30), alt(true), alt(true), move(40), alt(false), release(50)).effects,
    ).toEqual(['lift', 'carry', 'switch', 'carry', 'switch', 'drop']);
    // Before the drag begins it is only remembered; what was not grabbed by its grip has no copy.
    expect(play(press(CARD), alt(true), move(30)).effects).toEqual(['lift', 'carry']);
    expect(play(press(VPC), move(30), alt(true), release(30)).effects).toEqual(['lift', 'carry', 'drop']);
  });

  it('carries a palette entry that was tapped until the next press, which places it', () => {
    expect(play(press(VPC), release(10), move(60), press(INSIDE))).toEqual({
      state: 'idle',
      effects: ['lift', 'carry', 'drop'],
    });
  });

  it('changes hands when another palette entry is pressed while one is carried', () => {
    const subnet: Subject = { type: 'entry', kind: 'subnet' };
    expect(play(press(VPC), release(10), press(subnet), release(10))).toEqual({
      state: 'carrying',
      effects: ['lift', 'return', 'lift'],
    });
  });

  it('returns what is dragged or carried when it is cancelled', () => {
    expect(play(press(CARD), move(30), { type: 'cancel' })).toEqual({
      state: 'idle',
      effects: ['lift', 'carry', 'return'],
    });
    expect(play({ type: 'take', kind: 'vpc' }, { type: 'cancel' }).effects).toEqual(['lift', 'return']);
  });

  it('ignores a release after a cancel, so that nothing is dropped', () => {
    expect(play(press(CARD), move(30), { type: 'cancel' }, release(30)).effects).not.toContain('drop');
  });

  it('leaves a drag inside a box to the canvas, which pans', () => {
    expect(play(press(INSIDE), move(30), release(30))).toEqual({ state: 'idle', effects: [] });
  });

  it('lets go when a second finger comes down, and never listens to another pointer', () => {
    expect(play(press(CARD), press(CARD, 2), release(10, 1))).toEqual({ state: 'idle', effects: [] });
    expect(play(press(CARD), move(30), move(90, 2), release(90, 2)).state).toBe('dragging');
  });

  it('draws a box from the ground only when asked to', () => {
    expect(play(press({ type: 'ground', boxing: true }), move(30)).effects).toEqual(['lift', 'carry']);
    expect(play(press({ type: 'ground', boxing: false }), move(30)).effects).toEqual([]);
  });
});
