/** A numbered path case: what differs from the base topology, what is asked, what must come out. */
import type { ResourceOf } from '../../catalog/descriptors';
import type { LiveState } from '../../model/live';
import type { PathQuery } from '../../model/path';
import {
  acl,
  group,
  including,
  machine,
  nic,
  openRule,
  routing,
  setting,
  type Difference,
} from '../base-topology';

/** Reachable, forward blocked, return blocked, partial. */
export type Expected = 'R' | 'F' | 'B' | 'P';
export type Ask = Omit<PathQuery, 'from' | 'to'>;
/** Any of the codes will do; none means that nothing blocks. */
export type Row = readonly [from: string, to: string, ask: Ask, expected: Expected, ...codes: string[]];

export interface MicroCase {
  readonly number: number;
  readonly about: string;
  readonly differences?: readonly Difference[];
  /** State of the run; absent: asked of the design. */
  readonly live?: LiveState;
  readonly rows: readonly Row[];
  readonly notes?: readonly string[];
}

export const tcp = (port: number): Ask => ({ protocol: 'tcp', port });
export const ping: Ask = { protocol: 'icmp' };
export const rule = (ipProtocol: string, cidrIp: string, fromPort?: number, toPort = fromPort) => ({
  ipProtocol,
  cidrIp,
  ...(fromPort === undefined ? {} : { fromPort, toPort }),
});
export const any = '0.0.0.0/0';
export const open = [openRule];
export const onPub = (
  inbound: Parameters<typeof acl>[1],
  outbound: Parameters<typeof acl>[2],
): Difference[] => [including(acl('acl-c', inbound, outbound)), setting('pub', { networkAclId: 'acl-c' })];
export const onPriv = (
  inbound: Parameters<typeof acl>[1],
  outbound: Parameters<typeof acl>[2],
): Difference[] => [including(acl('acl-p', inbound, outbound)), setting('priv', { networkAclId: 'acl-p' })];
export const eip = (id: string, publicIp: string, networkInterfaceId: string): Difference =>
  including({ id, kind: 'elastic-ip', region: 'region-1', publicIp, networkInterfaceId });
export const unpublished: Difference = (document) => ({ ...document, observed: {} });
export const MISMATCH = ['SG_HAS_NO_RULES', 'ENI_SG_RULES_MISMATCH'];

export const natInstance = (checked: boolean, groups: readonly string[] = ['sg-open']): Difference[] => [
  including(...machine('a', 'pub', '10.0.0.60', { checked, groups })),
  eip('eip-a', '203.0.113.60', 'eni-a'),
  routing('rtb-priv', { destinationCidrBlock: any, networkInterfaceId: 'eni-a' }),
];

export const database = group(
  'sg-db',
  [{ ipProtocol: 'tcp', fromPort: 3306, toPort: 3306, peerGroupId: 'sg-web' }],
  open,
);
export const web = group('sg-web', open, open);
export const router: Difference[] = [
  including({ id: 'rtb-mid', kind: 'route-table', vpcId: 'vpc-v', routes: [] }),
  including({
    id: 'mid',
    kind: 'subnet',
    vpcId: 'vpc-v',
    availabilityZone: 'az-a',
    cidrBlock: '10.0.2.0/24',
    mapPublicIpOnLaunch: false,
    routeTableId: 'rtb-mid',
  }),
  including(...machine('a', 'mid', '10.0.2.10', { checked: false })),
  routing('rtb-pub', { destinationCidrBlock: '10.0.1.0/24', networkInterfaceId: 'eni-a' }),
  routing('rtb-priv', { destinationCidrBlock: '10.0.0.0/24', networkInterfaceId: 'eni-a' }),
];
export const byAddress = group('sg-db', [rule('tcp', '10.0.0.0/24', 3306)], open);
export const dualHomed: Difference[] = [
  including(...machine('d', 'pub', '10.0.0.20'), nic('eni-d1', 'pub', '10.0.0.21', 'd', 1)),
  eip('eip-d0', '203.0.113.20', 'eni-d'),
  eip('eip-d1', '203.0.113.21', 'eni-d1'),
];

/** An interface of a load balancer or an endpoint. */
export const node = (
  id: string,
  subnetId: string,
  address: string,
  managedBy: string,
): ResourceOf<'network-interface'> => ({
  id,
  kind: 'network-interface',
  subnetId,
  privateIpAddress: address,
  groupSet: [],
  sourceDestCheck: true,
  managedBy,
});
