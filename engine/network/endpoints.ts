/** Who a question is about: an id, an AWS id, a Name tag, an address or the internet becomes an end of a path. */
import { parseAddress, makeAddress, type Address } from '../model/ip/address';
import type { ResourceId } from '../model/resource';
import { fail, ok, type Result } from '../model/result';
import type { Endpoint as VpcEndpoint, Host, Interface, LoadBalancer, Nat, Network } from './network';
import { isPublic } from './packet';
import type { OutsideScope } from './walk';
import { listText } from './words';

export type Endpoint =
  | { readonly type: 'host'; readonly host: Host }
  /** `address`: the one asked for; `null`: its primary one. */
  | { readonly type: 'interface'; readonly interface: Interface; readonly address: Address | null }
  | { readonly type: 'nat'; readonly nat: Nat }
  /** One of its nodes: those are tried in turn. `publicly`: by their public addresses, from inside too. */
  | { readonly type: 'balancer'; readonly balancer: LoadBalancer; readonly publicly: boolean }
  /** The service behind a VPC endpoint. */
  | { readonly type: 'endpoint'; readonly endpoint: VpcEndpoint }
  /** An address as a destination, whoever answers to it. */
  | { readonly type: 'address'; readonly address: Address }
  /** `address` is `null` for every public address. */
  | { readonly type: 'internet'; readonly address: Address | null; readonly scope: OutsideScope };

const ALLOWED =
  'Name a resource id, an AWS id, a Name tag, an address, "internet" or "internet:203.0.113.7".';

/**
 * @returns the end that a text names, or a failure that says what is allowed: `not-found` for what is not in the
 * document, `conflict` for a name or address of several things, `not-allowed` for what sends and receives nothing.
 */
export function parseEndpoint(network: Network, text: string, role: 'from' | 'to'): Result<Endpoint> {
  const word = text.trim();
  if (word === '') return fail('invalid', `Nothing is given as "${role}". ${ALLOWED}`, role);
  if (word === 'internet') return ok({ type: 'internet', address: null, scope: 'any' });
  if (word.startsWith('internet:')) {
    const address = parseAddress(word.slice('internet:'.length));
    if (address === null)
      return fail('invalid', `"${word}" has no address after "internet:". ${ALLOWED}`, role);
    return ok({ type: 'internet', address, scope: 'one' });
  }
  if (network.names.has(word)) return byId(network, word, role);
  const aliased = network.idsByAwsId.get(word);
  if (aliased !== undefined) return byId(network, aliased, role);
  const address = parseAddress(word);
  if (address !== null) return byAddress(network, address, role);
  return byName(network, word, role);
}

function byId(network: Network, id: ResourceId, role: 'from' | 'to'): Result<Endpoint> {
  const host = network.hosts.get(id);
  if (host) return ok({ type: 'host', host });
  const found = network.interfaces.get(id);
  if (found) return ok({ type: 'interface', interface: found, address: null });
  const nat = network.nats.get(id);
  if (nat) return ok({ type: 'nat', nat });
  const balancer = network.loadBalancers.get(id);
  if (balancer) return ok({ type: 'balancer', balancer, publicly: false });
  const endpoint = network.endpoints.get(id);
  if (endpoint) return ok({ type: 'endpoint', endpoint });
  const world = network.worlds.get(id);
  if (world) return ok({ type: 'internet', address: world.clientAddress, scope: 'client' });
  if (network.gateways.has(id)) return ok({ type: 'internet', address: null, scope: 'any' });
  const elastic = network.addressesById.get(id);
  if (elastic !== undefined) return byAddress(network, elastic, role);
  const kind = network.names.get(id)?.kind ?? 'resource';
  return fail(
    'not-allowed',
    `${id} is a ${kind.replaceAll('-', ' ')}: packets go from and to instances, network interfaces, NAT gateways, load balancers, endpoints, addresses and the internet.`,
    role,
  );
}

function byAddress(network: Network, address: Address, role: 'from' | 'to'): Result<Endpoint> {
  if (role === 'to') return ok({ type: 'address', address });
  const text = makeAddress(address);
  const published = network.publicOwners.get(address);
  const owners = published ? [published.owner] : (network.privateOwners.get(address) ?? []);
  const [owner] = owners;
  if (owners.length > 1)
    return fail(
      'conflict',
      `${text} is an address of ${listText(owners.map(({ id }) => id))}. Name one of them.`,
      role,
    );
  if (owner?.type === 'nat') return ok({ type: 'nat', nat: owner });
  if (owner)
    return ok({
      type: 'interface',
      interface: owner,
      address: published?.privateAddress ?? address,
    });
  if (isPublic(address)) return ok({ type: 'internet', address, scope: 'one' });
  return fail('not-found', `No interface here has the private address ${text}. ${ALLOWED}`, role);
}

function byName(network: Network, name: string, role: 'from' | 'to'): Result<Endpoint> {
  const ids = network.idsByName.get(name) ?? [];
  // An instance and its own interface may share a name: the instance is meant.
  const ends = ids.filter((id) => byId(network, id, role).ok);
  const hosts = ends.filter((id) => network.hosts.has(id));
  const others = ends.filter((id) => {
    const host = network.interfaces.get(id)?.host;
    return !network.hosts.has(id) && !(host && hosts.includes(host.id));
  });
  const candidates = [...hosts, ...others];
  const [first] = candidates;
  if (candidates.length > 1)
    return fail(
      'conflict',
      `${candidates.length} things are named "${name}": ${listText(candidates, 20)}. Give an id.`,
      role,
    );
  if (first !== undefined) return byId(network, first, role);
  const [other] = ids;
  if (other !== undefined) return byId(network, other, role);
  return fail('not-found', `There is no "${name}" here. ${ALLOWED}`, role);
}

/** Every end one can ask from or to, by id, in the order of the document. */
export const listEndpoints = (network: Network): readonly ResourceId[] => [
  ...network.worlds.keys(),
  ...network.hosts.keys(),
  ...network.interfaces.keys(),
  ...network.nats.keys(),
  ...network.loadBalancers.keys(),
  ...network.endpoints.keys(),
];
