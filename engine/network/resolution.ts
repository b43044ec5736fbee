/** What a DNS name stands for, asked from where the packet sets out: the same name has other addresses inside and outside. */
import { isIpv6, makeAddress, parseAddress, type Address } from '../model/ip/address';
import type { Resolution } from '../model/path';
import type { Endpoint } from './endpoints';
import type { Interface, Nat, Network, Vpc } from './network';
import { isInVpc } from './owners';
import { SOURCES } from './sources';

export type Resolved =
  | { readonly type: 'end'; readonly end: Endpoint; readonly resolution: Resolution }
  /** Nothing answers to the name there; `code` as for a path. */
  | {
      readonly type: 'none';
      readonly code: string;
      readonly resource: string;
      readonly resolution: Resolution;
    }
  /** Somebody answers, and it is not known with what. */
  | { readonly type: 'unknown'; readonly resolution: Resolution };

/** A name with a dot that is no address. */
export const looksLikeName = (text: string): boolean =>
  /^(?=.{4,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_-]{1,63})+$/i.test(text) &&
  /[a-z]/i.test(text.slice(text.lastIndexOf('.') + 1));

const PRIVATE = /^ip-(\d+-\d+-\d+-\d+)\.(?:ec2\.internal|[a-z0-9-]+\.compute\.internal)$/;
const PUBLIC = /^ec2-(\d+-\d+-\d+-\d+)\.(?:compute-1|[a-z0-9-]+\.compute)\.amazonaws\.com$/;

/**
 * @param from where the name is asked; `null`: the internet
 * @returns `null` for a name that nothing here has to do with
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
export function resolveName(network: Network, text: string, from: Interface | null): Resolved | null {
  const name = text.toLowerCase().replace(/\.$/, '');
  const asked: Asked = { network, name, vpc: from?.subnet.vpc ?? null };
  const found = machineName(asked) ?? balancerName(asked) ?? endpointName(asked);
  if (!found) return null;
  const { vpc } = asked;
  if (vpc && !vpc.dnsSupport)
    return {
      type: 'none',
      code: 'X_DNS_DISABLED',
      resource: vpc.id,
      resolution: says(
        asked,
        [],
        `DNS resolution is switched off in ${vpc.label}, so nobody there learns what ${name} is.`,
      ),
    };
  return found;
}

interface Asked {
  readonly network: Network;
  readonly name: string;
  /** The VPC it is asked in; `null`: the internet. */
  readonly vpc: Vpc | null;
}

const says = (
  { name, vpc }: Asked,
  addresses: readonly Address[],
  message: string,
  source: string = SOURCES.dns,
): Resolution => ({
  name,
  addresses: addresses.map(makeAddress),
  askedIn: vpc?.id ?? 'internet',
  message,
  source,
});

const toAddress = (asked: Asked, address: Address, message: string, source?: string): Resolved => ({
  type: 'end',
  end: { type: 'address', address },
  resolution: says(asked, [address], message, source),
});

const ownerName = (owner: Interface | Nat): string =>
  owner.type === 'nat' ? owner.label : (owner.host?.label ?? owner.label);

function machineName(asked: Asked): Resolved | null {
  const { name, vpc, network } = asked;
  const inside = PRIVATE.exec(name)?.[1];
  const outside = PUBLIC.exec(name)?.[1];
  const address = parseAddress((inside ?? outside ?? '').replaceAll('-', '.'));
  if (address === null) return null;
  const text = makeAddress(address);
  if (inside !== undefined) {
    if (vpc) return toAddress(asked, address, `${name} is the private name of ${text}.`);
    return {
      type: 'none',
      code: 'NO_SOURCE_OR_DESTINATION',
      resource: network.privateOwners.get(address)?.[0]?.id ?? 'internet',
      resolution: says(asked, [], `${name} is a private name: on the internet nobody answers to it.`),
    };
  }
  const published = network.publicOwners.get(address);
  if (!published)
    return toAddress(asked, address, `${name} is a public name of ${text}, which nothing here has.`);
  const { owner, privateAddress } = published;
  const home = owner.subnet.vpc;
  if (!home.dnsHostnames || !home.dnsSupport)
    return {
      type: 'none',
      code: 'X_DNS_DISABLED',
      resource: home.id,
      resolution: says(
        asked,
        [],
        `${home.label} hands out no public DNS names: DNS hostnames or DNS resolution is off there.`,
      ),
    };
  const peering = vpc?.peers.find((peer) => peer.vpc === home)?.peering;
  const isInside = vpc === home || (peering?.resolvesNames ?? false);
  return isInside
    ? toAddress(
        asked,
        privateAddress,
        `${name} belongs to ${ownerName(owner)}: asked from ${vpc === home ? 'inside' : 'the peered'} ${vpc?.label ?? ''}, it is the private address ${makeAddress(privateAddress)}.`,
      )
    : toAddress(
        asked,
        address,
        `${name} belongs to ${ownerName(owner)}: from outside of ${home.label} it is ${text}.`,
      );
}

