import { describe, expect, it } from 'vitest';
import { applyChanges, fit, type Resource, type ScenarioChange } from '../../../engine';
import { networkOf } from '../../../engine/testing/network';
import { anchorsOf } from './anchors';
import { tripOf } from './trip';

const base = networkOf({ vpcs: 2, zones: 1, tiers: ['public'], instancesPerSubnet: 1 });
const [near = '', far = ''] = Object.values(base.resources)
  .filter(({ kind }) => kind === 'vpc')
  .map(({ id }) => id);
const subnetOf = (vpcId: string): string =>
  Object.values(base.resources).find((one) => one.kind === 'subnet' && one.vpcId === vpcId)?.id ?? '';
const machineOf = (vpcId: string): string =>
  Object.values(base.resources).flatMap((one) =>
    one.kind === 'network-interface' && one.subnetId === subnetOf(vpcId) && one.attachment
      ? [one.attachment.instanceId]
      : [],
  )[0] ?? '';

const add = (resource: Resource): ScenarioChange => ({ type: 'add', resource });
const applied = applyChanges(base, [
  add({ id: 'pcx-1', kind: 'vpc-peering-connection', vpcId: near, peerVpcId: far }),
  add({
    id: 'elb-1',
    kind: 'load-balancer',
    vpcId: near,
    type: 'application',
    scheme: 'internet-facing',
    securityGroups: ['sg-front'],
    listeners: [],
  }),
  add({
    id: 'eni-node',
    kind: 'network-interface',
    subnetId: subnetOf(near),
    groupSet: [],
    sourceDestCheck: true,
    managedBy: 'elb-1',
  }),
  add({ id: 'eigw-1', kind: 'egress-only-internet-gateway', vpcId: near }),
  add({
    id: 'vpce-1',
    kind: 'vpc-endpoint',
    vpcId: near,
    vpcEndpointType: 'Gateway',
    serviceName: 'com.amazonaws.us-east-1.s3',
  }),
  add({
    id: 'sg-front',
    kind: 'security-group',
    vpcId: near,
    groupName: 'front',
    groupDescription: 'front',
    securityGroupIngress: [],
    securityGroupEgress: [],
  }),
]);
if (!applied.ok) throw new Error(applied.error.message);
const { document } = applied.value;
const drawing = fit(document);

const anchors = (...hops: readonly string[]) =>
  anchorsOf(
    document,
    drawing,
    hops.map((resource) => ({ resource })),
  );

describe('the place of a hop', () => {
  it('is the middle of the icon for whatever sits on a border', () => {
    for (const id of ['elb-1', 'eigw-1', 'vpce-1']) {
      const icon = drawing.things.get(id);
      expect(icon?.how).toBe('border');
      expect(anchors(id)[0]).toEqual({
        key: id,
        at: { x: (icon?.left ?? 0) + (icon?.width ?? 0) / 2, y: (icon?.top ?? 0) + (icon?.height ?? 0) / 2 },
      });
    }
  });

  it('is its port in the subnet for a node of a balancer, and there for the balancer’s group', () => {
    const port = drawing.things.get('eni-node');
    const [group, node] = anchors('sg-front', 'eni-node', 'elb-1');
    expect(port?.how).toBe('port');
    expect(node?.at.y).toBe(port?.top);
    expect(group?.key).toBe(node?.key);
  });

  it('is the header of the VPC that is left for a peering, in either direction', () => {
    expect(anchors(machineOf(near), 'pcx-1', machineOf(far))[1]?.key).toBe(near);
    expect(anchors(machineOf(far), 'pcx-1', machineOf(near))[1]?.key).toBe(far);
  });
});

describe('the trip over a peering', () => {
  it('goes through no internet gateway', () => {
    const hop = (resource: string, kind: string) => ({
      resource,
      kind,
      packetIn: { source: '10.0.0.4', destination: '10.1.0.4', protocol: 6 },
      verdict: 'pass' as const,
      message: '',
      source: '',
    });
    const trip = tripOf(document, drawing, {
      verdict: 'reachable',
      blockers: [],
      forward: {
        hops: [
          hop(machineOf(near), 'instance'),
          hop('pcx-1', 'vpc-peering-connection'),
          hop(machineOf(far), 'instance'),
        ],
      },
      return: { hops: [] },
      notes: [],
      notModelled: [],
      askedOf: 'design',
    });
    expect(trip?.gaps).toEqual([]);
    expect(trip?.end?.arrived).toBe(true);
  });
});
