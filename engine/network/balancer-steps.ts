/** A packet at a node of a load balancer: taken by a listener, handed to a target; and the answer on its way back. */
import { makeAddress } from '../model/ip/address';
import { listenerFor, targetsOf } from './balancer-targets';
import { choose } from './choices';
import { filterByAcl } from './network-acl-steps';
import type { Interface, LoadBalancer, Nat, Subnet } from './network';
import { hasPorts, type Range } from './packet';
import { filterByGroups } from './security-group-steps';
import { listenerRemedy } from './listener-remedy';
import { SOURCES } from './sources';
import { STOPPED, doubt, pass, stop, translate, type Next, type Walk } from './walk';
import { protocolText, trafficText } from './words';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html */
const NODE_PORTS: Range = [1024, 65535];

/** Past the ACL: the node's groups, then its listener and a target. */
export function arriveAtBalancer(walk: Walk, node: Interface, balancer: LoadBalancer): Next {
  if (node.groups.length > 0 || node.missingGroupIds.length > 0) filterByGroups(walk, node, 'inbound');
  const { header } = walk;
  const session =
    walk.direction === 'return' &&
    walk.sessions.find(({ holder, address }) => holder === node && address === header.destination);
  if (session) return handBack(walk, node, balancer, session);
  const hop = (message: string, source: string = SOURCES.loadBalancing) => ({
    resource: balancer.id,
    kind: 'load-balancer',
    message,
    source,
  });
  if (walk.direction === 'return')
    return stop(walk, hop(`${balancer.label} knows no connection that this answer belongs to.`), {
      code: 'X_ASYMMETRIC_APPLIANCE',
      resource: balancer.id,
    });
  if (balancer.state !== 'active' && balancer.state !== 'active_impaired')
    return stop(walk, hop(`${balancer.label} is ${balancer.state}; only an active one takes connections.`), {
      code: 'BAD_STATE',
      resource: balancer.id,
    });
  if (balancer.type === 'network') walk.identity = 'kept';
  const ports = header.destinationPorts;
  const port = ports?.[0]?.[0];
  for (const listener of balancer.listeners)
    if (listener.protocols.includes(header.protocol)) walk.touched.ports.add(listener.port);
  const listener =
    port === undefined || !hasPorts(header.protocol)
      ? undefined
      : listenerFor(balancer, header.protocol, port);
  if (!listener)
    return stop(
      walk,
      hop(`No listener of ${balancer.label} takes ${trafficText(header)}.`, SOURCES.listeners),
      {
        code: 'ELBV2_LISTENERS_MISMATCH',
        resource: balancer.id,
        rule: 'listeners',
        ...listenerRemedy(balancer, header.protocol, port),
      },
    );
  const targets = targetsOf(balancer, node, listener, header.protocol);
  const decidedBy = {
    resource: balancer.id,
    rule: `${listener.port}`,
    text: `${listener.protocol} ${listener.port} → ${listener.groups.map(({ label }) => label).join(', ')}`,
  };
  if (targets.type === 'none')
    return stop(
      walk,
      { ...hop(targets.message), decidedBy },
      {
        code: targets.code,
        resource: balancer.id,
        rule: `${listener.port}`,
        ...(targets.code === 'ELB_NOT_CROSSZONE'
          ? { remedy: { type: 'cross-zone', balancerId: balancer.id } as const }
          : {}),
      },
    );
  if (targets.type === 'elsewhere')
    return doubt(
      walk,
      {
        ...hop(
          `${balancer.label} hands the packet to ${targets.group.label}, whose target is ${targets.group.targetType === 'lambda' ? 'a Lambda function' : 'another load balancer'}: that is not modelled.`,
        ),
        decidedBy,
      },
      'UNSUPPORTED_COMPONENT',
    );
  const candidate = choose(walk.scope.choices, targets.candidates, ({ target }) => `target ${target.label}`);
  const { target, preserves, group } = candidate;
  if (target.address === null)
    return stop(
      walk,
      { ...hop(`${target.label}, a target of ${group.label}, has no address here.`), decidedBy },
      {
        code: 'NO_POSSIBLE_DESTINATION',
        resource: group.id,
      },
    );
  if (preserves && target.interface && target.interface === walk.origin)
    return stop(
      walk,
      {
        ...hop(
          `${target.label} would get its own packet back: ${balancer.label} keeps the address of the client, and a machine drops what comes from itself.`,
          SOURCES.clientAddresses,
        ),
        decidedBy,
      },
      { code: 'X_NLB_HAIRPIN', resource: balancer.id },
    );
  const own = node.addresses[0] ?? header.destination;
  walk.sessions.push({
    holder: node,
    address: own,
    client: header.source,
    clientPorts: header.sourcePorts,
    asked: { address: header.destination, ports },
    ...(preserves && target.interface ? { preservedAt: target.interface } : {}),
  });
  const packetIn = walk.packet;
  const packetOut = translate(walk, {
    ...header,
    source: preserves ? header.source : own,
    sourcePorts: preserves ? header.sourcePorts : [NODE_PORTS],
    destination: target.address,
    destinationPorts: [[candidate.port, candidate.port]],
  });
  // From here on the packet is the load balancer's own: groups see those of the node.
  walk.origin = node;
  walk.identity = 'kept';
  pass(walk, {
    ...hop(
      preserves
        ? `${balancer.label} hands the packet to ${target.label}, port ${candidate.port}; the target sees the client's address ${makeAddress(header.source)}.`
        : `${balancer.label} opens a connection of its own to ${target.label}, port ${candidate.port}; the target sees ${makeAddress(own)}.`,
      preserves ? SOURCES.clientAddresses : SOURCES.loadBalancing,
    ),
    decidedBy,
    packetIn,
    packetOut,
  });
  return { type: 'leave', interface: node };
}

type Session = Walk['sessions'][number];

function handBack(walk: Walk, node: Interface, balancer: LoadBalancer, session: Session): Next {
  const { header } = walk;
  const packetIn = walk.packet;
  const packetOut = translate(walk, {
    ...header,
    source: session.asked?.address ?? header.source,
    sourcePorts: session.asked?.ports ?? header.sourcePorts,
    destination: session.client,
    destinationPorts: session.preservedAt ? header.destinationPorts : session.clientPorts,
  });
  pass(walk, {
    resource: balancer.id,
    kind: 'load-balancer',
    packetIn,
    packetOut,
    message: `${balancer.label} hands the answer (${protocolText(header.protocol)}) back to ${makeAddress(session.client)}.`,
    source: SOURCES.loadBalancing,
  });
  return { type: 'leave', interface: node };
}

/**
 * The answer of a target that saw the client's address goes back to the node that sent the packet, whatever the
 * target's route table says. AWS's text does not say so; it is how client address preservation is seen to work.
 */
export function backToNode(walk: Walk, subnet: Subnet, by: Interface | Nat): Next | null {
  if (walk.direction !== 'return') return null;
  const session = walk.sessions.find(
    ({ preservedAt, client }) => preservedAt === by && client === walk.header.destination,
  );
  const node = session?.holder;
  if (!session || node?.type !== 'interface' || node.service?.type !== 'load-balancer') return null;
  const balancer = walk.network.loadBalancers.get(node.service.id);
  if (!balancer) return null;
  const crosses = node.subnet !== subnet;
  if (crosses && (!filterByAcl(walk, subnet, 'outbound') || !filterByAcl(walk, node.subnet, 'inbound')))
    return STOPPED;
  return handBack(walk, node, balancer, session);
}
