/** Destinations that are not routed like others: the host itself, Amazon's own services, broadcast, link-local. */
import { cidrHas, isIpv6, nextAddress, parseAddress, type Address } from '../../model/ip/address';
import type { Interface, Vpc } from '../network';
import { ownerOf, owns } from '../owners';
import { isLinkLocal, isLoopback, isMulticast } from '../packet';

const at = (text: string): Address => parseAddress(text) ?? -1;

const RESOLVERS: readonly Address[] = [at('169.254.169.253'), at('fd00:ec2::253')];
/** Never filtered, never routed: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html */
const SERVICES: ReadonlySet<Address> = new Set(
  [
    '169.254.169.254',
    'fd00:ec2::254',
    'fd00:ec2::123',
    '169.254.170.2',
    '169.254.169.123',
    '169.254.169.250',
    '169.254.169.251',
  ].map(at),
);

/** @returns who takes the packet at once, `nobody`, or `null` for an ordinary destination. */
export function specialAt(destination: Address, from: Interface): 'self' | 'service' | 'nobody' | null {
  const { vpc } = from.subnet;
  if (isLoopback(destination)) return 'self';
  if (from.host?.interfaces.some((own) => owns(own, destination))) return 'self';
  if (RESOLVERS.includes(destination) || destination === resolverOf(vpc))
    return vpc.dnsSupport ? 'service' : 'nobody';
  if (SERVICES.has(destination)) return 'service';
  if (isLinkLocal(destination) || isMulticast(destination)) return 'nobody';
  if (isIpv6(destination) || ownerOf(vpc, destination)) return null;
  for (const block of vpc.subnets.flatMap(({ blocks }) => blocks)) {
    if (!cidrHas(block, destination)) continue;
    if (destination === block.last) return 'nobody';
    if (destination === nextAddress(block.first)) return 'service';
  }
  return null;
}

/** The base of the primary block plus two: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
const resolverOf = (vpc: Vpc): Address | null => {
  const first = vpc.blocks[0]?.first;
  return first === undefined || isIpv6(first) ? null : first + 2;
};
