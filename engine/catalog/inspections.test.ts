import { describe, expect, it } from 'vitest';
import { edit } from '../testing/editing';
import { networkOf } from '../testing/network';
import { derivedFacts } from './inspections';
import type { Scenario } from './descriptors';

const shop = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const withNew = (kind: string, into: string, document: Scenario = shop) =>
  edit(document, { type: 'create', kind, into }).document;
const inspect = (document: Scenario, id: string) => {
  const resource = document.resources[id];
  if (!resource) throw new Error(`no ${id}`);
  return derivedFacts(document, resource, {});
};
const fact = (document: Scenario, id: string, label: string) =>
  inspect(document, id).facts.find((candidate) => candidate.label === label);

describe('what is said of', () => {
  it('a load balancer: its listeners with their targets, its nodes with address and zone', () => {
    const { tables } = inspect(withNew('load-balancer', 'vpc-1'), 'elb-1');
    expect(tables[0]?.rows).toEqual([['HTTP 80', 'targets-1', '2']]);
    expect(tables[1]?.rows).toEqual([
      ['10.0.1.5', 'public-a', 'us-east-1a'],
      ['10.0.2.5', 'public-b', 'us-east-1b'],
    ]);
  });

  it('a target group: who uses it, and where each target is', () => {
    const document = withNew('load-balancer', 'vpc-1');
    expect(fact(document, 'tg-1', 'Used by')?.value).toBe('balancer-1');
    expect(inspect(document, 'tg-1').tables[0]?.rows[0]).toEqual(['public-1', '10.0.1.4', 'us-east-1a']);
  });

  it('a gateway endpoint: its routes, its prefix list, its policy', () => {
    const document = withNew('vpc-endpoint', 'vpc-1');
    expect(fact(document, 'vpce-1', 'Routes to it')?.value).toBe('rtb-1, rtb-public-1');
    expect(fact(document, 'vpce-1', 'Prefix list')?.note).toBe('1 block');
    expect(fact(document, 'vpce-1', 'Policy')?.value).toBe('full access');
    expect(fact(document, 'pl-1', 'In routes of')?.value).toBe('rtb-1, rtb-public-1');
  });

  it('an interface endpoint: its interfaces', () => {
    const document = withNew('vpc-endpoint', 'subnet-3');
    expect(inspect(document, 'vpce-1').tables[0]?.rows).toEqual([['10.0.11.5', 'app-a', 'us-east-1a']]);
  });

  it('a peering connection: both sides with their blocks, and the routes that use it', () => {
    const document = withNew('vpc-peering-connection', 'vpc-1');
    expect(fact(document, 'pcx-1', 'Accepter')).toEqual({
      label: 'Accepter',
      value: 'vpc-2',
      note: '10.1.0.0/16',
    });
    expect(inspect(document, 'pcx-1').tables[0]?.rows).toEqual([]);
    expect(fact(document, 'vpc-2', 'Peered with')?.value).toBe('vpc-1');
  });

  it('an egress-only gateway: what is missing for it to carry anything', () => {
    const document = withNew('egress-only-internet-gateway', 'vpc-1');
    expect(fact(document, 'eigw-1', 'IPv6 of VPC')?.note).toBe('give the VPC a block first');
  });
});
