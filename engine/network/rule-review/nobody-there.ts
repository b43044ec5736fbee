/** Whether anything in the network could be meant by a block of addresses. Says so only where that is certain. */
import {
  cidrContains,
  cidrHas,
  cidrOverlaps,
  parseCidr,
  type Address,
  type Cidr,
} from '../../model/ip/address';
import type { Network, Target, Vpc } from '../network';

/** Blocks that never stand for the internet: https://www.rfc-editor.org/rfc/rfc1918, https://www.rfc-editor.org/rfc/rfc4193 */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].flatMap(
  (text) => parseCidr(text) ?? [],
);

export type NobodyThere =
  /** It lies in a VPC, and nothing there has an address in it. */
  | { readonly type: 'empty'; readonly vpc: Vpc }
  /** A private block that no VPC has, in a network that leads to nothing outside its VPCs but the internet. */
  | { readonly type: 'elsewhere' }
  /** It lies in the subnets whose edge the ACL stands at: what stays inside a subnet never meets its ACL. */
  | { readonly type: 'inside'; readonly subnet: string };

/** @returns why nobody in the network is meant, or null: somebody is, or may be. */
export function nobodyIn(network: Network, block: Cidr): NobodyThere | null {
  const vpcs = [...network.vpcs.values()];
  const around = vpcs.filter(({ blocks }) => blocks.some((own) => cidrOverlaps(own, block)));
  for (const one of network.interfaces.values()) if (mayLiveIn(one, block)) return null;
  for (const nat of network.nats.values()) if (cidrHas(block, nat.address)) return null;
  const [vpc] = around;
  if (!vpc)
    return PRIVATE.some((range) => cidrContains(range, block)) && !vpcs.some(leadsElsewhere)
      ? { type: 'elsewhere' }
      : null;
  return around.length === 1 && vpc.blocks.some((own) => cidrContains(own, block))
    ? { type: 'empty', vpc }
    : null;
}

/** An interface whose addresses of the family are not known may have any of its subnet. */
function mayLiveIn({ addresses, prefixes, subnet }: InterfaceAddresses, block: Cidr): boolean {
  if (addresses.some((address) => cidrHas(block, address))) return true;
  if (prefixes.some((prefix) => cidrOverlaps(prefix, block))) return true;
  return addresses.length === 0 && subnet.blocks.some((own) => cidrOverlaps(own, block));
}

interface InterfaceAddresses {
  readonly addresses: readonly Address[];
  readonly prefixes: readonly Cidr[];
  readonly subnet: { readonly blocks: readonly Cidr[] };
}

/** A route to what is not modelled or not drawn: a VPN, a transit gateway, a VPC of others, somebody's router. */
const leadsElsewhere = (vpc: Vpc): boolean =>
  targetsOf(vpc).some((target) => {
    switch (target.type) {
      case 'other':
      case 'missing':
      case 'interface':
        return true;
      case 'peering':
        return target.far === null;
      default:
        return false;
    }
  });

const targetsOf = ({ tables }: Vpc): readonly Target[] =>
  tables.flatMap(({ routes, opaqueRoutes }) => [...routes, ...opaqueRoutes].map(({ target }) => target));

/**
 * A block inside the only subnet that uses an ACL: packets between its own things pass no edge, unless they are led
 * out to a router and back.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
export function insideOnly(network: Network, aclId: string, block: Cidr): NobodyThere | null {
  const users = subnetsOf(network, aclId);
  const [only] = users;
  return users.length === 1 &&
    only?.blocks.some((own) => cidrContains(own, block)) &&
    !targetsOf(only.vpc).some(({ type }) => type === 'interface')
    ? { type: 'inside', subnet: only.label }
    : null;
}

/** The subnets at whose edge an ACL stands. */
export const subnetsOf = (network: Network, aclId: string) =>
  [...network.vpcs.values()].flatMap(({ subnets }) => subnets.filter(({ acl }) => acl?.id === aclId));
