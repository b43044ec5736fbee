/** A packet sets out: are both ends able to, and what is it addressed to? */
import { makeIpv4 } from '../model/ip/ipv4';
import { unfit } from './component-state';
import { disconnected } from './disconnected-vpcs';
import type { Endpoint } from './endpoints';
import { worldId } from './internet';
import type { Interface, Nat } from './network';
import { makePacket, type Header } from './packet';
import { destinationFor, interfaceOf, type Source } from './source-and-destination';
import { SOURCES } from './sources';
import { special } from './special';
import { doubt, pass, stop, type Next, type Walk } from './walk';

/** S0 to S2: are both ends able to, what is the packet addressed to, and is that anything special? */
export function depart(walk: Walk, source: Source, to: Endpoint): Next {
  const { end } = source;
  if (end.type === 'ipv6' || to.type === 'ipv6') return noIpv6(walk, end, to);
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
  const address = destinationFor(walk, source, to);
  if (address !== null) setHeader(walk, { ...walk.header, destination: address });
  const refusedSource = unfit(walk, end, 'send');
  if (refusedSource) return refusedSource;
  const from = source.interface;
  const host = from?.host;
  if (from && host)
    pass(walk, {
      resource: host.id,
      kind: 'instance',
      message: `${host.label} sends ${address === null ? 'a packet' : `to ${makeIpv4(address)}`}.`,
      source: SOURCES.instance,
    });
  else
    pass(walk, {
      resource: worldId(walk.network),
      kind: 'internet',
      message:
        address === null
          ? 'A packet sets out on the internet.'
          : `A packet sets out on the internet to ${makeIpv4(address)}.`,
      source: SOURCES.internetGateway,
    });
  const refusedTarget = unfit(walk, to, 'receive');
  if (refusedTarget) return refusedTarget;
  if (address === null) return noAddress(walk, to);
  if (!from) return { type: 'enter-from-internet' };
  return disconnected(walk, from, to) ?? special(walk, from) ?? { type: 'leave', interface: from };
}

function setHeader(walk: Walk, header: Header): void {
  walk.header = header;
  walk.packet = makePacket(header);
}

function noIpv6(walk: Walk, from: Endpoint, to: Endpoint): Next {
  const text = from.type === 'ipv6' ? from.text : to.type === 'ipv6' ? to.text : '';
  return doubt(
    walk,
    {
      resource: worldId(walk.network),
      kind: 'internet',
      message: `${text} is an IPv6 address; IPv6 is not modelled yet.`,
      source: SOURCES.codes,
    },
    'UNSUPPORTED_COMPONENT',
  );
}

/** From the internet only public addresses can be named. */
function noAddress(walk: Walk, to: Endpoint): Next {
  const found: Interface | Nat | null = to.type === 'nat' ? to.nat : interfaceOf(to);
  const vpc = found?.subnet.vpc;
  const gateway = vpc && vpc.gateway !== 'unknown' ? vpc.gateway : null;
  const resource = gateway?.id ?? vpc?.id ?? worldId(walk.network);
  const label = !found ? 'It' : found.type === 'nat' ? found.label : (found.host?.label ?? found.label);
  const privateAddress = found?.type === 'interface' ? found.addresses[0] : undefined;
  return stop(
    walk,
    {
      resource,
      kind: 'internet-gateway',
      message: `${label} has no public IPv4 address, so nothing on the internet can address it.`,
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
              privateAddress: makeIpv4(privateAddress),
            } as const,
          }
        : {}),
    },
  );
}
