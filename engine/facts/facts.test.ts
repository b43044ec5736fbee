import { describe, expect, it } from 'vitest';
import { INSTANCE_TYPE_NAMES } from './instance-type-names';
import { INSTANCE_TYPES, instanceTypeFacts, isOffered } from './instance-types';
import { REGIONS, regionFacts } from './regions';

describe('instance type facts', () => {
  it('join what a family shares and what a size has of its own', () => {
    expect(instanceTypeFacts('m5d.large')).toMatchObject({
      family: 'm5d',
      vCpus: 2,
      memoryMiB: 8192,
      maxEnis: 3,
      autoRecovery: false,
      instanceStore: { totalGB: 75 },
    });
  });

  it('do not know what is not there', () => {
    expect(instanceTypeFacts('m5.tiny')).toBeUndefined();
    expect(instanceTypeFacts('__proto__')).toBeUndefined();
  });

  it('have what the engine reads for every type', () => {
    expect(INSTANCE_TYPES.length).toBeGreaterThan(200);
    for (const type of INSTANCE_TYPES) {
      const facts = instanceTypeFacts(type);
      expect([type, typeof facts?.vCpus, typeof facts?.memoryMiB, typeof facts?.maxEnis]).toEqual([
        type,
        'number',
        'number',
        'number',
      ]);
      expect([type, typeof facts?.autoRecovery, typeof facts?.hibernation]).toEqual([
        type,
        'boolean',
        'boolean',
      ]);
      expect(facts?.placementStrategies).toContain('spread');
    }
  });

  it('say where a type is offered, and that they do not know', () => {
    expect(isOffered('a1.large', 'us-east-1', 'use1-az2')).toBe(true);
    expect(isOffered('a1.large', 'us-east-1', 'use1-az5')).toBe(false);
    expect(isOffered('p2.xlarge', 'us-east-1', 'use1-az2')).toBe(false);
    expect(isOffered('a1.large', 'eu-north-1', 'eun1-az1')).toBeUndefined();
    expect(isOffered('x9.large', 'us-east-1', 'use1-az2')).toBeUndefined();
  });
});

describe('the names for the page', () => {
  it('are those of the facts, with the same vCPUs and memory', () => {
    const expected = INSTANCE_TYPES.map((type) => {
      const { vCpus, memoryMiB = 0 } = instanceTypeFacts(type) ?? {};
      return { type, vCpus, memoryGib: memoryMiB / 1024 };
    });
    const byType = (a: { type: string }, b: { type: string }): number => (a.type < b.type ? -1 : 1);
    expect(INSTANCE_TYPE_NAMES.toSorted(byType)).toEqual(expected.toSorted(byType));
  });
});

describe('region facts', () => {
  it('know every region by its code', () => {
    expect(REGIONS.length).toBe(34);
    for (const { code } of REGIONS) expect(regionFacts(code)?.code).toBe(code);
    expect(regionFacts('us-east-1')?.zoneIds).toContain('use1-az3');
    expect(regionFacts('mars-1')).toBeUndefined();
  });
});
