/** What else stops when a path is closed. */
import type { PathQuery } from '../../model/path';
import type { ResourceId } from '../../model/resource';
import type { Endpoint } from '../../network/endpoints';
import type { Network } from '../../network/network';
import { EMPTY, FULL, type Diagram } from '../../network/symbolic/diagram';
import type { Ground } from '../../network/symbolic/ground';
import { protocolNumber, trafficSet } from '../checks/packets';
import type { Comparison } from '../difference/pairs';
import { parseEndpoint } from '../../catalog/network-roles';

export interface Collateral {
  /** The first few, in words. */
  readonly words: readonly string[];
  /** Pairs of ends that lose other traffic than what was asked to stop. */
  readonly count: number;
}

const MOST_WORDS = 8;

/** @param comparison with the network before */
export function collateralOf(
  comparison: Comparison,
  before: Network,
  after: Network,
  query: PathQuery,
): Collateral {
  const [from, to] = (['from', 'to'] as const).map((role) => parseEndpoint(before, query[role], role));
  const pairs = comparison.with(
    after,
    from?.ok && to?.ok
      ? {
          from: idsOf(before, from.value),
          to: idsOf(before, to.value),
          traffic: (ground) => askedSet(ground, query, [from.value, to.value]),
        }
      : undefined,
  );
  const losing = pairs.filter(({ lost }) => lost.length > 0);
  return {
    words: losing
      .slice(0, MOST_WORDS)
      .map((pair) => `${pair.from.label} → ${pair.to.label}: ${pair.lost.join('; ')}`),
    count: losing.reduce((sum, pair) => sum + pair.from.members.length * pair.to.members.length, 0),
  };
}

function idsOf(network: Network, end: Endpoint): readonly ResourceId[] {
  switch (end.type) {
    case 'host':
      return end.host.interfaces.map(({ id }) => id);
    case 'interface':
      return [end.interface.id];
    case 'address': {
      const owner =
        network.publicOwners.get(end.address)?.owner ?? network.privateOwners.get(end.address)?.[0];
      return owner ? [owner.id] : [];
    }
    default:
      return [];
  }
}

function askedSet(ground: Ground, query: PathQuery, ends: readonly Endpoint[]): Diagram {
  const protocol = protocolNumber(query.protocol ?? 'tcp', ground.family);
  if (protocol === null) return EMPTY;
  const outside = ends.find((end) => end.type === 'internet');
  const who =
    outside?.type === 'internet' && outside.address !== null
      ? ground.filters.addresses([outside.address])
      : FULL;
  return ground.store.intersect(trafficSet(ground, protocol, query.port), who);
}
