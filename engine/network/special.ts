/** Destinations that are not routed like others: the host itself, Amazon's own services, broadcast, link-local. */
import { cidr4Has, makeIpv4, parseIpv4, type Ipv4 } from '../model/ip/ipv4';
import type { Interface, Vpc } from './network';
import { isLinkLocal, isLoopback, isMulticast } from './packet';
import { SOURCES } from './sources';
import { pass, stop, type Next, type Walk } from './walk';

const at = (text: string): Ipv4 => parseIpv4(text) ?? -1;

const DNS = at('169.254.169.253');
/** Never filtered, never routed: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html */
const SERVICES: ReadonlyMap<Ipv4, { readonly name: string; readonly source: string }> = new Map([
  [at('169.254.169.254'), { name: 'the instance metadata service', source: SOURCES.metadata }],
  [at('169.254.170.2'), { name: 'the task metadata service', source: SOURCES.metadata }],
  [at('169.254.169.123'), { name: 'Amazon Time Sync', source: SOURCES.time }],
  [at('169.254.169.250'), { name: 'Windows activation', source: SOURCES.metadata }],
  [at('169.254.169.251'), { name: 'Windows activation', source: SOURCES.metadata }],
]);

/** S2. `null`: an ordinary destination. */
export function special(walk: Walk, from: Interface): Next | null {
  const { destination } = walk.header;
  const address = makeIpv4(destination);
  const { vpc } = from.subnet;
  if (
    isLoopback(destination) ||
    from.host?.interfaces.some(({ addresses }) => addresses.includes(destination))
  ) {
    pass(walk, {
      resource: from.host?.id ?? from.id,
      kind: 'instance',
      message: `${address} is an address of ${from.host?.label ?? from.label} itself: the packet never leaves it.`,
      source: SOURCES.interface,
    });
    return { type: 'delivered', to: 'self' };
  }
  if (destination === DNS || destination === resolverOf(vpc)) {
    if (!vpc.dnsSupport)
      return stop(
        walk,
        {
          resource: vpc.id,
          kind: 'vpc',
          message: `DNS resolution is switched off in ${vpc.label}, so nothing answers at ${address}.`,
          source: SOURCES.dns,
        },
        { code: 'X_DNS_DISABLED', resource: vpc.id, remedy: { type: 'dns-support', vpcId: vpc.id } },
      );
    return service(walk, vpc, 'the Amazon DNS server', SOURCES.dns);
  }
  const known = SERVICES.get(destination);
  if (known) return service(walk, vpc, known.name, known.source);
  if (isLinkLocal(destination))
    return stop(
      walk,
      {
        resource: from.subnet.id,
        kind: 'subnet',
        message: `${address} is a link-local address, which a VPC never forwards, whatever its routes say.`,
        source: SOURCES.routeTables,
      },
      { code: 'X_LINK_LOCAL_NOT_FORWARDED', resource: from.subnet.id },
    );
  if (isMulticast(destination)) return noBroadcast(walk, from, address);
  if (!vpc.blocks.some((block) => cidr4Has(block, destination))) return null;
  if (vpc.owners.has(destination)) return null;
  const home = vpc.subnets.find(({ block }) => block && cidr4Has(block, destination));
  if (home?.block?.last === destination) return noBroadcast(walk, from, address);
  return home?.block?.first !== undefined && destination === home.block.first + 1
    ? service(walk, vpc, `the VPC router of ${home.label}`, SOURCES.subnets)
    : null;
}

/** The base of the primary block plus two: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
const resolverOf = (vpc: Vpc): Ipv4 => (vpc.blocks[0]?.first ?? -3) + 2;

function service(walk: Walk, vpc: Vpc, name: string, source: string): Next {
  pass(walk, {
    resource: vpc.id,
    kind: 'vpc',
    message: `${makeIpv4(walk.header.destination)} is ${name}: no group, ACL or route applies.`,
    source,
  });
  return { type: 'delivered', to: 'service' };
}

function noBroadcast(walk: Walk, from: Interface, address: string): Next {
  return stop(
    walk,
    {
      resource: from.subnet.id,
      kind: 'subnet',
      message: `${address} is a broadcast or multicast address; a VPC carries neither.`,
      source: SOURCES.subnets,
    },
    { code: 'X_BROADCAST_MULTICAST', resource: from.subnet.id },
  );
}
