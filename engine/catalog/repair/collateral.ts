/** What else stops when a path is closed. */
import type { Change } from '../../model/change';
import type { PathQuery } from '../../model/path';
import type { ResourceId } from '../../model/resource';
import type { Endpoint } from '../../network/endpoints';
import type { Network } from '../../network/network';
import { EMPTY, FULL, type Diagram } from '../../network/symbolic/diagram';
import type { Ground } from '../../network/symbolic/ground';
import { protocolNumber, trafficSet } from '../checks/packets';
import type { Resource } from '../descriptors';
import { comparePairs } from '../difference/pairs';
import { parseEndpoint } from '../network-roles';

export interface Collateral {
  /** The first few, in words. */
  readonly words: readonly string[];
  /** Pairs of ends that lose other traffic than what was asked to stop. */
  readonly count: number;
}

const MOST_PAIRS = 1200;
const MOST_WORDS = 8;

export function collateralOf(
  before: Network,
  after: Network,
  query: PathQuery,
  changes: readonly Change<Resource>[],
): Collateral {
  const [from, to] = (['from', 'to'] as const).map((role) => parseEndpoint(before, query[role], role));
  const { pairs } = comparePairs(before, after, {
    pairs: MOST_PAIRS,
    touching: touchedBy(before, changes),
    ...(from?.ok && to?.ok
      ? {
          except: {
            from: idsOf(before, from.value),
            to: idsOf(before, to.value),
            traffic: (ground: Ground) => askedSet(ground, query, [from.value, to.value]),
          },
        }
      : {}),
  });
  const losing = pairs.filter(({ lost }) => lost.length > 0);
  return {
    words: losing
      .slice(0, MOST_WORDS)
      .map((pair) => `${pair.from.label} → ${pair.to.label}: ${pair.lost.join('; ')}`),
    count: losing.length,
  };
}

/** Interfaces whose traffic the changed groups, ACLs, tables and addresses decide on. */
function touchedBy(network: Network, changes: readonly Change<Resource>[]): ReadonlySet<ResourceId> {
  const changed = new Set(changes.flatMap((change) => ('id' in change ? [change.id] : [])));
  const touched = new Set<ResourceId>();
  for (const one of network.interfaces.values()) {
    const { acl, table } = one.subnet;
    const stands = [...one.groupIds, acl?.id, table?.id].some((id) => id !== undefined && changed.has(id));
    const behindNat = one.subnet.vpc.nats.some(({ subnet }) =>
      [subnet.acl?.id, subnet.table?.id].some((id) => id !== undefined && changed.has(id)),
    );
    const holds = [...changed].some((id) => {
      const address = network.addressesById.get(id);
      return address !== undefined && network.publicOwners.get(address)?.owner === one;
    });
    if (stands || behindNat || holds) touched.add(one.id);
  }
  return touched;
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
