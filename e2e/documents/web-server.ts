/** A web server that installs itself by user data, in a subnet without a way out; a client beside it. */
import type { DroppedFile } from '../pages/playground';

const machine = (id: string, name: string, address: string, properties: object = {}) => [
  { id, kind: 'instance', name, instanceType: 't3.micro', ...properties },
  {
    id: `eni-${name}`,
    kind: 'network-interface',
    subnetId: 'subnet-2',
    privateIpAddress: address,
    groupSet: ['sg-1'],
    attachment: { instanceId: id, deviceIndex: 0, deleteOnTermination: true },
  },
  {
    id: `vol-${name}`,
    kind: 'volume',
    availabilityZone: 'az-1',
    attachment: { instanceId: id, device: '/dev/xvda', root: true, deleteOnTermination: true },
  },
];

const subnet = (id: string, name: string, cidrBlock: string, routeTableId: string) => ({
  id,
  kind: 'subnet',
  name,
  vpcId: 'vpc-1',
  availabilityZone: 'az-1',
  cidrBlock,
  routeTableId,
});

const RESOURCES: readonly { readonly id: string; readonly [key: string]: unknown }[] = [
  { id: 'region-1', kind: 'region', regionName: 'us-east-1' },
  { id: 'az-1', kind: 'zone', region: 'region-1', zoneName: 'us-east-1a', zoneId: 'use1-az2' },
  { id: 'vpc-1', kind: 'vpc', name: 'shop', region: 'region-1', cidrBlock: '10.0.0.0/16' },
  { id: 'igw-1', kind: 'internet-gateway', region: 'region-1', vpcId: 'vpc-1', name: 'door' },
  { id: 'rtb-1', kind: 'route-table', vpcId: 'vpc-1', main: true },
  {
    id: 'rtb-2',
    kind: 'route-table',
    vpcId: 'vpc-1',
    name: 'rt-public',
    routes: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-1' }],
  },
  { id: 'rtb-3', kind: 'route-table', vpcId: 'vpc-1', name: 'rt-private' },
  {
    id: 'acl-1',
    kind: 'network-acl',
    vpcId: 'vpc-1',
    isDefault: true,
    entries: [false, true].map((egress) => ({
      ruleNumber: 100,
      egress,
      protocol: '-1',
      ruleAction: 'allow',
      cidrBlock: '0.0.0.0/0',
    })),
  },
  {
    id: 'sg-1',
    kind: 'security-group',
    vpcId: 'vpc-1',
    groupName: 'web',
    securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: 80, toPort: 80, cidrIp: '10.0.0.0/16' }],
  },
  subnet('subnet-1', 'public', '10.0.0.0/24', 'rtb-2'),
  subnet('subnet-2', 'private', '10.0.1.0/24', 'rtb-3'),
  ...machine('i-1', 'web', '10.0.1.10', {
    userData: '#!/bin/bash\nyum install -y httpd\nsystemctl enable --now httpd\n',
  }),
  ...machine('i-2', 'client', '10.0.1.20'),
];

export const WEB_SERVER: DroppedFile = {
  name: 'web-server.json',
  text: JSON.stringify({
    format: 'ec2-playground',
    version: 1,
    title: 'A web server by user data',
    resources: Object.fromEntries(RESOURCES.map((resource) => [resource.id, resource])),
  }),
};
