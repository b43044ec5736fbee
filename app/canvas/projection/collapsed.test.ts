import { describe, expect, it } from 'vitest';
import { allOf, applyChanges, fit, type Drawing, type Scenario, type ScenarioChange } from '../../../engine';
import { collapseChanges } from '../../../engine/late';
import { networkOf } from '../../../engine/testing/network';
import { marksOf } from '../../exposure/marks';
import { idsInside, problemsAmong } from '../nodes/problems-inside';
import { anchorsOf } from '../packet/anchors';
import { gateOf } from '../packet/route';
import { tripOf } from '../packet/trip';
import { hullsOf } from './hulls';
import { attachmentsOf, routesOf } from './lines';
import { project } from './nodes';

const after = (document: Scenario, changes: readonly ScenarioChange[]): Scenario => {
  const applied = applyChanges(document, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
};
const base = networkOf({
  vpcs: 1,
  zones: 2,
  tiers: ['public', 'private'],
  instancesPerSubnet: 2,
  secondInterfaces: true,
});
const grouped = after(base, [
  {
    type: 'add',
    resource: {
      id: 'pg-9',
      kind: 'placement-group',
      region: 'region-1',
      groupName: 'close',
      strategy: 'cluster',
    },
  },
  { type: 'update', id: 'i-1', set: { placementGroup: 'pg-9' } },
]);
const collapsed = (...keys: readonly string[]): readonly [Scenario, Drawing] => {
  const document = after(grouped, collapseChanges(grouped, fit(grouped), keys));
  return [document, fit(document)];
};
const boxOf = ({ things }: Drawing, key: string) => {
  const box = things.get(key);
  if (!box) throw new Error(`${key} is not drawn`);
  return box;
};

describe('a collapsed subnet on the canvas', () => {
  const [document, drawing] = collapsed('subnet-1');

  it('says what it is, where, and what it holds', () => {
    const node = project(document, drawing).find(({ id }) => id === 'subnet-1');
    expect(node?.data.thing).toMatchObject({ collapsed: true, detail: '10.0.1.0/24' });
    expect(node?.data.thing).toMatchObject({ holds: expect.stringMatching(/^2 instances/) as string });
    expect(node?.data.thing.sentence).toMatch(/, collapsed, 2 instances/);
  });

  it('has no node for what it holds', () => {
    const ids = project(document, drawing).map(({ id }) => id);
    expect(ids).not.toContain('i-1');
    expect(ids).toContain('subnet-2');
  });

  it('takes the lines of the interfaces in it, each other end once', () => {
    const hidden = allOf(document, 'network-interface').filter(({ id }) => drawing.hidden.has(id));
    expect(hidden.length).toBeGreaterThan(0);
    const lines = attachmentsOf(document, drawing);
    for (const line of lines)
      for (const end of [line.from, line.to]) expect(drawing.things.has(end)).toBe(true);
    const ends = lines.map(({ from, to }) => `${from}>${to}`);
    expect(new Set(ends).size).toBe(ends.length);
  });

  it('is where the routes of a machine in it begin', () => {
    const [first] = routesOf(document, drawing, 'i-1');
    expect(first?.from).toBe('subnet-1');
  });

  it('is outlined for a placement group that has members in it', () => {
    const hull = hullsOf(document, drawing).find(({ group }) => group === 'pg-9');
    expect(hull?.members).toEqual(['subnet-1']);
    expect(hull?.label).toContain('close');
  });

  it('is where a packet is met that goes on inside it', () => {
    const at = { key: 'subnet-1', at: gateOf(boxOf(drawing, 'subnet-1')) };
    const hops = ['i-1', 'eni-1', 'sg-1'].map((resource) => ({ resource }));
    expect(anchorsOf(document, drawing, hops)).toEqual([at, at, at]);
  });

  it('carries the exposure of what is in it', () => {
    const line = {
      family: 4 as const,
      peers: [],
      members: [{ id: 'eni-1', instanceId: 'i-1' }],
      works: [{ text: 'TCP 443' }],
      sometimes: [],
      unknown: [],
    };
    const exposure = { inbound: [line], outbound: [] } as unknown as Parameters<typeof marksOf>[1];
    const marks = marksOf(drawing, exposure);
    expect(marks.things.map(({ key }) => key)).toEqual(['subnet-1']);
    expect(marks.counts).toMatchObject([{ key: 'subnet-1', open: 1 }]);
  });

  it('counts each problem inside once and shows the worst', () => {
    const problem = (severity: 'error' | 'warning' | 'info') =>
      ({ code: 'X', severity, message: '', subjects: [] }) as unknown as Parameters<
        typeof problemsAmong
      >[1] extends ReadonlyMap<string, readonly (infer P)[]>
        ? P
        : never;
    const [bad, warning, note] = [problem('error'), problem('warning'), problem('info')];
    const bySubject = new Map([
      ['i-1', [bad, warning]],
      ['eni-1', [bad]],
      ['i-2', [note]],
      ['subnet-2', [problem('error')]],
    ]);
    expect(problemsAmong(idsInside(drawing, 'subnet-1'), bySubject)).toEqual({ severity: 'error', count: 2 });
    expect(problemsAmong(['i-2'], bySubject)).toEqual({ severity: undefined, count: 0 });
  });
});

describe('a collapsed VPC on the canvas', () => {
  const [document, drawing] = collapsed('vpc-1');

  it('lets a packet from outside end at its chip', () => {
    const hop = (resource: string, kind: string) => ({ resource, kind, verdict: 'pass' });
    const result = {
      forward: {
        hops: [hop('world-1', 'internet'), hop('igw-1', 'internet-gateway'), hop('i-1', 'instance')],
      },
      return: { hops: [] },
    } as unknown as Parameters<typeof tripOf>[2];
    const world = after(document, [
      { type: 'add', resource: { id: 'world-1', kind: 'internet', clientAddress: '198.51.100.7' } },
    ]);
    const trip = tripOf(world, fit(world), result);
    const gate = gateOf(boxOf(fit(world), 'vpc-1'));
    expect(trip?.legs[0]?.points.at(-1)).toEqual(gate);
  });

  it('keeps every line between drawn things', () => {
    expect(attachmentsOf(document, drawing)).toEqual([]);
    expect(routesOf(document, drawing, 'i-1')).toEqual([]);
  });
});
