/** A packet at an internet gateway, outward and inward, and on the internet itself. */
import { cidr4Has, makeIpv4, type Ipv4 } from '../model/ip/ipv4';
import type { ResourceId } from '../model/resource';
import { arriveAt } from './interface-steps';
import type { Gateway, Interface, Nat, Network, Vpc } from './network';
import { isPublic, isReserved, isRfc1918, isRfc6598 } from './packet';
import { leadsTo, lookUp } from './routing';
import { SOURCES } from './sources';
import { doubt, note, pass, stop, translate, type Next, type Walk } from './walk';

/** IPv4 leaves with the public address of its private one: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html */
export function leaveByGateway(walk: Walk, gateway: Gateway, by: Interface | Nat): Next {
  const { header } = walk;
  const { vpc } = by.subnet;
  const hop = (message: string, source: string = SOURCES.internetGateway) => ({
    resource: gateway.id,
    kind: 'internet-gateway',
    message,
    source,
  });
  const destination = makeIpv4(header.destination);
  if (isRfc1918(header.destination) || isRfc6598(header.destination)) {
    const range = isRfc1918(header.destination) ? 'RFC1918' : 'RFC6598';
    return stop(
      walk,
      hop(
        `${gateway.label} drops packets to ${destination}: private addresses (${range}) do not exist on the internet.`,
      ),
      { code: `IGW_DESTINATION_ADDRESS_NOT_IN_${range}_EGRESS`, resource: gateway.id },
    );
  }
  if (isReserved(header.destination))
    return stop(
      walk,
      hop(`${gateway.label} drops packets to ${destination}: nobody on the internet has a reserved address.`),
      { code: 'NO_POSSIBLE_DESTINATION', resource: gateway.id },
    );
  const publicAddress = vpc.publicByPrivate.get(header.source);
  if (publicAddress === undefined) {
    const source = makeIpv4(header.source);
    const owner = vpc.owners.get(header.source);
    const name = owner?.type === 'nat' ? owner.label : (owner?.host?.label ?? owner?.label ?? source);
    const why =
      owner?.type === 'nat'
        ? `${name} is a private NAT gateway: its address ${source} has no public one`
        : owner
          ? `${name} has no public address that stands for ${source}`
          : `${source} belongs to no interface of ${vpc.label}`;
    return stop(
      walk,
      hop(`${why}, and ${gateway.label} lets nothing out without one.`, SOURCES.publicAddresses),
      {
        code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
        resource: gateway.id,
        ...(owner?.type === 'interface' && owner.host
          ? { remedy: { type: 'elastic-ip', interfaceId: owner.id, privateAddress: source } as const }
          : {}),
      },
    );
  }
  if (isInDoubt(walk, by)) return publicAccessBlocked(walk, gateway, vpc);
  const packetIn = walk.packet;
  const packetOut = translate(walk, { ...header, source: publicAddress });
  if (walk.identity === 'kept') walk.identity = 'translated';
  pass(walk, {
    ...hop(
      `${gateway.label}: ${makeIpv4(header.source)} becomes ${makeIpv4(publicAddress)} on the internet.`,
    ),
    packetIn,
    packetOut,
  });
  return onTheInternet(walk);
}

/**
 * May Block Public Access stop a new flow here? Answers pass where their request did, and what a NAT gateway sends passes
 * `block-ingress`: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
function isInDoubt(walk: Walk, at: Interface | Nat): boolean {
  const mode = at.subnet.vpc.blockPublicAccess;
  if (mode === null || walk.direction === 'return') return false;
  return at.type !== 'nat' || mode !== 'block-ingress';
}

const publicAccessBlocked = (walk: Walk, gateway: Gateway, vpc: Vpc): Next =>
  doubt(
    walk,
    {
      resource: gateway.id,
      kind: 'internet-gateway',
      message: `Block Public Access (${vpc.blockPublicAccess ?? ''}) is on at ${vpc.label}: it blocks this at ${gateway.label} unless an exclusion allows it, and exclusions are not modelled yet.`,
      source: SOURCES.blockPublicAccess,
    },
    'UNSUPPORTED_COMPONENT',
  );

function onTheInternet(walk: Walk): Next {
  const { destination } = walk.header;
  if (walk.network.publicOwners.has(destination)) {
    note(
      walk,
      'IGW_NAT_REFLECTION',
      'The packet goes out through an internet gateway and comes back in: both ends see public addresses, and group references do not match. The private address is the shorter way inside a VPC.',
    );
    return { type: 'enter-from-internet' };
  }
  const idle = walk.network.idleAddresses.get(destination);
  if (idle !== undefined)
    return stop(
      walk,
      {
        resource: idle,
        kind: 'internet',
        message: `The Elastic IP ${makeIpv4(destination)} is associated with nothing.`,
        source: SOURCES.elasticIp,
      },
      { code: 'NO_POSSIBLE_DESTINATION', resource: idle },
    );
  const everybody = destination === walk.scope.outside && walk.scope.outsideScope === 'any';
  pass(walk, {
    resource: worldId(walk.network),
    kind: 'internet',
    message: everybody
      ? 'The packet is on the internet.'
      : `${makeIpv4(destination)} gets the packet over the internet.`,
    source: SOURCES.internetGateway,
  });
  return { type: 'delivered', to: 'internet' };
}

/** What stands for the Internet in answers: the drawn one, else the word. */
export const worldId = (network: Network): ResourceId => network.worlds.keys().next().value ?? 'internet';

