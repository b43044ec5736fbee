/** A packet from the internet at the internet gateway of the VPC it is meant for. */
import { isIpv6, makeAddress, type Address } from '../model/ip/address';
import type { ResourceId } from '../model/resource';
import { isInDoubt, publicAccessBlocked } from './block-public-access';
import { enterByEgressOnly } from './egress-only-steps';
import { arriveAt, nobody } from './delivery';
import { worldId } from './internet';
import type { Gateway, Network } from './network';
import { isInVpc } from './owners';
import { isPublic, isRfc1918, isRfc6598 } from './packet';
import { leadsTo, lookUp } from './routing';
import { SOURCES } from './sources';
import { doubt, pass, stop, translate, type Next, type Walk } from './walk';

/** From the internet to a public address: the gateway of the VPC it belongs to puts the private one in its place. */
export function enterFromInternet(walk: Walk): Next {
  const { header, network } = walk;
  const address = makeAddress(header.destination);
  const found = network.publicOwners.get(header.destination);
  if (!found) return nobodyPublic(walk, address);
  const { owner, privateAddress } = found;
  const { vpc } = owner.subnet;
  const { gateway } = vpc;
  const name = owner.type === 'nat' ? owner.label : (owner.host?.label ?? owner.label);
  if (isIpv6(header.destination) && owner.type === 'interface') {
    const byEgressOnly = enterByEgressOnly(walk, owner);
    if (byEgressOnly) return byEgressOnly;
  }
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
  const source = makeAddress(header.source);
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
  if (isInVpc(vpc, header.source))
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
  if (isIpv6(header.destination))
    pass(walk, hop(`${gateway.label} lets the packet in for ${address} (${name}); IPv6 is not translated.`));
  else {
    const packetIn = walk.packet;
    const packetOut = translate(walk, { ...header, destination: privateAddress });
    pass(walk, {
      ...hop(`${gateway.label}: ${address} becomes ${makeAddress(privateAddress)} (${name}).`),
      packetIn,
      packetOut,
    });
  }
  if (isRedirected(walk, gateway, privateAddress))
    return doubt(
      walk,
      {
        resource: gateway.edgeTable?.id ?? gateway.id,
        kind: 'route-table',
        message: `${gateway.edgeTable?.label ?? gateway.label} sends inbound traffic for ${makeAddress(privateAddress)} through something else; edge route tables are not modelled yet.`,
        source: SOURCES.edgeTables,
      },
      'UNSUPPORTED_COMPONENT',
    );
  return arriveAt(owner, true);
}

function isRedirected(walk: Walk, gateway: Gateway, address: Address): boolean {
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
  const home = [...network.vpcs.values()].find((vpc) => isInVpc(vpc, walk.header.destination));
  if (home && isIpv6(walk.header.destination)) return nobody(walk, home);
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
