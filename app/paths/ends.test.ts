import { describe, expect, it } from 'vitest';
import { applyChanges, type Scenario, type ScenarioChange } from '../../engine';
import { networkOf } from '../../engine/testing/network';
import { endOfText, endsOf, textOfEnd } from './ends';

const plain = networkOf({ vpcs: 1, zones: 1, tiers: ['public'], instancesPerSubnet: 2 });

const changed = (...changes: readonly ScenarioChange[]): Scenario => {
  const applied = applyChanges(plain, changes);
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.document;
};

const named = changed(
  { type: 'update', id: 'i-1', set: { name: 'web' } },
  { type: 'update', id: 'i-2', set: { name: 'db' } },
  {
    type: 'add',
    resource: {
      id: 'elb-1',
      kind: 'load-balancer',
      name: 'front',
      vpcId: 'vpc-1',
      type: 'application',
      scheme: 'internet-facing',
      listeners: [],
      dnsName: 'front-1.us-east-1.elb.amazonaws.com',
    },
  },
  {
    type: 'add',
    resource: {
      id: 'vpce-1',
      kind: 'vpc-endpoint',
      vpcId: 'vpc-1',
      vpcEndpointType: 'Interface',
      serviceName: 'com.amazonaws.us-east-1.ssm',
    },
  },
);

describe('the ends that are offered', () => {
  it('are the internet, machines, balancers and endpoints by their names', () => {
    expect(endsOf(named, {}, 'from')).toEqual(
      expect.arrayContaining(['internet', 'web', 'db', 'front', 'vpce-1']),
    );
  });

  it('include DNS names as a destination only', () => {
    const live = { 'i-1': { publicDnsName: 'ec2-1-2-3-4.compute-1.amazonaws.com' } };
    const names = [
      'front-1.us-east-1.elb.amazonaws.com',
      'ssm.us-east-1.amazonaws.com',
      'ec2-1-2-3-4.compute-1.amazonaws.com',
    ];
    expect(endsOf(named, live, 'to')).toEqual(expect.arrayContaining(names));
    for (const name of names) expect(endsOf(named, live, 'from')).not.toContain(name);
  });
});

describe('an end as people read it', () => {
  it('is a name, and comes back as the id it stands for', () => {
    expect(textOfEnd(named, 'i-1')).toBe('web');
    expect(endOfText(named, 'web')).toBe('i-1');
  });

  it('is an id where two things have one name', () => {
    const twins = changed(
      { type: 'update', id: 'i-1', set: { name: 'web' } },
      { type: 'update', id: 'i-2', set: { name: 'web' } },
    );
    expect(textOfEnd(twins, 'i-1')).toBe('i-1');
    expect(endOfText(twins, 'web')).toBe('web');
    expect(endOfText(twins, 'i-2')).toBe('i-2');
  });

  it('stays as typed where nothing here has it for a name: addresses and DNS names', () => {
    expect(endOfText(named, '2001:db8::1')).toBe('2001:db8::1');
    expect(textOfEnd(named, 's3.us-east-1.amazonaws.com')).toBe('s3.us-east-1.amazonaws.com');
  });
});
