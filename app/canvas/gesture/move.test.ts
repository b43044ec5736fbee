import { describe, expect, it } from 'vitest';
import { applyChanges, fit, type Drawing, type Scenario, type ScenarioChange } from '../../../engine';
import { networkOf } from '../../../engine/testing/network';
import { boxed } from './boxed';
import { isMovable, keysToLift } from './lift';
import { moveChanges, resizeChanges } from './move';

const shop = (): Scenario =>
  networkOf({ vpcs: 1, zones: 2, tiers: ['public', 'private'], instancesPerSubnet: 3 });

function after(document: Scenario, changes: readonly ScenarioChange[]): Drawing {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return fit(applied.value.document);
}

const corner = (drawing: Drawing, key: string) => {
  const drawn = drawing.things.get(key);
  return drawn && { left: drawn.left, top: drawn.top };
};

describe('moving in place', () => {
  it('leaves the siblings where they were, though nobody had placed them', () => {
    const document = shop();
    const before = fit(document);
    const moved = after(document, moveChanges(document, before, ['i-1'], { x: 400, y: 160 }));
    expect(corner(moved, 'i-2')).toEqual(corner(before, 'i-2'));
    expect(corner(moved, 'i-3')).toEqual(corner(before, 'i-3'));
    expect(moved.things.get('i-1')?.x).toBe((before.things.get('i-1')?.x ?? 0) + 400);
  });

  it('makes every box around it grow', () => {
    const document = shop();
    const before = fit(document);
    const moved = after(document, moveChanges(document, before, ['i-1'], { x: 900, y: 0 }));
    for (const key of ['subnet-1', 'vpc-1/az-1', 'vpc-1', 'region-1'])
      expect(moved.things.get(key)?.width).toBeGreaterThan(before.things.get(key)?.width ?? 0);
  });

  it('carries what stands in a moved box along', () => {
    const document = shop();
    const before = fit(document);
    const moved = after(document, moveChanges(document, before, ['vpc-1'], { x: 70, y: 30 }));
    const card = before.things.get('i-1');
    expect(corner(moved, 'i-1')).toEqual({ left: (card?.left ?? 0) + 70, top: (card?.top ?? 0) + 30 });
  });

  it('sets a size without touching the place', () => {
    const document = shop();
    const before = fit(document);
    const resized = after(document, resizeChanges(document, before, 'subnet-1', { width: 900, height: 400 }));
    expect(resized.things.get('subnet-1')).toMatchObject({ width: 900, height: 400 });
    expect(corner(resized, 'subnet-1')).toEqual(corner(before, 'subnet-1'));
  });
});

describe('what is lifted', () => {
  const drawing = fit(shop());

  it('is the selection if the thing under the hand is part of it, else that thing alone', () => {
    expect(keysToLift(drawing, 'i-1', ['i-1', 'i-2'])).toEqual(['i-1', 'i-2']);
    expect(keysToLift(drawing, 'i-3', ['i-1', 'i-2'])).toEqual(['i-3']);
  });

  it('is never a thing together with the box that carries it', () => {
    expect(keysToLift(drawing, 'subnet-1', ['subnet-1', 'i-1'])).toEqual(['subnet-1']);
  });

  it('moves about only if it has a place of its own', () => {
    expect(isMovable(drawing, 'i-1')).toBe(true);
    expect(isMovable(drawing, 'eni-1')).toBe(false);
    expect(isMovable(drawing, 'vol-1')).toBe(false);
  });
});

describe('a selection box', () => {
  const drawing = fit(shop());
  const subnet = drawing.things.get('subnet-1');

  it('drawn inside a subnet selects its instances and not the subnet, nor what is docked', () => {
    const left = (subnet?.left ?? 0) + 2;
    const top = (subnet?.top ?? 0) + 2;
    const to = { x: left + (subnet?.width ?? 0) - 4, y: top + (subnet?.height ?? 0) - 4 };
    expect([...boxed(drawing, { x: left, y: top }, to, [])].sort()).toEqual(['i-1', 'i-2', 'i-3']);
  });

  it('drawn around a subnet selects it too, and adds to what was selected', () => {
    const from = { x: (subnet?.left ?? 0) - 2, y: (subnet?.top ?? 0) - 2 };
    const to = { x: from.x + (subnet?.width ?? 0) + 4, y: from.y + (subnet?.height ?? 0) + 4 };
    expect(boxed(drawing, to, from, ['igw-1'])).toEqual(expect.arrayContaining(['igw-1', 'subnet-1', 'i-1']));
  });
});
