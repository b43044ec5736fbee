/** The listener that a load balancer lacks for a port. */
import type { LoadBalancer } from './network';
import { hasPorts } from './packet';
import type { Remedy } from './remedy';

/** A new one forwards as one of the same protocol does; where the balancer has none, nobody knows where to. */
export function listenerRemedy(
  balancer: LoadBalancer,
  protocol: number,
  port: number | undefined,
): { remedy?: Remedy } {
  if (port === undefined || !hasPorts(protocol)) return {};
  const like = balancer.listeners.find(
    ({ protocols, groups }) =>
      protocols.includes(protocol) && groups.some(({ targets }) => targets.length > 0),
  );
  // A listener of the port for the other protocol is in the way.
  if (!like || balancer.listeners.some((listener) => listener.port === port)) return {};
  return { remedy: { type: 'add-listener', balancerId: balancer.id, like: like.port, port } };
}
