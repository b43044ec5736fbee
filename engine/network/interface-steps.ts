/** A packet leaves an interface, and arrives at one: steps S3, S4 and S9 of the trace. */
import { cidr4Has, makeIpv4, type Ipv4 } from '../model/ip/ipv4';
import type { Host, Interface, Nat, Subnet } from './network';
import { filterByAcl } from './network-acl-steps';
import { filterByGroups } from './security-group-steps';
import { SOURCES } from './sources';
import { STOPPED, doubt, note, pass, peerText, refuse, stop, translate, type Next, type Walk } from './walk';
import { trafficText } from './words';

/** S3: the source check and the groups of the interface a packet leaves by. */
export function leave(walk: Walk, from: Interface): Next {
  const { header } = walk;
  const source = makeIpv4(header.source);
  if (from.checked && !from.addresses.includes(header.source)) {
    const host = from.host;
    const routing = host && host.interfaces.length > 1 && ownerOn(host, header.source) && !host.policyRouting;
    refuse(
      walk,
      {
        resource: from.id,
        kind: 'interface',
        decidedBy: { resource: from.id, rule: 'source/destination check', text: 'the check is on' },
        message: routing
          ? `${host.label} sends its answer by ${from.label}, which does not own the address ${source}: the source/destination check drops it. The guest needs policy routing, so that answers leave by the interface the request came in by.`
          : `${from.label} does not own the source address ${source}, and its source/destination check is on.`,
        source: routing ? SOURCES.multipleInterfaces : SOURCES.sourceDestCheck,
      },
      {
        code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
        resource: from.id,
        rule: 'source/destination check',
        remedy: routing
          ? { type: 'policy-routing', hostId: host.id }
          : { type: 'switch-off-check', interfaceId: from.id },
        ...(routing ? { alternative: { type: 'switch-off-check', interfaceId: from.id } as const } : {}),
      },
    );
  } else
    pass(walk, {
      resource: from.id,
      kind: 'interface',
      message: from.addresses.includes(header.source)
        ? `The packet leaves ${from.label} with its address ${source}.`
        : `${from.label} forwards the packet from ${source}: its source/destination check is off.`,
      source: SOURCES.interface,
    });
  if (from.groups.length > 0 || from.missingGroupIds.length > 0 || from.service === null)
    filterByGroups(walk, from, 'outbound');
  return { type: 'leave-subnet', subnet: from.subnet, by: from };
}

/** S4: inside a subnet packets go straight to their neighbour; no ACL, no route. `null` if it is no neighbour. */
export function toNeighbour(walk: Walk, subnet: Subnet): Next | null {
  const { destination } = walk.header;
  if (!subnet.block || !cidr4Has(subnet.block, destination)) return null;
  const owner = subnet.vpc.owners.get(destination);
  return owner?.subnet === subnet ? arriveAt(owner, false) : nobody(walk, subnet);
}

export const arriveAt = (owner: Interface | Nat, crossesEdge: boolean): Next =>
  owner.type === 'nat'
    ? { type: 'arrive-nat', nat: owner, crossesEdge }
    : { type: 'arrive', interface: owner, crossesEdge };

export function nobody(walk: Walk, subnet: Subnet): Next {
  const address = makeIpv4(walk.header.destination);
  const home = subnet.vpc.subnets.find(({ block }) => block && cidr4Has(block, walk.header.destination));
  return stop(
    walk,
    {
      resource: (home ?? subnet.vpc).id,
      kind: home ? 'subnet' : 'vpc',
      message: home
        ? `No interface in ${home.label} has the address ${address}.`
        : `No subnet of ${subnet.vpc.label} holds the address ${address}.`,
      source: SOURCES.subnet,
    },
    { code: 'NO_POSSIBLE_DESTINATION', resource: (home ?? subnet.vpc).id },
  );
}

