import { describe, expect, it } from 'vitest';
import { fit } from '../../../engine';
import { placesFor } from '../../../engine/editing/places';
import { networkOf } from '../../../engine/testing/network';
import { offerableOf, offerAt, offeredAt } from './offered-lanes';

/** Zones are there; one of them is used. */
const shopOf = (vpcs: number) => {
  const whole = networkOf({ vpcs, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 0 });
  const resources = Object.fromEntries(
    Object.entries(whole.resources).map(([id, resource]) => [
      id,
      resource.kind === 'subnet' ? { ...resource, availabilityZone: 'az-1' } : resource,
    ]),
  );
  return { ...whole, resources };
};

describe('lanes that are offered to a subnet', () => {
  it('are the zones the VPC does not use, beside its lanes', () => {
    const document = shopOf(1);
    const drawing = fit(document);
    const offerable = offerableOf(drawing, placesFor(document, { kind: 'subnet' }));
    const offer = offerAt(document, drawing, offerable, { x: 0, y: 0 }, null);
    const lane = drawing.things.get('vpc-1/az-1');
    expect(offer?.lanes.map(({ key }) => key)).toEqual(['vpc-1/az-2']);
    const [offered] = offer?.lanes ?? [];
    expect(offered?.x).toBeGreaterThanOrEqual((lane?.left ?? 0) + (lane?.width ?? 0));
    expect(offered).toMatchObject({ y: lane?.top, height: lane?.height });
    const inside = { x: (offered?.x ?? 0) + 5, y: (offered?.y ?? 0) + 5 };
    expect(offeredAt(offer, inside)).toBe('vpc-1/az-2');
    expect(offeredAt(offer, { ...inside, x: inside.x - 10 })).toBeUndefined();
  });

  it('are those of the VPC under the hand, and stay while the hand is on them', () => {
    const document = shopOf(2);
    const drawing = fit(document);
    const offerable = offerableOf(drawing, placesFor(document, { kind: 'subnet' }));
    const second = drawing.things.get('vpc-2');
    const over = { x: (second?.left ?? 0) + 4, y: (second?.top ?? 0) + 4 };
    const offer = offerAt(document, drawing, offerable, over, null);
    expect(offer?.vpc).toBe('vpc-2');
    const [lane] = offer?.lanes ?? [];
    const beside = { x: (lane?.x ?? 0) + 100, y: (lane?.y ?? 0) + 10 };
    expect(offerAt(document, drawing, offerable, beside, offer)).toBe(offer);
    expect(offerAt(document, drawing, offerable, { x: -900, y: -900 }, offer)).toBeNull();
  });

  it('are none for what is no subnet', () => {
    const document = shopOf(1);
    const drawing = fit(document);
    const offerable = offerableOf(drawing, placesFor(document, { kind: 'instance' }));
    expect(offerAt(document, drawing, offerable, { x: 0, y: 0 }, null)).toBeNull();
  });
});
