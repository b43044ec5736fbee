/** Destinations that are not routed like others: the host itself, Amazon's own services, broadcast, link-local. */
import { cidrHas, isIpv6, makeAddress, nextAddress, parseAddress, type Address } from '../model/ip/address';
import type { Interface, Vpc } from './network';
import { isInSubnet, isInVpc, ownerOf, owns } from './owners';
import { isLinkLocal, isLoopback, isMulticast } from './packet';
import { SOURCES } from './sources';
import { pass, stop, type Next, type Walk } from './walk';

const at = (text: string): Address => parseAddress(text) ?? -1;

const DNS: readonly Address[] = [at('169.254.169.253'), at('fd00:ec2::253')];
/** Never filtered, never routed: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html */
const SERVICES: ReadonlyMap<Address, { readonly name: string; readonly source: string }> = new Map([
  [at('169.254.169.254'), { name: 'the instance metadata service', source: SOURCES.metadata }],
  [at('fd00:ec2::254'), { name: 'the instance metadata service', source: SOURCES.metadata }],
  [at('fd00:ec2::123'), { name: 'Amazon Time Sync', source: SOURCES.time }],
  [at('169.254.170.2'), { name: 'the task metadata service', source: SOURCES.metadata }],
  [at('169.254.169.123'), { name: 'Amazon Time Sync', source: SOURCES.time }],
  [at('169.254.169.250'), { name: 'Windows activation', source: SOURCES.metadata }],
  [at('169.254.169.251'), { name: 'Windows activation', source: SOURCES.metadata }],
]);

/** S2. `null`: an ordinary destination. */
export function special(walk: Walk, from: Interface): Next | null {
  const { destination } = walk.header;
  const address = makeAddress(destination);
  const { vpc } = from.subnet;
  if (isLoopback(destination) || from.host?.interfaces.some((own) => owns(own, destination))) {
    pass(walk, {
      resource: from.host?.id ?? from.id,
      kind: 'instance',
      message: `${address} is an address of ${from.host?.label ?? from.label} itself: the packet never leaves it.`,
      source: SOURCES.interface,
    });
    return { type: 'delivered', to: 'self' };
  }
  if (DNS.includes(destination) || destination === resolverOf(vpc)) {
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
  if (isIpv6(destination) || !isInVpc(vpc, destination) || ownerOf(vpc, destination)) return null;
  const home = vpc.subnets.find((subnet) => isInSubnet(subnet, destination));
  const block = home?.blocks.find((own) => cidrHas(own, destination));
  if (!home || !block) return null;
  if (block.last === destination) return noBroadcast(walk, from, address);
  return destination === nextAddress(block.first)
    ? service(walk, vpc, `the VPC router of ${home.label}`, SOURCES.subnets)
    : null;
}

/** The base of the primary block plus two: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html */
const resolverOf = (vpc: Vpc): Address => {
  const [primary] = vpc.blocks;
  return primary && !isIpv6(primary.first) ? primary.first + 2 : -1;
};

function service(walk: Walk, vpc: Vpc, name: string, source: string): Next {
  pass(walk, {
    resource: vpc.id,
    kind: 'vpc',
    message: `${makeAddress(walk.header.destination)} is ${name}: no group, ACL or route applies.`,
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