/** S8 and S9: into the subnet, through the groups, to the interface; on from there if it forwards. */
export function arrive(walk: Walk, at: Interface, crossesEdge: boolean): Next {
  if (crossesEdge && !filterByAcl(walk, at.subnet, 'inbound')) return STOPPED;
  if (at.service !== null)
    return doubt(
      walk,
      {
        resource: at.id,
        kind: 'interface',
        message: `${at.label} belongs to ${at.service}, which is not modelled yet.`,
        source: SOURCES.codes,
      },
      'UNSUPPORTED_COMPONENT',
    );
  filterByGroups(walk, at, 'inbound');
  const { header } = walk;
  const isOwn = at.addresses.includes(header.destination);
  const host = at.host;
  if (!host)
    return stop(
      walk,
      {
        resource: at.id,
        kind: 'interface',
        message: `${at.label} is not attached to an instance, so nobody takes the packet.`,
        source: SOURCES.interface,
      },
      { code: 'BAD_STATE_ATTACHMENT', resource: at.id },
    );
  if (host.state !== 'running')
    return stop(
      walk,
      {
        resource: host.id,
        kind: 'instance',
        message: `${host.label} is ${host.state}, so it takes nothing in.`,
        source: SOURCES.instance,
      },
      { code: 'BAD_STATE', resource: host.id },
    );
  if (isOwn) return takeIn(walk, at, host);
  if (at.checked)
    refuse(
      walk,
      {
        resource: at.id,
        kind: 'interface',
        decidedBy: { resource: at.id, rule: 'source/destination check', text: 'the check is on' },
        message: `${at.label} does not own the address ${makeIpv4(header.destination)}, and its source/destination check is on: it takes nothing that is not addressed to it. Switch the check off for a router or NAT instance.`,
        source: SOURCES.sourceDestCheck,
      },
      {
        code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
        resource: at.id,
        rule: 'source/destination check',
        remedy: { type: 'switch-off-check', interfaceId: at.id },
      },
    );
  else
    pass(walk, {
      resource: at.id,
      kind: 'interface',
      message: `${at.label} takes a packet for ${makeIpv4(header.destination)}: its source/destination check is off.`,
      source: SOURCES.sourceDestCheck,
    });
  return forward(walk, at, host);
}

function takeIn(walk: Walk, at: Interface, host: Host): Next {
  const { header } = walk;
  pass(walk, {
    resource: at.id,
    kind: 'interface',
    message: `${at.label} has the address ${makeIpv4(header.destination)}.`,
    source: SOURCES.interface,
  });
  const session =
    walk.direction === 'return' &&
    walk.sessions.find(({ holder, address }) => holder === at && address === header.destination);
  if (session) {
    const packetIn = walk.packet;
    const packetOut = translate(walk, {
      ...header,
      destination: session.client,
      destinationPorts: session.clientPorts,
    });
    pass(walk, {
      resource: host.id,
      kind: 'instance',
      packetIn,
      packetOut,
      message: `${host.label} remembers the connection and puts ${makeIpv4(session.client)} back as the destination.`,
      source: SOURCES.natInstance,
    });
    return { type: 'leave', interface: exitOf(host, session.client, at) };
  }
  pass(walk, {
    resource: host.id,
    kind: 'instance',
    message: `${host.label} gets ${trafficText(header)} from ${peerText(walk, header.source, at.subnet)}.`,
    source: SOURCES.instance,
  });
  return { type: 'delivered', to: at };
}

/** A router passes the packet on; one that stands between private addresses and the internet also translates. */
function forward(walk: Walk, at: Interface, host: Host): Next {
  walk.appliances.add(at);
  const exit = exitOf(host, walk.header.destination, at);
  walk.identity = 'middlebox';
  const { header } = walk;
  const { vpc } = at.subnet;
  const outward = !vpc.blocks.some((block) => cidr4Has(block, header.destination));
  const own = exit.addresses[0];
  if (
    walk.direction === 'forward' &&
    outward &&
    own !== undefined &&
    !vpc.publicByPrivate.has(header.source)
  ) {
    walk.sessions.push({
      holder: exit,
      address: own,
      client: header.source,
      clientPorts: header.sourcePorts,
    });
    const packetIn = walk.packet;
    const packetOut = translate(walk, {
      ...header,
      source: own,
      sourcePorts: header.sourcePorts && [[1024, 65535]],
    });
    note(
      walk,
      'X_NAT_INSTANCE_ASSUMED',
      `${host.label} is taken for a NAT instance: it forwards, and puts its own address in the place of the sender's.`,
    );
    pass(walk, {
      resource: host.id,
      kind: 'instance',
      packetIn,
      packetOut,
      message: `${host.label} forwards the packet as a NAT instance: ${makeIpv4(header.source)} becomes ${makeIpv4(own)}.`,
      source: SOURCES.natInstance,
    });
  } else
    pass(walk, {
      resource: host.id,
      kind: 'instance',
      message: `${host.label} forwards the packet as a router.`,
      source: SOURCES.middlebox,
    });
  return { type: 'leave', interface: exit };
}

const ownerOn = (host: Host, address: Ipv4): Interface | undefined =>
  host.interfaces.find(({ addresses }) => addresses.includes(address));

/**
 * The interface a guest sends by: one that is on the destination's subnet, else the primary one.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/scenarios-enis.html
 */
export function exitOf(host: Host, destination: Ipv4, otherwise: Interface): Interface {
  return (
    host.interfaces.find(({ subnet: { block } }) => block && cidr4Has(block, destination)) ??
    host.interfaces[0] ??
    otherwise
  );
}
