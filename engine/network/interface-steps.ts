/** A packet leaves an interface, and arrives at one: steps S3, S4 and S9 of the trace. */
import { isIpv6, makeAddress, type Address } from '../model/ip/address';
import type { Host, Interface } from './network';
import { arriveAtBalancer } from './balancer-steps';
import { arriveAtEndpoint } from './endpoint-steps';
import { isInSubnet, isInVpc, owns } from './owners';
import { filterByAcl } from './network-acl-steps';
import { filterByGroups } from './security-group-steps';
import { TCP } from './packet';
import type { ServicePart } from './parts';
import { SOURCES } from './sources';
import { STOPPED, doubt, note, pass, peerText, refuse, stop, translate, type Next, type Walk } from './walk';
import { serviceText, trafficText } from './words';

/** S3: the source check and the groups of the interface a packet leaves by. */
export function leave(walk: Walk, from: Interface): Next {
  const { header } = walk;
  const source = makeAddress(header.source);
  if (from.checked && from.service === null && !owns(from, header.source)) {
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
      message: owns(from, header.source)
        ? `The packet leaves ${from.label} with its address ${source}.`
        : `${from.label} forwards the packet from ${source}: its source/destination check is off.`,
      source: SOURCES.interface,
    });
  if (from.groups.length > 0 || from.missingGroupIds.length > 0 || isFiltered(from))
    filterByGroups(walk, from, 'outbound');
  return { type: 'leave-subnet', subnet: from.subnet, by: from };
}

/** S8 and S9: into the subnet, through the groups, to the interface; on from there if it forwards. */
export function arrive(walk: Walk, at: Interface, crossesEdge: boolean): Next {
  if (crossesEdge && !filterByAcl(walk, at.subnet, 'inbound')) return STOPPED;
  const served = at.service === null ? null : arriveAtService(walk, at, at.service);
  if (served) return served;
  if (at.service !== null)
    return doubt(
      walk,
      {
        resource: at.id,
        kind: 'interface',
        message: `${at.label} belongs to ${serviceText(at.service)}, which is not modelled yet.`,
        source: SOURCES.codes,
      },
      'UNSUPPORTED_COMPONENT',
    );
  filterByGroups(walk, at, 'inbound');
  const { header } = walk;
  const isOwn = owns(at, header.destination);
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
        message: `${at.label} does not own the address ${makeAddress(header.destination)}, and its source/destination check is on: it takes nothing that is not addressed to it. Switch the check off for a router or NAT instance.`,
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
      message: `${at.label} takes a packet for ${makeAddress(header.destination)}: its source/destination check is off.`,
      source: SOURCES.sourceDestCheck,
    });
  return forward(walk, at, host);
}

/** A node of a load balancer, of an endpoint, or a Lambda function's interface; `null` for what is not modelled. */
function arriveAtService(walk: Walk, at: Interface, service: ServicePart): Next | null {
  switch (service.type) {
    case 'load-balancer': {
      const balancer = walk.network.loadBalancers.get(service.id);
      return balancer ? arriveAtBalancer(walk, at, balancer) : null;
    }
    case 'endpoint': {
      const endpoint = walk.network.endpoints.get(service.id);
      return endpoint?.type === 'Interface' ? arriveAtEndpoint(walk, at, endpoint) : null;
    }
    case 'lambda':
      filterByGroups(walk, at, 'inbound');
      return walk.direction === 'return'
        ? takeInFunction(walk, at)
        : stop(
            walk,
            {
              resource: at.id,
              kind: 'interface',
              message: `${at.label} is the interface of a Lambda function, which opens connections and takes none in.`,
              source: SOURCES.lambda,
            },
            { code: 'NO_PATH', resource: at.id },
          );
    case 'other':
      return null;
  }
}

function takeInFunction(walk: Walk, at: Interface): Next {
  pass(walk, {
    resource: at.id,
    kind: 'interface',
    message: `The Lambda function behind ${at.label} gets its answer.`,
    source: SOURCES.lambda,
  });
  return { type: 'delivered', to: at };
}

function takeIn(walk: Walk, at: Interface, host: Host): Next {
  const { header } = walk;
  pass(walk, {
    resource: at.id,
    kind: 'interface',
    message: `${at.label} has the address ${makeAddress(header.destination)}.`,
    source: SOURCES.interface,
  });
  const session =
    walk.direction === 'return' &&
    walk.sessions.find(({ holder, address }) => holder === at && address === header.destination);
  if (!session) listens(walk, host);
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
      message: `${host.label} remembers the connection and puts ${makeAddress(session.client)} back as the destination.`,
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

/** What listens is part of the drawing where a machine names its services; where it names none, nothing is refused. */
function listens(walk: Walk, host: Host): void {
  const { header, scope } = walk;
  if (walk.direction === 'return' || !header.destinationPorts || host.services === null) return;
  walk.touched.hosts.add(host);
  if (scope.ignoresServices) return;
  const port = header.destinationPorts[0]?.[0] ?? 0;
  if (host.services.some((service) => service.protocol === header.protocol && service.port === port)) return;
  refuse(
    walk,
    {
      resource: host.id,
      kind: 'instance',
      decidedBy: { resource: host.id, rule: 'services', text: `nothing listens on ${trafficText(header)}` },
      message: `${host.label} gets the packet, but nothing listens there on ${trafficText(header)}.`,
      source: SOURCES.instance,
    },
    {
      code: 'X_NO_LISTENER',
      resource: host.id,
      rule: 'services',
      remedy: {
        type: 'add-service',
        hostId: host.id,
        protocol: header.protocol === TCP ? 'tcp' : 'udp',
        port,
      },
    },
  );
}

/** A router passes the packet on; one that stands between private addresses and the internet also translates. */
function forward(walk: Walk, at: Interface, host: Host): Next {
  if (host.forwarding === 'off')
    return stop(
      walk,
      {
        resource: host.id,
        kind: 'instance',
        message: `${host.label} takes in packets for others, but forwarding is off in its guest: it drops them.`,
        source: SOURCES.natInstance,
      },
      {
        code: 'NO_POSSIBLE_DESTINATION',
        resource: host.id,
        remedy: { type: 'switch-on-forwarding', hostId: host.id },
      },
    );
  walk.appliances.add(at);
  const exit = exitOf(host, walk.header.destination, at);
  walk.identity = 'middlebox';
  const { header } = walk;
  const { vpc } = at.subnet;
  const outward = !isInVpc(vpc, header.destination);
  const own = exit.addresses.find((address) => !isIpv6(address));
  if (
    walk.direction === 'forward' &&
    own !== undefined &&
    !isIpv6(header.destination) &&
    (host.forwarding === 'nat' ||
      (host.forwarding === null && outward && !vpc.publicByPrivate.has(header.source)))
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
    if (host.forwarding === null)
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
      message: `${host.label} forwards the packet as a NAT instance: ${makeAddress(header.source)} becomes ${makeAddress(own)}.`,
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

/** Ordinary interfaces refuse what no group allows; a node of a service without groups is not filtered. */
const isFiltered = ({ service }: Interface): boolean => service === null || service.type === 'lambda';

const ownerOn = (host: Host, address: Address): Interface | undefined =>
  host.interfaces.find((candidate) => owns(candidate, address));

/**
 * The interface a guest sends by: one that is on the destination's subnet, else the primary one.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/scenarios-enis.html
 */
export function exitOf(host: Host, destination: Address, otherwise: Interface): Interface {
  return (
    host.interfaces.find(({ subnet }) => isInSubnet(subnet, destination)) ?? host.interfaces[0] ?? otherwise
  );
}
