/** Rules and routes in the few words a table has room for. */
import type { Scenario } from './descriptors';
import { labelOf } from './lookup';
import type { NetworkAclEntry } from './network-acl/kind';
import type { Route } from './route-table/kind';
import type { SecurityGroupRule } from './security-group/kind';

const PROTOCOL_NAMES: Readonly<Record<string, string>> = {
  '-1': 'all',
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
};

const protocolWord = (protocol: string): string => PROTOCOL_NAMES[protocol] ?? protocol;

/** `tcp 443`, `tcp 8000-8100`, `icmp 8`, `all`. */
export function whatOfGroupRule(rule: SecurityGroupRule): string {
  const protocol = protocolWord(rule.ipProtocol);
  if (protocol === 'icmp' || protocol === 'icmpv6')
    return rule.fromPort === undefined || rule.fromPort === -1
      ? protocol
      : `${protocol} type ${rule.fromPort}`;
  if (protocol !== 'tcp' && protocol !== 'udp') return protocol;
  return `${protocol} ${portsWord(rule.fromPort, rule.toPort)}`;
}

export const peerOfGroupRule = (document: Scenario, rule: SecurityGroupRule): string =>
  rule.cidrIp ??
  rule.cidrIpv6 ??
  (rule.prefixListId === undefined ? undefined : labelOf(document, rule.prefixListId)) ??
  (rule.peerGroupId === undefined ? 'nobody' : labelOf(document, rule.peerGroupId));

export function whatOfAclEntry(entry: NetworkAclEntry): string {
  const protocol = protocolWord(entry.protocol);
  if (entry.icmp && entry.icmp.type !== -1) return `${protocol} type ${entry.icmp.type}`;
  if (protocol !== 'tcp' && protocol !== 'udp') return protocol;
  return `${protocol} ${portsWord(entry.portRange?.from, entry.portRange?.to)}`;
}

export const destinationOf = (route: Route): string =>
  route.destinationCidrBlock ?? route.destinationIpv6CidrBlock ?? route.destinationPrefixListId ?? 'nowhere';

/** The id a route names as its target. */
export const targetOf = (route: Route): string | undefined =>
  route.gatewayId ??
  route.natGatewayId ??
  route.networkInterfaceId ??
  route.instanceId ??
  route.egressOnlyInternetGatewayId ??
  route.vpcPeeringConnectionId ??
  route.otherTarget;

function portsWord(from: number | undefined, to: number | undefined): string {
  if (from === undefined || (from === 0 && to === 65_535)) return 'every port';
  return to === undefined || to === from ? String(from) : `${from}-${to}`;
}
