/** A packet that leaves a VPC by its internet gateway. */
import { isIpv6, makeAddress } from '../model/ip/address';
import { isInDoubt, publicAccessBlocked } from './block-public-access';
import { onTheInternet } from './internet';
import type { Gateway, Interface, Nat } from './network';
import { ownerOf } from './owners';
import { isPublic, isReserved, isRfc1918, isRfc6598 } from './packet';
import { SOURCES } from './sources';
import { pass, stop, translate, type Next, type Walk } from './walk';

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
  const destination = makeAddress(header.destination);
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
  if (isIpv6(header.destination)) return leaveUntranslated(walk, gateway, by);
  const publicAddress = vpc.publicByPrivate.get(header.source);
  if (publicAddress === undefined) {
    const source = makeAddress(header.source);
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
      `${gateway.label}: ${makeAddress(header.source)} becomes ${makeAddress(publicAddress)} on the internet.`,
    ),
    packetIn,
    packetOut,
  });
  return onTheInternet(walk);
}

/** IPv6 addresses are public as they are: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html */
function leaveUntranslated(walk: Walk, gateway: Gateway, by: Interface | Nat): Next {
  const { header } = walk;
  const { vpc } = by.subnet;
  const source = makeAddress(header.source);
  const hop = (message: string) => ({
    resource: gateway.id,
    kind: 'internet-gateway',
    message,
    source: SOURCES.internetGateway,
  });
  const isOwn = isIpv6(header.source) && isPublic(header.source) && ownerOf(vpc, header.source) !== undefined;
  if (!isOwn)
    return stop(
      walk,
      hop(`${gateway.label} lets out the public addresses of ${vpc.label} only, and ${source} is none.`),
      {
        code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
        resource: gateway.id,
      },
    );
  if (isInDoubt(walk, by)) return publicAccessBlocked(walk, gateway, vpc);
  if (walk.identity === 'kept') walk.identity = 'translated';
  pass(walk, hop(`${gateway.label} lets the packet from ${source} out; IPv6 is not translated.`));
  return onTheInternet(walk);
}
