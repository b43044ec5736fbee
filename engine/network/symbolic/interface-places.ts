/** Branches that leave an interface or arrive at one. */
import { isIpv6 } from '../../model/ip/address';
import type { Host, Interface, Nat, Vpc } from '../network';
import { balance, backThroughBalancer } from './balancer-places';
import { goOn, STOPPED, withAlive, type Branch, type Session, type Step } from './branch';
import { EMPTY } from './diagram';
import { split, unknown, type Ground } from './ground';
import { arriveAtNat } from './nat-places';
import { TRANSLATED_PORTS, missingAcl, notModelled, throughAcl, throughGroups } from './passages';
import { endpointTraffic, heardBy } from './service-sets';

/** The source check and the groups of the interface a packet leaves by. */
export function leave(ground: Ground, branch: Branch, from: Interface): readonly Step[] {
  const own = ownAddresses(ground, from);
  const alive =
    from.checked && from.service === null
      ? ground.headers.addressed(branch.alive, branch.source, own)
      : branch.alive;
  if (alive === EMPTY) return STOPPED;
  return throughGroups(ground, withAlive(branch, alive), from, 'outbound').flatMap((next) =>
    goOn(next, { type: 'leave-subnet', by: from }),
  );
}

/** Into the subnet, through the groups, to the interface; on from there if it forwards. */
export function arrive(
  ground: Ground,
  branch: Branch,
  at: Interface | Nat,
  crossesEdge: boolean,
): readonly Step[] {
  const inside = crossesEdge ? throughAcl(ground, branch, at.subnet, 'inbound') : [branch];
  if (!inside) return unknown(branch, missingAcl(at.subnet));
  if (at.type === 'nat') return inside.flatMap((next) => arriveAtNat(next, at));
  if (at.service?.type === 'other' || isUnknownService(ground, at)) {
    const doubt = notModelled(
      at.id,
      `${at.label} belongs to ${at.service?.type === 'other' ? at.service.text : 'a service'}, which is not modelled yet.`,
    );
    return inside.flatMap((next) => unknown(next, doubt));
  }
  if (at.service === null && at.host?.state !== 'running') return STOPPED;
  return inside
    .flatMap((next) => throughGroups(ground, next, at, 'inbound'))
    .flatMap((next) => {
      if (next.leg === 'return' && at.service?.type === 'load-balancer') return backThroughBalancer(next, at);
      const [own, others] = split(ground, next, next.destination, ownAddresses(ground, at));
      return [
        ...takeIn(ground, own, at),
        ...(at.checked || !at.host ? STOPPED : forward(ground, others, at, at.host)),
      ];
    });
}

/** A node of something that is not in the document or not modelled. */
const isUnknownService = ({ network }: Ground, { service }: Interface): boolean =>
  (service?.type === 'load-balancer' && !network.loadBalancers.has(service.id)) ||
  (service?.type === 'endpoint' && network.endpoints.get(service.id)?.type !== 'Interface');

const ownAddresses = (ground: Ground, { addresses, prefixes }: Interface) =>
  ground.store.union(ground.filters.addresses(addresses), ground.filters.blocks(prefixes));

function takeIn(ground: Ground, branch: Branch, at: Interface): readonly Step[] {
  if (branch.alive === EMPTY) return STOPPED;
  if (at.host) {
    const session =
      branch.leg === 'return' &&
      branch.sessions.find(({ holder, address }) => holder === at && address === branch.destination);
    if (session) {
      const restored = { ...branch, destination: session.client, destinationPorts: session.clientPorts };
      return exits(ground, restored, at.host, at);
    }
    const heard =
      branch.leg === 'return' || at.host.services === null || branch.destination === 'outside'
        ? [branch]
        : ground.headers.filtered(branch, heardBy(ground, at.host.services), branch.destination);
    return heard.flatMap((next) => goOn(next, { type: 'delivered', to: at }));
  }
  switch (at.service?.type) {
    case 'load-balancer':
      return balance(ground, branch, at, at.service.id);
    case 'endpoint': {
      const taken = endpointTraffic(ground, at.service.id);
      const alive = ground.store.intersect(branch.alive, taken);
      return goOn(withAlive(branch, alive), { type: 'delivered', to: at });
    }
    // A function opens connections and takes none in.
    case 'lambda':
      return branch.leg === 'return' ? goOn(branch, { type: 'delivered', to: at }) : STOPPED;
    case 'other':
    case undefined:
      return STOPPED;
  }
}

/** A router passes packets on; one that stands between private addresses and the internet also translates. */
function forward(ground: Ground, branch: Branch, at: Interface, host: Host): readonly Step[] {
  if (branch.alive === EMPTY || host.forwarding === 'off') return STOPPED;
  const routed: Branch = { ...branch, identity: 'lost' };
  return exits(ground, routed, host, at).flatMap(({ branch: next, place }) => {
    const exit = place.type === 'leave' ? place.interface : at;
    const own = exit.addresses.find((address) => !isIpv6(address));
    if (next.leg === 'return' || own === undefined || ground.family === 6) return goOn(next, place);
    const [kept, hidden] = translates(ground, next, at.subnet.vpc, host.forwarding);
    const { source: client, sourcePorts: clientPorts } = hidden;
    const session: Session = { holder: exit, address: own, client, clientPorts, balanced: null };
    return [
      ...kept,
      {
        ...hidden,
        sessions: [...hidden.sessions, session],
        source: own,
        sourcePorts: TRANSLATED_PORTS,
      },
    ].flatMap((one) => goOn(one, place));
  });
}

/** Which packets keep their source, and which get the router's. */
function translates(
  ground: Ground,
  branch: Branch,
  vpc: Vpc,
  forwarding: Host['forwarding'],
): readonly [kept: readonly Branch[], hidden: Branch] {
  const nobody: Branch = { ...branch, alive: EMPTY };
  if (forwarding === 'nat') return [[], branch];
  if (forwarding === 'route') return [[branch], nobody];
  const [inward, outward] = split(ground, branch, branch.destination, ground.filters.blocks(vpc.blocks));
  const published = ground.filters.addresses(vpc.publicByPrivate.keys());
  const [known, hidden] = split(ground, outward, outward.source, published);
  return [[inward, known], hidden];
}

/**
 * The interface a guest sends by: one that is on the destination's subnet, else the primary one.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/scenarios-enis.html
 */
export function exits(ground: Ground, branch: Branch, host: Host, otherwise: Interface): readonly Step[] {
  const steps: Step[] = [];
  let left = branch;
  for (const candidate of host.interfaces) {
    const here = ground.filters.blocks(candidate.subnet.blocks);
    const [near, others] = split(ground, left, left.destination, here);
    if (near.alive !== EMPTY) steps.push(...goOn(near, { type: 'leave', interface: candidate }));
    left = others;
  }
  return [...steps, ...goOn(left, { type: 'leave', interface: host.interfaces[0] ?? otherwise })];
}
