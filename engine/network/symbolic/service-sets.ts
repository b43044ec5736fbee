/** Which packets the services at the end of a way take: an endpoint's service, a listening instance. */
import type { Host } from '../network';
import { EMPTY, PORT, PROTOCOL, type Diagram } from './diagram';
import type { Ground } from './ground';

const TCP = 6;
const UDP = 17;

/** An interface endpoint takes connections, and answers no ping: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html */
export function endpointTraffic(ground: Ground, endpointId: string): Diagram {
  const endpoint = ground.network.endpoints.get(endpointId);
  if (endpoint?.state !== 'available') return EMPTY;
  return ground.store.anyOf(PROTOCOL, [TCP, UDP]);
}

/** A gateway endpoint carries tcp and echo requests: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export function gatewayEndpointTraffic({ store }: Ground): Diagram {
  const echo = store.interval(PROTOCOL, 1, 1, store.interval(PORT, 8, 8));
  return store.union(store.interval(PROTOCOL, TCP, TCP), echo);
}

/** What somebody listens to; protocols without ports are not listened to, they arrive. */
export function heardBy({ store }: Ground, services: NonNullable<Host['services']>): Diagram {
  const heard = services.map(({ protocol, port }) =>
    store.interval(PROTOCOL, protocol, protocol, store.interval(PORT, port, port)),
  );
  return store.unionOf([store.complement(store.anyOf(PROTOCOL, [TCP, UDP])), ...heard]);
}
