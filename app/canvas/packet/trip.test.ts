import { describe, expect, it } from 'vitest';
import { fit, type Hop, type ScenarioPath } from '../../../engine';
import { networkOf } from '../../../engine/testing/network';
import { lengthOf, pointAt } from './route';
import { tripOf, type Trip } from './trip';

const document = networkOf({ vpcs: 1, zones: 2, tiers: ['public', 'private'], instancesPerSubnet: 1 });
const drawing = fit(document);

const hop = (resource: string, kind: string, verdict: Hop['verdict'] = 'pass'): Hop => ({
  resource,
  kind,
  packetIn: { source: '203.0.113.7', destination: '10.0.1.4', protocol: 6 },
  verdict,
  message: '',
  source: '',
});

const inward = (groupVerdict: Hop['verdict'], after: Hop['verdict']): readonly Hop[] => [
  hop('internet-1', 'internet'),
  hop('igw-1', 'internet-gateway'),
  hop('acl-1', 'network-acl'),
  hop('sg-1', 'security-group', groupVerdict),
  hop('eni-1', 'interface', after),
  hop('i-1', 'instance', after),
];

const pathOf = (forward: readonly Hop[], back: readonly Hop[] = []): ScenarioPath => ({
  verdict: back.length > 0 ? 'reachable' : 'unreachable',
  blockers: [],
  forward: { hops: forward },
  return: { hops: back },
  notes: [],
  notModelled: [],
  askedOf: 'design',
});

const trip = (path: ScenarioPath): Trip => {
  const made = tripOf(document, drawing, path);
  if (!made) throw new Error('no trip');
  return made;
};

describe('the trip of a packet', () => {
  it('ends at the hop that stops it, and the hops behind it are not walked', () => {
    const { legs, stops, end } = trip(pathOf(inward('stop', 'not-reached')));
    expect(legs).toHaveLength(1);
    expect(end?.arrived).toBe(false);
    const length = lengthOf(legs[0]?.points ?? []);
    expect(stops.map(({ distance }) => distance).slice(3)).toEqual([length, length, length]);
  });

  it('has one stop for every hop, never walking backwards', () => {
    const { stops } = trip(pathOf(inward('pass', 'pass'), [...inward('pass', 'pass')].reverse()));
    expect(stops).toHaveLength(12);
    const forward = stops.filter(({ leg }) => leg === 0).map(({ distance }) => distance);
    expect(forward).toEqual([...forward].sort((a, b) => a - b));
  });

  it('passes the header of the subnet where its network ACL is met', () => {
    const { legs, stops } = trip(pathOf(inward('stop', 'not-reached')));
    const subnet = drawing.things.get('subnet-1');
    const acl = pointAt(legs[0]?.points ?? [], stops[2]?.distance ?? 0);
    expect(acl.y).toBeGreaterThan(subnet?.top ?? 0);
    expect(acl.y).toBeLessThan((subnet?.top ?? 0) + 30);
    expect(acl.x).toBeGreaterThan((subnet?.left ?? 0) + (subnet?.width ?? 0) - 40);
  });

  it('comes no further than the gateway when what is behind it stops it and no hop names the gateway', () => {
    const { legs, stops, end } = trip(
      pathOf([
        hop('internet-1', 'internet'),
        hop('i-1', 'instance', 'stop'),
        hop('acl-1', 'network-acl', 'not-reached'),
      ]),
    );
    const gateway = drawing.things.get('igw-1');
    const last = legs[0]?.points.at(-1);
    expect(last).toEqual({ x: (gateway?.left ?? 0) + 14, y: (gateway?.top ?? 0) + 14 });
    expect(end?.arrived).toBe(false);
    expect(stops[1]?.distance).toBeGreaterThan(0);
    expect(legs).toHaveLength(1);
  });

  it('stays outside a VPC that has no gateway', () => {
    const { 'igw-1': _, ...resources } = document.resources;
    const closed = { ...document, resources };
    const path = pathOf([hop('internet-1', 'internet'), hop('i-1', 'instance', 'stop')]);
    const made = tripOf(closed, fit(closed), path);
    expect(made?.legs[0]?.points).toHaveLength(1);
    expect(made?.end?.arrived).toBe(false);
  });

  it('brings the reply home beside the way out, to where it came from', () => {
    const { legs, end } = trip(pathOf(inward('pass', 'pass'), [...inward('pass', 'pass')].reverse()));
    const home = legs[1]?.points.at(-1);
    const start = legs[0]?.points[0];
    expect(Math.abs((home?.x ?? 0) - (start?.x ?? 99))).toBeLessThan(10);
    expect(end?.arrived).toBe(true);
  });

  it('is nothing when nothing of the path is drawn', () => {
    expect(tripOf(document, drawing, pathOf([hop('gone-1', 'internet')]))).toBeNull();
  });
});
