import { describe, expect, it } from 'vitest';
import { get, type Resource } from '../../engine';
import { networkOf } from '../../engine/testing/network';
import { candidatesFor, vpcOf, zoneOf } from './candidates';

const document = networkOf({ vpcs: 2, zones: 2, tiers: ['public'], instancesPerSubnet: 1 });
const resource = (id: string): Resource => get(document, id)!;
const ids = (subject: string, kinds: readonly string[], current?: string) =>
  candidatesFor(document, resource(subject), kinds, current).map(({ id }) => id);

describe('what a reference can be pointed at', () => {
  it('stands in the same VPC', () => {
    const tables = ids('subnet-1', ['route-table']);
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.every((id) => vpcOf(document, resource(id)) === 'vpc-1')).toBe(true);
  });

  it('is an instance of the same zone for a volume', () => {
    const volume = resource('vol-1');
    const instances = ids('vol-1', ['instance']);
    expect(instances.length).toBeGreaterThan(0);
    expect(instances.every((id) => zoneOf(document, resource(id)) === zoneOf(document, volume))).toBe(true);
  });

  it('is any VPC for an internet gateway, which can move', () => {
    expect(ids('igw-1', ['vpc'])).toEqual(['vpc-1', 'vpc-2']);
  });

  it('always shows what it is now', () => {
    const other = Object.values(document.resources).find(
      (candidate) => candidate.kind === 'route-table' && candidate.vpcId === 'vpc-2',
    )!;
    expect(ids('subnet-1', ['route-table'], other.id)).toContain(other.id);
  });
});
