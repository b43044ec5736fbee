import { describe, expect, it } from 'vitest';
import { applyChanges, fit, type Scenario, type ScenarioChange } from '../../../engine';
import { networkOf, withResources } from '../../../engine/testing/network';
import { hullsOf } from './hulls';
import { attachmentsOf, routesOf } from './lines';
import { project, type CanvasNode } from './nodes';

const shop = (): Scenario =>
  networkOf({
    vpcs: 1,
    zones: 2,
    tiers: ['public', 'private'],
    instancesPerSubnet: 2,
    secondInterfaces: true,
  });

const nodesOf = (document: Scenario, before: readonly CanvasNode[] = []): CanvasNode[] =>
  project(document, fit(document), before);

const changed = (document: Scenario, ...changes: ScenarioChange[]): Scenario => {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
};

const nodeOf = (nodes: readonly CanvasNode[], id: string) => nodes.find((node) => node.id === id);

describe('the projection', () => {
  it('draws a docked interface and volume in their instance, and a further interface in its own subnet', () => {
    const nodes = nodesOf(shop());
    expect(nodeOf(nodes, 'eni-1')).toBeUndefined();
    expect(nodeOf(nodes, 'vol-1')).toBeUndefined();
    expect(nodeOf(nodes, 'i-1')?.data.thing).toMatchObject({
      port: { id: 'eni-1', address: '10.0.1.4' },
      disks: [{ id: 'vol-1', text: '8 GiB gp3', root: true }],
    });
    const further = nodes.filter((node) => node.type === 'interface');
    expect(further.length).toBeGreaterThan(0);
  });

  it('gives a subnet the tint of its route table', () => {
    const nodes = nodesOf(shop());
    expect(nodeOf(nodes, 'subnet-1')?.data.thing).toMatchObject({ tone: 'public' });
    expect(nodeOf(nodes, 'subnet-3')?.data.thing).toMatchObject({ tone: 'private' });
  });

  it('says in one sentence what an instance is and where it stands', () => {
    expect(nodeOf(nodesOf(shop()), 'i-1')?.data.thing.sentence).toBe(
      'public-1, t3.micro, in public-a 10.0.1.0/24',
    );
  });

  it('keeps every node object that an edit did not touch', () => {
    const document = shop();
    const before = nodesOf(document);
    const renamed = changed(document, { type: 'update', id: 'i-1', set: { name: 'web' } });
    const after = nodesOf(renamed, before);
    const touched = after.filter((node) => !before.includes(node)).map((node) => node.id);
    expect(touched).toContain('i-1');
    // The ports of this instance name it.
    expect(touched.every((id) => id === 'i-1' || nodeOf(after, id)?.type === 'interface')).toBe(true);
    expect(after.length - touched.length).toBeGreaterThan(after.length / 2);
  });

  it('puts boxes below what stands in them', () => {
    const nodes = nodesOf(shop());
    const layer = (id: string) => Number(String(nodeOf(nodes, id)?.style?.zIndex).replace('auto', '0'));
    expect(layer('region-1')).toBeLessThan(layer('vpc-1'));
    expect(layer('vpc-1')).toBeLessThan(layer('vpc-1/az-1'));
    expect(layer('vpc-1/az-1')).toBeLessThan(layer('subnet-1'));
    expect(layer('subnet-1')).toBeLessThan(layer('i-1'));
  });
});

describe('outlines of placement groups', () => {
  const grouped = (members: readonly string[]): Scenario =>
    changed(
      withResources(shop(), [
        { id: 'pg-1', kind: 'placement-group', region: 'region-1', groupName: 'orders', strategy: 'spread' },
      ]),
      ...members.map((id) => ({ type: 'attach', id, relation: 'placementGroup', to: 'pg-1' }) as const),
    );

  it('hold their members and cut no card', () => {
    const document = grouped(['i-1', 'i-2', 'i-3']);
    const drawing = fit(document);
    const hulls = hullsOf(document, drawing);
    expect(hulls.flatMap((hull) => hull.members).sort()).toEqual(['i-1', 'i-2', 'i-3']);
    for (const hull of hulls)
      for (const card of drawing.things.values()) {
        if (card.how !== 'card') continue;
        const inside =
          card.left > hull.x &&
          card.top > hull.y &&
          card.left + card.width < hull.x + hull.width &&
          card.top + card.height < hull.y + hull.height;
        const outside =
          card.left >= hull.x + hull.width ||
          card.left + card.width <= hull.x ||
          card.top >= hull.y + hull.height ||
          card.top + card.height <= hull.y;
        expect(inside || outside, `${card.key} and ${hull.members.join()}`).toBe(true);
        expect(hull.members.includes(card.key)).toBe(inside);
      }
  });

  it('fall apart where a stranger would stand inside', () => {
    const document = grouped(['i-1', 'i-2']);
    expect(hullsOf(document, fit(document))).toHaveLength(1);
    const three = changed(document, { type: 'move', id: 'i-1', to: { x: 16, y: 50 } });
    const apart = changed(three, { type: 'move', id: 'i-2', to: { x: 700, y: 50 } });
    const stranger = withResources(apart, [
      {
        id: 'nat-9',
        kind: 'nat-gateway',
        subnetId: 'subnet-1',
        connectivityType: 'private',
        privateIpAddress: '10.0.1.99',
      },
    ]);
    expect(hullsOf(stranger, fit(stranger))).toHaveLength(2);
  });
});

describe('lines', () => {
  it('join every further interface to its instance', () => {
    const document = shop();
    const lines = attachmentsOf(document, fit(document));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.to).toMatch(/^i-/);
  });

  it('show the routes of what is selected and nothing else', () => {
    const document = shop();
    const drawing = fit(document);
    expect(routesOf(document, drawing, undefined)).toEqual([]);
    expect(routesOf(document, drawing, 'i-1')).toMatchObject([
      { from: 'subnet-1', to: 'igw-1', look: 'route' },
    ]);
  });
});
