/** A packet sets out: are both ends able to, and what is it addressed to? */
import { makeAddress } from '../model/ip/address';
import { unfit } from './component-state';
import { disconnected } from './disconnected-vpcs';
import type { Endpoint } from './endpoints';
import { worldId } from './internet';
import type { Interface, Nat } from './network';
import { destinationFor, interfaceOf, type Family, type Source } from './source-and-destination';
import { SOURCES } from './sources';
import { special } from './special';
import { doubt, pass, stop, translate, type Next, type Walk } from './walk';

/** S0 to S2: are both ends able to, what is the packet addressed to, and is that anything special? */
export function depart(walk: Walk, source: Source, to: Endpoint, family: Family): Next {
  const { end } = source;
  if (end.type === 'nat')
    return stop(
      walk,
      {
        resource: end.nat.id,
        kind: 'nat-gateway',
        message: `${end.nat.label} forwards connections of others; it opens none of its own.`,
        source: SOURCES.natBasics,
      },
      { code: 'NO_PATH', resource: end.nat.id },
    );
  const address = destinationFor(walk, source, to, family);
  if (address !== null) translate(walk, { ...walk.header, destination: address });
  const refusedSource = unfit(walk, end, 'send');
  if (refusedSource) return refusedSource;
  const from = source.interface;
  const host = from?.host;
  if (from && host)
    pass(walk, {
      resource: host.id,
      kind: 'instance',
      message: `${host.label} sends ${address === null ? 'a packet' : `to ${makeAddress(address)}`}.`,
      source: SOURCES.instance,
    });
  else if (from)
    pass(walk, {
      resource: from.id,
      kind: 'interface',
      message: `${from.label} sends ${address === null ? 'a packet' : `to ${makeAddress(address)}`}.`,
      source: SOURCES.interface,
    });
  else
    pass(walk, {
      resource: worldId(walk.network),
      kind: 'internet',
      message:
        address === null
          ? 'A packet sets out on the internet.'
          : `A packet sets out on the internet to ${makeAddress(address)}.`,
      source: SOURCES.internetGateway,
    });
  const refusedTarget = unfit(walk, to, 'receive');
  if (refusedTarget) return refusedTarget;
  if (address === null) return source.interface ? noFamily(walk, to, family) : noAddress(walk, to, family);
  if (!from) return { type: 'enter-from-internet' };
  return disconnected(walk, from, to) ?? special(walk, from) ?? { type: 'leave', interface: from };
}

/** The two ends have no family of addresses in common. */
function noFamily(walk: Walk, to: Endpoint, family: Family): Next {
  if (to.type === 'endpoint')
    return doubt(
      walk,
      {
        resource: to.endpoint.id,
        kind: 'vpc-endpoint',
        message: `The addresses behind ${to.endpoint.label} are not in this document.`,
        source: SOURCES.prefixLists,
      },
      'UNKNOWN_RESOURCE',
    );
  const found = to.type === 'nat' ? to.nat : interfaceOf(to);
  const resource = to.type === 'balancer' ? to.balancer.id : (found?.id ?? worldId(walk.network));
  const label = !found
    ? 'The destination'
    : found.type === 'nat'
      ? found.label
      : (found.host?.label ?? found.label);
  return stop(
    walk,
    {
      resource,
      kind: 'interface',
      message: `${label} has no IPv${family} address, so no IPv${family} packet can be addressed to it.`,
      source: SOURCES.ipv6,
    },
    { code: 'UNASSOCIATED_COMPONENT', resource },
  );
}

/** From the internet only public addresses can be named. */
function noAddress(walk: Walk, to: Endpoint, family: Family): Next {
  const found: Interface | Nat | null = to.type === 'nat' ? to.nat : interfaceOf(to);
  const vpc = found?.subnet.vpc;
  const gateway = vpc && vpc.gateway !== 'unknown' ? vpc.gateway : null;
  const resource = gateway?.id ?? vpc?.id ?? worldId(walk.network);
  const label =
    to.type === 'balancer'
      ? to.balancer.label
      : !found
        ? 'It'
        : found.type === 'nat'
          ? found.label
          : (found.host?.label ?? found.label);
  const privateAddress = found?.type === 'interface' && family === 4 ? found.addresses[0] : undefined;
  return stop(
    walk,
    {
      resource,
      kind: 'internet-gateway',
      message: `${label} has no public IPv${family} address, so nothing on the internet can address it.`,
      source: SOURCES.publicAddresses,
    },
    {
      code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      resource,
      ...(found?.type === 'interface' && privateAddress !== undefined
        ? {
            remedy: {
              type: 'elastic-ip',
              interfaceId: found.id,
              privateAddress: makeAddress(privateAddress),
            } as const,
          }
        : {}),
    },
  );
}
