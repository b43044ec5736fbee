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
  if (protocol === 'icmp' || protocol === 'icmpv6') return icmpWord(protocol, rule.fromPort, rule.toPort);
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
  if (entry.icmp) return icmpWord(protocol, entry.icmp.type, entry.icmp.code);
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

/** `icmp`, `icmp type 8`, `icmp type 3 code 4`. */
function icmpWord(protocol: string, type: number | undefined, code: number | undefined): string {
  if (type === undefined || type === -1) return protocol;
  return `${protocol} type ${type}${code === undefined || code === -1 ? '' : ` code ${code}`}`;
}

function portsWord(from: number | undefined, to: number | undefined): string {
  if (from === undefined || (from === 0 && to === 65_535)) return 'every port';
  return to === undefined || to === from ? String(from) : `${from}-${to}`;
}
