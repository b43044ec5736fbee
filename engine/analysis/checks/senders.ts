/** Who can send: every end that packets may come from, and which of them a check allows. */
import { cidrHas, parseAddress, parseCidr, type Address, type Cidr } from '../../model/ip/address';
import type { ResourceId } from '../../model/resource';
import type { Endpoint } from '../../network/endpoints';
import type { Interface, Network } from '../../network/network';

export interface Sender {
  /** How a question names it. */
  readonly text: string;
  readonly label: string;
  readonly end: Endpoint;
  /** Empty: the internet. */
  readonly interfaces: readonly Interface[];
}

// A network never changes, and every check of a document asks for the same senders.
const known = new WeakMap<Network, readonly Sender[]>();

/** Machines, further interfaces of a machine, interfaces of services, and the internet as a whole. */
export function sendersOf(network: Network): readonly Sender[] {
  const before = known.get(network);
  if (before) return before;
  const senders = findSenders(network);
  known.set(network, senders);
  return senders;
}

function findSenders(network: Network): readonly Sender[] {
  const senders: Sender[] = [];
  for (const host of network.hosts.values()) {
    if (host.interfaces.length === 0) continue;
    senders.push({
      text: host.id,
      label: host.label,
      end: { type: 'host', host },
      interfaces: host.interfaces,
    });
  }
  for (const one of network.interfaces.values()) {
    const label = one.host && one.host.interfaces.length > 1 ? `${one.host.label} (${one.label})` : one.label;
    const isOnly = one.host?.interfaces.length === 1;
    if (!isOnly && (one.host || one.service?.type === 'lambda'))
      senders.push({
        text: one.id,
        label,
        end: { type: 'interface', interface: one, address: null },
        interfaces: [one],
      });
  }
  senders.push({
    text: 'internet',
    label: 'the internet',
    end: { type: 'internet', address: null, scope: 'any' },
    interfaces: [],
  });
  return senders;
}

/** Who is allowed, read from the texts of a check. */
export interface Allowed {
  readonly everybodyOutside: boolean;
  /** Public addresses and blocks that are allowed. */
  readonly outside: readonly Cidr[];
  readonly allows: (sender: Sender) => boolean;
  /** Texts that name nothing here. */
  readonly unknown: readonly string[];
}

export function allowedOf(network: Network, texts: readonly string[]): Allowed {
  const ids = new Set<ResourceId>();
  const blocks: Cidr[] = [];
  const unknown: string[] = [];
  let everybodyOutside = false;
  for (const text of texts.map((word) => word.trim())) {
    if (text === 'internet') {
      everybodyOutside = true;
      continue;
    }
    const found = idsOf(network, text);
    found.forEach((id) => ids.add(id));
    const block = blockOf(text.startsWith('internet:') ? text.slice('internet:'.length) : text);
    if (found.length === 0 && block) blocks.push(block);
    if (found.length === 0 && !block) unknown.push(text);
    for (const id of found) {
      const world = network.worlds.get(id);
      const elastic = network.addressesById.get(id);
      for (const address of [world?.clientAddress, elastic])
        if (address !== undefined) blocks.push(hostBlockOf(address));
    }
  }
  const carries = (one: Interface): boolean =>
    ids.has(one.id) ||
    (one.host !== null && ids.has(one.host.id)) ||
    (one.service !== null && 'id' in one.service && ids.has(one.service.id)) ||
    ids.has(one.subnet.id) ||
    ids.has(one.subnet.vpcId) ||
    one.groupIds.some((id) => ids.has(id)) ||
    (one.addresses.length > 0 &&
      one.addresses.every((address) => blocks.some((block) => cidrHas(block, address))));
  return {
    everybodyOutside,
    outside: blocks,
    allows: ({ interfaces }) => interfaces.length > 0 && interfaces.every(carries),
    unknown,
  };
}

/** By id, AWS id or name; a name may be that of several things, and means them all. */
export function idsOf(network: Network, text: string): readonly ResourceId[] {
  if (network.names.has(text)) return [text];
  const aliased = network.idsByAwsId.get(text);
  return aliased === undefined ? (network.idsByName.get(text) ?? []) : [aliased];
}

function blockOf(text: string): Cidr | null {
  const address = parseAddress(text);
  return address === null ? parseCidr(text) : hostBlockOf(address);
}

const hostBlockOf = (address: Address): Cidr => ({
  first: address,
  last: address,
  prefix: typeof address === 'bigint' ? 128 : 32,
});
