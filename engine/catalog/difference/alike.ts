/** Interfaces that fare alike: those of one subnet with the same groups, kind of address and services. */
import type { ResourceId } from '../../model/resource';
import type { Interface, Network } from '../../network/network';
import type { Endpoint } from '../../network/endpoints';

/**
 * @returns what every interface has in common with those that fare alike, by id. An interface that rules, routes or
 * entries tell from its neighbours by its address stands apart from them.
 */
export function likenessOf(network: Network): ReadonlyMap<ResourceId, string> {
  const named = namedAddresses(network);
  return new Map([...network.interfaces.values()].map((one) => [one.id, keyOf(network, one, named)]));
}

/** Blocks smaller than a subnet, written in any rule, entry or route. */
function namedAddresses(network: Network): (one: Interface) => string {
  const blocks = new Set<string>();
  const cuts: { readonly first: number | bigint; readonly last: number | bigint }[] = [];
  const add = (block: { readonly first: number | bigint; readonly last: number | bigint } | null): void => {
    if (!block) return;
    const key = `${typeof block.first} ${block.first} ${block.last}`;
    if (blocks.has(key)) return;
    blocks.add(key);
    cuts.push(block);
  };
  for (const group of network.groups.values())
    for (const { peer } of [...group.inbound, ...group.outbound]) {
      if (peer.type === 'block') add(peer.block);
      if (peer.type === 'prefix-list') peer.blocks?.forEach(add);
    }
  for (const vpc of network.vpcs.values()) {
    for (const table of vpc.tables) for (const { block } of table.routes) add(block);
    for (const { acl } of vpc.subnets)
      for (const { block } of [...(acl?.inbound ?? []), ...(acl?.outbound ?? [])]) add(block);
  }
  return (one) =>
    one.addresses
      .map((address) =>
        cuts
          .map(({ first, last }, index) =>
            typeof first === typeof address && address >= first && address <= last ? index : -1,
          )
          .filter((index) => index >= 0)
          .join('+'),
      )
      .join('/');
}

function keyOf(network: Network, one: Interface, named: (one: Interface) => string): string {
  const { host } = one;
  const isPlain = host?.interfaces.length === 1 && one.prefixes.length === 0 && host.forwarding === null;
  const isTarget = [...network.targetGroups.values()].some((group) =>
    group.targets.some((target) => target.interface === one),
  );
  if (!isPlain || !one.checked || isTarget || isRouted(one)) return `id ${one.id}`;
  const { publicByPrivate } = one.subnet.vpc;
  return [
    one.subnet.id,
    [...one.groupIds].sort().join('+'),
    one.addresses
      .map((address) => `${typeof address}${publicByPrivate.has(address) ? ' public' : ''}`)
      .join('+'),
    host?.state,
    host?.clientPorts.join('-'),
    host?.services === null
      ? 'any'
      : host?.services.map(({ protocol, port }) => `${protocol}:${port}`).join('+'),
    named(one),
  ].join(' | ');
}

/** Routes lead to it. */
const isRouted = (one: Interface): boolean =>
  one.subnet.vpc.tables.some((table) =>
    table.routes.some(({ target }) => target.type === 'interface' && target.interface === one),
  );

/** The end that stands for an interface in a question. */
export const endOf = (one: Interface): Endpoint =>
  one.host?.interfaces.length === 1
    ? { type: 'host', host: one.host }
    : { type: 'interface', interface: one, address: null };