/** Its own name; nodes of an internet-facing balancer are public ones, wherever they are asked for. */
function balancerName(asked: Asked): Resolved | null {
  const { network, name } = asked;
  const balancer = [...network.loadBalancers.values()].find(
    ({ dnsName }) => dnsName !== null && [dnsName, `dualstack.${dnsName}`].includes(name),
  );
  if (!balancer) return null;
  const addresses = balancer.nodes.flatMap(({ addresses: own, subnet }) => {
    const [address] = own.filter((candidate) => !isIpv6(candidate));
    if (address === undefined) return [];
    const known = balancer.internetFacing ? subnet.vpc.publicByPrivate.get(address) : address;
    return known === undefined ? [] : [known];
  });
  return {
    type: 'end',
    end: { type: 'balancer', balancer, publicly: balancer.internetFacing },
    resolution: says(
      asked,
      addresses,
      balancer.internetFacing
        ? `${name} is ${balancer.label}: the public addresses of its nodes, from inside too.`
        : `${name} is ${balancer.label}: the private addresses of its nodes.`,
      SOURCES.loadBalancing,
    ),
  };
}

/** `com.amazonaws.us-east-1.s3` answers to `s3.us-east-1.amazonaws.com`. */
function publicNameOf(serviceName: string): string | null {
  const [, region, ...service] = /^com\.amazonaws\.([a-z0-9-]+)\.(.+)$/.exec(serviceName) ?? [];
  return region === undefined
    ? null
    : `${service.join('.').split('.').reverse().join('.')}.${region}.amazonaws.com`;
}

function endpointName(asked: Asked): Resolved | null {
  const { network, name, vpc } = asked;
  const all = [...network.endpoints.values()].filter(
    (endpoint) =>
      publicNameOf(endpoint.serviceName) === name ||
      (endpoint.awsId !== null &&
        name.startsWith(`${endpoint.awsId}-`) &&
        name.endsWith('.vpce.amazonaws.com')),
  );
  const [some] = all;
  if (!some) return null;
  const own = name.endsWith('.vpce.amazonaws.com')
    ? some
    : all.find(
        (endpoint) =>
          endpoint.vpc === vpc &&
          endpoint.type === 'Interface' &&
          endpoint.privateDns &&
          endpoint.vpc.dnsHostnames,
      );
  if (own) {
    const addresses = own.nodes.flatMap((node) => node.addresses.slice(0, 1));
    return {
      type: 'end',
      end: { type: 'endpoint', endpoint: own },
      resolution: says(
        asked,
        addresses,
        `${name} is the private address of ${own.label}${addresses.some((address) => vpc && !isInVpc(vpc, address)) ? ', in another VPC' : ''}.`,
        SOURCES.interfaceEndpoints,
      ),
    };
  }
  const gateway = all.find((endpoint) => endpoint.vpc === vpc && endpoint.type === 'Gateway');
  if (gateway)
    return {
      type: 'end',
      end: { type: 'endpoint', endpoint: gateway },
      resolution: says(
        asked,
        [],
        `${name} is a public address of ${gateway.serviceName}; where a route to ${gateway.label} holds it, packets go that way.`,
        SOURCES.gatewayEndpoints,
      ),
    };
  return {
    type: 'unknown',
    resolution: says(
      asked,
      [],
      `${name} is a public address of ${some.serviceName}, and which one is not in this document.`,
      SOURCES.interfaceEndpoints,
    ),
  };
}
