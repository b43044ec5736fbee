/** Rules of groups and ACLs as sentences: who may do what. */
import type { Scenario } from './descriptors';
import { allOf, getKind, labelOf } from './lookup';
import type { NetworkAclEntry } from './network-acl/kind';
import { makeProtocol, parseProtocol } from './protocol';
import type { SecurityGroupRule } from './security-group/kind';

export type Side = 'inbound' | 'outbound';

/** What people run on a port: https://www.iana.org/assignments/service-names-port-numbers */
const SERVICES: Readonly<Record<string, string>> = {
  'tcp 22': 'SSH',
  'tcp 25': 'SMTP',
  'tcp 53': 'DNS',
  'udp 53': 'DNS',
  'tcp 80': 'HTTP',
  'udp 123': 'NTP',
  'tcp 443': 'HTTPS',
  'udp 443': 'HTTP/3',
  'tcp 587': 'SMTP',
  'tcp 1433': 'SQL Server',
  'tcp 2049': 'NFS',
  'tcp 3306': 'MySQL',
  'tcp 3389': 'RDP',
  'tcp 5432': 'PostgreSQL',
  'tcp 6379': 'Redis',
  'tcp 27017': 'MongoDB',
};

/** https://www.iana.org/assignments/protocol-numbers */
const PROTOCOLS: Readonly<Record<number, string>> = { 4: 'IP in IP', 47: 'GRE', 50: 'ESP', 51: 'AH' };

/** Every client of Linux starts its connections from these; Windows, NAT gateways and others from more. */
const LINUX_CLIENTS = { from: 32_768, to: 60_999 } as const;
const FIRST_CLIENT_PORT = 1024;
const LAST_PORT = 65_535;
const ECHO = { icmp: 8, icmpv6: 128 } as const;

