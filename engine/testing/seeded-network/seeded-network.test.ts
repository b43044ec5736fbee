import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { describe, expect, it } from 'vitest';
import { designLive } from '../../catalog/design-live';
import type { Scenario } from '../../catalog/descriptors';
import { allOf } from '../../catalog/lookup';
import { compileNetwork, trace, type ScenarioNetwork } from '../../catalog/network-roles';
import { importAws } from '../../interchange/aws/import-aws';
import { validateScenario } from '../../persistence/scenario-file';
import { problemsOf } from '../../validation';
import { awsIdOf } from './aws-ids';
import { toAwsOutput } from './aws-output';
import { seededNetwork } from './seeded-network';

const networkOf = (document: Scenario): ScenarioNetwork =>
  compileNetwork({ document, at: 'design', live: designLive(document) });

function imported(document: Scenario): Scenario {
  const files = Object.entries(toAwsOutput(document)).map(([name, text]) => ({ name, text }));
  const result = importAws(files);
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.report.filter(({ severity }) => severity === 'warning')).toEqual([]);
  return result.value.document;
}

describe('a seeded network', () => {
  it('has exactly the instances that were asked for and is well formed', () => {
    for (const instances of [1, 2, 10, 251, 700]) {
      const document = seededNetwork({ instances, seed: 3 });
      expect(allOf(document, 'instance')).toHaveLength(instances);
      const checked = validateScenario(document);
      expect(checked.ok ? 'well formed' : checked.error.message).toBe('well formed');
    }
  });

  it('is the same for the same seed and another one for another seed', () => {
    const shape = { instances: 300, seed: 5 };
    expect(seededNetwork(shape)).toEqual(seededNetwork(shape));
    expect(seededNetwork(shape)).not.toEqual(seededNetwork({ ...shape, seed: 6 }));
  });

  it('has several VPCs where one would be too small', () => {
    const document = seededNetwork({ instances: 10_000, seed: 1 });
    expect(allOf(document, 'vpc')).toHaveLength(2);
    const addresses = allOf(document, 'network-interface').map(({ privateIpAddress }) => privateIpAddress);
    expect(new Set(addresses).size).toBe(10_000);
  });

  it('gives the share of instances that was asked for a group of their own', () => {
    const ownGroups = (ownPolicyShare: number): number =>
      allOf(seededNetwork({ instances: 1000, seed: 2, ownPolicyShare }), 'security-group').filter(
        ({ groupName }) => groupName.endsWith('-own'),
      ).length;
    expect(ownGroups(0)).toBe(0);
    expect(ownGroups(0.1)).toBeGreaterThan(70);
    expect(ownGroups(0.1)).toBeLessThan(130);
    // All but the two hosts that the services share.
    expect(ownGroups(1)).toBe(998);
  });

  it('has nothing that AWS would refuse', () => {
    const errors = problemsOf(seededNetwork({ instances: 300, seed: 4 })).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  });
});

describe('AWS output of a seeded network', () => {
  it('is imported without a warning as as many things of each kind', () => {
    const document = seededNetwork({ instances: 120, seed: 7 });
    const again = imported(document);
    for (const kind of ['vpc', 'subnet', 'instance', 'network-interface', 'volume', 'nat-gateway'] as const)
      expect(allOf(again, kind), kind).toHaveLength(allOf(document, kind).length);
  });

  it('gives a network in which traces answer the same', () => {
    const document = seededNetwork({ instances: 300, seed: 9 });
    const drawn = networkOf(document);
    const read = networkOf(imported(document));
    const random = xorshift128plus(11);
    const instances = allOf(document, 'instance');
    const oneOf = <T>(list: readonly T[]): T => list[uniformInt(random, 0, list.length - 1)] as T;
    const verdicts = new Map<string, number>();
    for (let question = 0; question < 600; question += 1) {
      const ends = [oneOf(instances).id, question % 5 === 0 ? 'internet:203.0.113.7' : oneOf(instances).id];
      if (question % 10 === 0) ends.reverse();
      const asked = { protocol: 'tcp', port: oneOf([22, 80, 443, 3306, 5432, 8080, 9100, 9300]) };
      const [from = '', to = ''] = ends;
      const answer = trace(drawn, { ...asked, from, to });
      const foreign = (id: string): string => (id.startsWith('internet') ? id : awsIdOf(id));
      const other = trace(read, { ...asked, from: foreign(from), to: foreign(to) });
      if (!answer.ok || !other.ok) {
        expect(other.ok).toBe(answer.ok);
        continue;
      }
      const { verdict, blockers } = answer.value;
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      expect(other.value.verdict, `${from} to ${to}:${asked.port}`).toBe(verdict);
      expect(other.value.blockers.map(({ code }) => code)).toEqual(blockers.map(({ code }) => code));
    }
    expect(verdicts.get('reachable')).toBeGreaterThan(20);
    expect(verdicts.get('unreachable')).toBeGreaterThan(100);
  });
});
