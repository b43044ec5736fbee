/** A rule of a security group without the packets that are to be stopped, so that its other traffic goes on. */
import { cidrHas, makeCidr, parseCidr, type Address, type Cidr } from '../../model/ip/address';
import { parseProtocol } from '../../catalog/protocol';
import type { SecurityGroupRule } from '../../catalog/security-group/kind';

/** The packets to be stopped, as a rule sees them. */
export interface StoppedTraffic {
  readonly protocol: number;
  /** `null`: every port, or a protocol without ports. */
  readonly port: number | null;
  /** The other end; `null`: everybody. */
  readonly peer: Address | null;
}

/** A rule may be split into so many: a group holds 60 in each direction. https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html */
const MOST_RULES = 16;

const hasPorts = (protocol: number): boolean => protocol === 6 || protocol === 17;

/** @returns the rules that take its place; none where nothing can be kept apart */
export function restOfRule(rule: SecurityGroupRule, stopped: StoppedTraffic): readonly SecurityGroupRule[] {
  const protocol = parseProtocol(rule.ipProtocol);
  // All protocols but one can't be written as rules.
  if (protocol === null || protocol !== stopped.protocol) return [];
  const { fromPort = 0, toPort = 65_535 } = rule;
  const byPort: SecurityGroupRule[] = [];
  let hit = rule;
  if (hasPorts(protocol) && stopped.port !== null && (fromPort < stopped.port || toPort > stopped.port)) {
    if (fromPort < stopped.port) byPort.push({ ...rule, fromPort, toPort: stopped.port - 1 });
    if (toPort > stopped.port) byPort.push({ ...rule, fromPort: stopped.port + 1, toPort });
    hit = { ...rule, fromPort: stopped.port, toPort: stopped.port };
  }
  return [...byPort, ...othersOf(hit, stopped.peer)];
}

/** Private addresses: who is not on the internet. https://datatracker.ietf.org/doc/html/rfc1918, rfc6598 */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/** The same for everybody but the peer; none where that takes too many rules, or the rule names a group or a list. */
function othersOf(rule: SecurityGroupRule, peer: Address | null): readonly SecurityGroupRule[] {
  if (peer === null) return rule.cidrIp === '0.0.0.0/0' ? PRIVATE.map((cidrIp) => ({ ...rule, cidrIp })) : [];
  const text = rule.cidrIp ?? rule.cidrIpv6;
  const block = text === undefined ? null : parseCidr(text);
  if (!block || !cidrHas(block, peer)) return [];
  const halves = without(block, peer);
  if (halves.length > MOST_RULES) return [];
  const { cidrIp: _v4, cidrIpv6: _v6, ...bare } = rule;
  return halves.map((half) =>
    rule.cidrIp === undefined ? { ...bare, cidrIpv6: makeCidr(half) } : { ...bare, cidrIp: makeCidr(half) },
  );
}

/** The largest blocks that make up a block without one address. */
function without(block: Cidr, address: Address): readonly Cidr[] {
  const bits = typeof block.first === 'bigint' ? 128 : 32;
  const written = (value: bigint): Address => (bits === 128 ? value : Number(value));
  const blocks: Cidr[] = [];
  let first = BigInt(block.first);
  for (let prefix = block.prefix + 1; prefix <= bits; prefix += 1) {
    const size = 1n << BigInt(bits - prefix);
    const inUpper = BigInt(address) >= first + size;
    const other = inUpper ? first : first + size;
    blocks.push({ first: written(other), last: written(other + size - 1n), prefix });
    if (inUpper) first += size;
  }
  return blocks;
}