interface Traffic {
  readonly protocol: string;
  /** Lowest port or ICMP type; -1 or absent: all. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

const trafficOfGroupRule = ({ ipProtocol, fromPort, toPort }: SecurityGroupRule): Traffic => ({
  protocol: ipProtocol,
  from: fromPort,
  to: toPort,
});

const trafficOfAclEntry = ({ protocol, portRange, icmp }: NetworkAclEntry): Traffic =>
  isIcmp(protocol)
    ? { protocol, from: icmp?.type, to: icmp?.code }
    : { protocol, from: portRange?.from, to: portRange?.to };

const nameOf = (protocol: string): string => {
  const number = parseProtocol(protocol);
  return number === null ? protocol : makeProtocol(number);
};
const isIcmp = (protocol: string): boolean => ['icmp', 'icmpv6'].includes(nameOf(protocol));
const isPing = (name: string, from: number | undefined): boolean =>
  (name === 'icmp' && from === ECHO.icmp) || (name === 'icmpv6' && from === ECHO.icmpv6);

/** `tcp 443 (HTTPS)`, `tcp 8000-8100`, `any udp port`, `ping`, `protocol 50 (ESP)`, `anything`. */
function thing({ protocol, from, to }: Traffic): string {
  const name = nameOf(protocol);
  if (name === '-1') return 'anything';
  if (name === 'icmp' || name === 'icmpv6') {
    if (from === undefined || from === -1) return `any ${name}`;
    if (isPing(name, from)) return name === 'icmp' ? 'ping' : 'IPv6 ping';
    return `${name} type ${from}${to === undefined || to === -1 ? '' : ` code ${to}`}`;
  }
  if (name !== 'tcp' && name !== 'udp') {
    const known = PROTOCOLS[Number(name)];
    return `protocol ${name}${known === undefined ? '' : ` (${known})`}`;
  }
  if (from === undefined || from < 0 || (from === 0 && to === LAST_PORT)) return `any ${name} port`;
  const ports = `${name} ${to === undefined || to === from ? from : `${from}-${to}`}`;
  return Object.hasOwn(SERVICES, ports) ? `${ports} (${SERVICES[ports] ?? ''})` : ports;
}

/** `open tcp 443`, `send udp 53`, `ping`, `send anything`. */
function deed(traffic: Traffic): string {
  const name = nameOf(traffic.protocol);
  if (isPing(name, traffic.from)) return name === 'icmp' ? 'ping' : 'ping by IPv6';
  return `${name === 'tcp' ? 'open' : 'send'} ${thing(traffic)}`;
}

/** Whose addresses a block holds, where the drawing has a name for it: in the same VPC, else in another. */
function blockText(document: Scenario, vpcId: string, cidr: string): string {
  const nearFirst = <T>(all: readonly T[], vpcOf: (one: T) => string | undefined): T[] =>
    all.toSorted((a, b) => Number(vpcOf(b) === vpcId) - Number(vpcOf(a) === vpcId));
  const vpc = nearFirst(allOf(document, 'vpc'), ({ id }) => id).find(
    (one) => one.cidrBlock === cidr || one.ipv6CidrBlock === cidr || one.secondaryCidrBlocks?.includes(cidr),
  );
  const subnet = nearFirst(allOf(document, 'subnet'), (one) => one.vpcId).find(
    (one) => one.cidrBlock === cidr || one.ipv6CidrBlock === cidr,
  );
  // A subnet as large as its VPC: the narrower name is the better one.
  const place = subnet ?? vpc;
  if (place) return `everything in ${labelOf(document, place.id)} (${cidr})`;
  const [address = '', prefix] = cidr.split('/');
  if (prefix !== '32' && prefix !== '128') return cidr;
  const owner = nearFirst(
    allOf(document, 'network-interface'),
    ({ subnetId }) => getKind(document, subnetId, 'subnet')?.vpcId,
  ).find(
    (eni) =>
      eni.privateIpAddress === address ||
      eni.secondaryPrivateIpAddresses?.includes(address) ||
      eni.ipv6Addresses?.includes(address),
  );
  return owner ? `${labelOf(document, owner.attachment?.instanceId ?? owner.id)} (${address})` : address;
}

/** `anyone on the internet or inside`: every address is meant, those of the VPC too. */
function peerText(
  document: Scenario,
  peer: Pick<SecurityGroupRule, 'cidrIp' | 'cidrIpv6' | 'peerGroupId' | 'prefixListId'>,
  group: { readonly id: string; readonly vpcId: string },
): string {
  if (peer.cidrIp === '0.0.0.0/0') return 'anyone on the internet or inside';
  if (peer.cidrIpv6 === '::/0') return 'anyone on the internet or inside, by IPv6,';
  const cidr = peer.cidrIp ?? peer.cidrIpv6;
  if (cidr !== undefined) return blockText(document, group.vpcId, cidr);
  if (peer.peerGroupId !== undefined)
    return peer.peerGroupId === group.id
      ? 'other members of this group'
      : `members of ${groupText(document, peer.peerGroupId)}`;
  return peer.prefixListId === undefined
    ? 'nobody'
    : `addresses of the list ${labelOf(document, peer.prefixListId)}`;
}

/** A group by its name tag, its AWS id, or the name it has in its VPC. */
export function groupText(document: Scenario, id: string): string {
  const group = getKind(document, id, 'security-group');
  return group && group.name === undefined && document.observed[id]?.awsId === undefined
    ? group.groupName
    : labelOf(document, id);
}

/** Our own words; a name keeps the letter it begins with. */
const OWN_WORD = /^(anyone|addresses|everything|members|other|nobody|lets|denies)\b/;

/** A clause between commas ends with one; a sentence does not. */
function sentence(text: string): string {
  const begun = OWN_WORD.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return `${begun.replace(/,$/, '')}.`;
}

/** `Members of web may open tcp 3306 (MySQL).`; outbound: `May open tcp 443 (HTTPS) to 10.0.0.0/16.` */
export function groupRuleSentence(
  document: Scenario,
  group: { readonly id: string; readonly vpcId: string },
  rule: SecurityGroupRule,
  side: Side,
): string {
  const traffic = trafficOfGroupRule(rule);
  const peer = peerText(document, rule, group);
  if (side === 'inbound') return sentence(`${peer} may ${deed(traffic)}`);
  return isPing(nameOf(traffic.protocol), traffic.from)
    ? sentence(`members may ${deed(traffic)} ${peer}`)
    : sentence(`members may ${deed(traffic)} to ${peer}`);
}

/** `Lets in tcp 443 (HTTPS) from anyone.`, `Lets out tcp 1024-65535 to anyone: where answers to clients go.` */
export function aclEntrySentence(
  document: Scenario,
  vpcId: string,
  entry: NetworkAclEntry,
  side: Side,
  { except, before }: { readonly except: readonly number[]; readonly before: readonly number[] },
): string {
  const traffic = trafficOfAclEntry(entry);
  const what = `${thing(traffic)} ${side === 'inbound' ? 'from' : 'to'} ${entryPeerText(document, vpcId, entry)}`;
  const allows = entry.ruleAction === 'allow';
  const verb = allows ? `lets ${side === 'inbound' ? 'in' : 'out'}` : 'denies';
  const exception =
    except.length === 0
      ? ''
      : `, except what ${rulesText(except)} ${verbFor(except, allows ? 'denies' : 'allows')} first`;
  const order = before.length === 0 ? '' : ` before ${rulesText(before)} can allow it`;
  const replies = allows && isForReplies(traffic) ? '. Answers to clients take these ports' : '';
  return sentence(`${verb} ${what}${order}${exception}${replies}`);
}

function entryPeerText(
  document: Scenario,
  vpcId: string,
  { cidrBlock, ipv6CidrBlock }: NetworkAclEntry,
): string {
  if (cidrBlock === '0.0.0.0/0') return 'anyone';
  if (ipv6CidrBlock === '::/0') return 'anyone by IPv6';
  const cidr = cidrBlock ?? ipv6CidrBlock;
  return cidr === undefined ? 'nobody' : blockText(document, vpcId, cidr);
}

const isForReplies = ({ protocol, from, to }: Traffic): boolean =>
  ['tcp', 'udp'].includes(nameOf(protocol)) &&
  from !== undefined &&
  to !== undefined &&
  from >= FIRST_CLIENT_PORT &&
  from <= LINUX_CLIENTS.from &&
  to >= LINUX_CLIENTS.to;

/** `rule 100`, `rules 90 and 100`, `rules 80, 90 and 4 more`. */
export function rulesText(rules: readonly (number | string)[]): string {
  const shown = rules.length > 4 ? [...rules.slice(0, 3), `${rules.length - 3} more`] : rules;
  const list =
    shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
  return `${rules.length === 1 ? 'rule' : 'rules'} ${list}`;
}

/** `denies` of one rule, `deny` of several. */
export const verbFor = (rules: readonly unknown[], verb: 'denies' | 'allows' | 'decides'): string =>
  rules.length === 1 ? verb : { denies: 'deny', allows: 'allow', decides: 'decide' }[verb];