/** From the internet to a public address: the gateway of the VPC it belongs to puts the private one in its place. */
export function enterFromInternet(walk: Walk): Next {
  const { header, network } = walk;
  const address = makeIpv4(header.destination);
  const found = network.publicOwners.get(header.destination);
  if (!found) return nobodyPublic(walk, address);
  const { owner, privateAddress } = found;
  const { vpc } = owner.subnet;
  const { gateway } = vpc;
  const name = owner.type === 'nat' ? owner.label : (owner.host?.label ?? owner.label);
  if (gateway === 'unknown')
    return doubt(
      walk,
      {
        resource: vpc.id,
        kind: 'internet-gateway',
        message: `The internet gateway of ${vpc.label} is not in this document.`,
        source: SOURCES.internetGateway,
      },
      'UNKNOWN_RESOURCE',
    );
  if (!gateway)
    return stop(
      walk,
      {
        resource: vpc.id,
        kind: 'internet-gateway',
        message: `${vpc.label} has no internet gateway, so nothing reaches ${address} (${name}) from outside.`,
        source: SOURCES.internetGateway,
      },
      {
        code: 'BAD_STATE_ATTACHMENT',
        resource: vpc.id,
        remedy: { type: 'attach-gateway', vpcId: vpc.id, gatewayId: idleGateway(network) },
      },
    );
  const hop = (message: string) => ({
    resource: gateway.id,
    kind: 'internet-gateway',
    message,
    source: SOURCES.internetGateway,
  });
  const source = makeIpv4(header.source);
  if (isRfc1918(header.source) || isRfc6598(header.source)) {
    const range = isRfc1918(header.source) ? 'RFC1918' : 'RFC6598';
    return stop(
      walk,
      hop(
        `${gateway.label} drops packets from ${source}: private addresses (${range}) can't come from the internet.`,
      ),
      {
        code: `IGW_SOURCE_ADDRESS_NOT_IN_${range}_INGRESS`,
        resource: gateway.id,
      },
    );
  }
  if (!isPublic(header.source))
    return stop(
      walk,
      hop(
        `${gateway.label} drops packets from ${source}: loopback, link-local, multicast and reserved addresses can't come from the internet.`,
      ),
      { code: 'NO_PATH', resource: gateway.id },
    );
  if (vpc.blocks.some((block) => cidr4Has(block, header.source)))
    return stop(
      walk,
      hop(`${gateway.label} drops packets that claim an address of ${vpc.label} (${source}).`),
      {
        code: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
        resource: gateway.id,
      },
    );
  if (owner.type === 'interface' && !owner.host && owner.service === null)
    return stop(walk, hop(`${address} belongs to ${owner.label}, which is not attached to an instance.`), {
      code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      resource: gateway.id,
    });
  if (isInDoubt(walk, owner)) return publicAccessBlocked(walk, gateway, vpc);
  const packetIn = walk.packet;
  const packetOut = translate(walk, { ...header, destination: privateAddress });
  pass(walk, {
    ...hop(`${gateway.label}: ${address} becomes ${makeIpv4(privateAddress)} (${name}).`),
    packetIn,
    packetOut,
  });
  if (isRedirected(walk, gateway, privateAddress))
    return doubt(
      walk,
      {
        resource: gateway.edgeTable?.id ?? gateway.id,
        kind: 'route-table',
        message: `${gateway.edgeTable?.label ?? gateway.label} sends inbound traffic for ${makeIpv4(privateAddress)} through something else; edge route tables are not modelled yet.`,
        source: SOURCES.edgeTables,
      },
      'UNSUPPORTED_COMPONENT',
    );
  return arriveAt(owner, true);
}

function isRedirected(walk: Walk, gateway: Gateway, address: Ipv4): boolean {
  const table = gateway.edgeTable;
  if (!table) return false;
  walk.touched.tables.add(table);
  const found = lookUp(table, address, false);
  return found.type === 'unknown' || (found.type === 'route' && leadsTo(found.route.target) !== 'local');
}

const idleGateway = (network: Network): ResourceId | null => {
  for (const gateway of network.gateways.values()) if (gateway.vpcId === null) return gateway.id;
  return null;
};

function nobodyPublic(walk: Walk, address: string): Next {
  const { network } = walk;
  const gateways = [...network.gateways.values()].filter(({ vpc }) => vpc !== null);
  const only = gateways.length === 1 ? gateways[0] : undefined;
  const idle = network.idleAddresses.get(walk.header.destination);
  return stop(
    walk,
    {
      resource: idle ?? only?.id ?? worldId(network),
      kind: 'internet-gateway',
      message:
        idle === undefined
          ? `No interface here has the public address ${address}.`
          : `The Elastic IP ${address} is associated with nothing.`,
      source: SOURCES.publicAddresses,
    },
    { code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', resource: idle ?? only?.id ?? worldId(network) },
  );
}
