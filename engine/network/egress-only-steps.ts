/** A packet at an egress-only internet gateway: IPv6 goes out, and its answers come in. */
import { publicAccessBlocked } from './block-public-access';
import { isIpv6, makeAddress } from '../model/ip/address';
import { arriveAt } from './delivery';
import { onTheInternet } from './internet';
import type { EgressOnly, Interface, Nat } from './network';
import { isPublic } from './packet';
import { answerRemedies } from './route-remedy';
import { SOURCES } from './sources';
import { pass, stop, type Next, type Walk } from './walk';

const hopAt = (gateway: EgressOnly, message: string) => ({
  resource: gateway.id,
  kind: 'egress-only-internet-gateway',
  message,
  source: SOURCES.egressOnly,
});

/** https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html */
export function leaveByEgressOnly(walk: Walk, gateway: EgressOnly, by: Interface | Nat): Next {
  const { header } = walk;
  const destination = makeAddress(header.destination);
  if (!isIpv6(header.destination) || !isPublic(header.destination))
    return stop(
      walk,
      hopAt(gateway, `${gateway.label} lets out IPv6 packets to public addresses; ${destination} is none.`),
      {
        code: isIpv6(header.destination) ? 'NO_POSSIBLE_DESTINATION' : 'PROTOCOL_RESTRICTION',
        resource: gateway.id,
      },
    );
  // What was begun outside never leaves by it, not even where another flow of this walk did.
  if (walk.direction === 'return')
    return stop(
      walk,
      hopAt(
        gateway,
        `The answer would leave by ${gateway.label}, which has not seen the request: it lets out what was begun inside, and nothing else.`,
      ),
      {
        code: 'X_EIGW_INBOUND_NEW',
        resource: gateway.id,
        ...answerRemedies(walk, by.subnet, by),
      },
    );
  if (by.subnet.vpc.owners.get(header.source) === undefined)
    return stop(
      walk,
      hopAt(gateway, `${makeAddress(header.source)} belongs to no interface of ${gateway.vpc.label}.`),
      { code: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', resource: gateway.id },
    );
  // Inbound blocking leaves what goes out by this gateway alone.
  if (walk.direction === 'forward' && gateway.vpc.blockPublicAccess === 'block-bidirectional')
    return publicAccessBlocked(walk, gateway, gateway.vpc);
  walk.openedThrough.add(gateway);
  if (walk.identity === 'kept') walk.identity = 'translated';
  pass(walk, hopAt(gateway, `${gateway.label} lets the packet out and remembers the connection.`));
  return onTheInternet(walk);
}

/** From the internet: only answers. `null`: no egress-only gateway has to do with it. */
export function enterByEgressOnly(walk: Walk, owner: Interface): Next | null {
  const { vpc } = owner.subnet;
  const opened = [...walk.openedThrough].find((gateway) => gateway.vpc === vpc);
  if (walk.direction === 'return' && opened) {
    pass(walk, hopAt(opened, `${opened.label} knows the connection and lets its answer in.`));
    return arriveAt(owner, true);
  }
  if (vpc.gateway !== null) return null;
  const [only] = [...walk.network.egressOnly.values()].filter((gateway) => gateway.vpc === vpc);
  if (!only) return null;
  return stop(
    walk,
    hopAt(only, `${only.label} lets connections out and none in, and ${vpc.label} has no internet gateway.`),
    {
      code: 'X_EIGW_INBOUND_NEW',
      resource: only.id,
      remedy: { type: 'attach-gateway', vpcId: vpc.id, gatewayId: null },
    },
  );
}
