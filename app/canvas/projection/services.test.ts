import { describe, expect, it } from 'vitest';
import type { Resource, Scenario } from '../../../engine';
import { fit } from '../../../engine/drawing/fit';
import { edit } from '../../../engine/testing/editing';
import { networkOf } from '../../../engine/testing/network';
import { describe as describeThing } from './describe';
import { membersOf, peeringsOf } from './lines';

const shop = networkOf({ vpcs: 2, zones: 2, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const withNew = (kind: Resource['kind'], into: string, document: Scenario = shop) =>
  edit(document, { type: 'create', kind, into }).document;

function thingOf(document: Scenario, key: string) {
  const drawing = fit(document);
  const drawn = drawing.things.get(key);
  return drawn ? describeThing(document, drawing, drawn) : null;
}

describe('what stands for a service', () => {
  it('is a port in its subnet, with the picture and the name of what it is a node of', () => {
    const document = withNew('load-balancer', 'vpc-1');
    expect(thingOf(document, 'eni-9')).toMatchObject({
      look: 'interface',
      kind: 'load-balancer',
      detail: 'of balancer-1',
    });
    expect(thingOf(withNew('vpc-endpoint', 'subnet-3'), 'eni-9')).toMatchObject({
      kind: 'vpc-endpoint',
      detail: 'of ssm',
    });
  });

  it('is an icon on the border of its VPC, and a target group a chip with its number of targets', () => {
    const document = withNew('load-balancer', 'vpc-1');
    expect(thingOf(document, 'elb-1')).toMatchObject({ look: 'border', title: 'balancer-1' });
    expect(thingOf(document, 'tg-1')).toMatchObject({ look: 'shelf', detail: '→ 2' });
  });
});

describe('lines', () => {
  it('join peered VPCs while there are few connections', () => {
    const document = withNew('vpc-peering-connection', 'vpc-1');
    expect(peeringsOf(document, fit(document), undefined)).toMatchObject([{ from: 'vpc-1', to: 'vpc-2' }]);
    const chip = thingOf(document, 'vpc-1');
    expect(chip && 'chips' in chip && chip.chips.map(({ hint }) => hint)).toContain('peering vpc-1 ↔ vpc-2');
  });

  it('lead from the selected balancer to its nodes and from a target group to its targets', () => {
    const document = withNew('load-balancer', 'vpc-1');
    const ends = (selected: string) => membersOf(document, fit(document), selected).map(({ to }) => to);
    expect(ends('elb-1')).toEqual(['eni-9', 'eni-10']);
    expect(ends('tg-1')).toEqual(['i-1', 'i-2']);
    expect(ends('i-1')).toEqual([]);
  });
});
