/** A packet at a NAT gateway: out through it, or addressed to it. */
import { isIpv6, makeAddress } from '../model/ip/address';
import type { Interface, Nat, Subnet } from './network';
import { filterByAcl } from './network-acl-steps';
import { ICMP, TCP, UDP, type Range } from './packet';
import { answerRemedies, natSubnetRemedies } from './route-remedy';
import { lookUp } from './routing';
import { SOURCES } from './sources';
import { STOPPED, pass, stop, translate, type Next, type Walk } from './walk';
import { protocolText } from './words';

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
const NAT_PORTS: Range = [1024, 65535];

/** Outward. The ACL of its own subnet sees the packet on the way in and on the way out. */
export function goThroughNat(walk: Walk, nat: Nat, from: Subnet, by: Interface | Nat): Next {
  const hop = (message: string, source: string = SOURCES.natBasics) => ({
    resource: nat.id,
    kind: 'nat-gateway',
    message,
    source,
  });
  const { header } = walk;
  if (nat.state !== 'available')
    return stop(
      walk,
      hop(`${nat.label} is ${nat.state}; only an available NAT gateway forwards.`, SOURCES.natTrouble),
      {
        code: 'BAD_STATE',
        resource: nat.id,
      },
    );
  if (isIpv6(header.destination))
    return stop(walk, hop(`${nat.label} translates IPv4; ${makeAddress(header.destination)} is IPv6.`), {
      code: 'PROTOCOL_RESTRICTION',
      resource: nat.id,
    });
  if (header.protocol !== TCP && header.protocol !== UDP && header.protocol !== ICMP)
    return stop(
      walk,
      hop(`${nat.label} forwards tcp, udp and icmp only, not ${protocolText(header.protocol)}.`),
      {
        code: 'PROTOCOL_RESTRICTION',
        resource: nat.id,
      },
    );
  if (from !== nat.subnet && !filterByAcl(walk, nat.subnet, 'inbound')) return STOPPED;
  if (from === nat.subnet || by === nat || leadsBack(walk, nat))
    return stop(
      walk,
      hop(
        `${nat.label} stands in ${nat.subnet.label}, whose own route table sends the packet to ${nat.label} again: a loop. Put the NAT gateway in a public subnet.`,
        SOURCES.natTrouble,
      ),
      { code: 'X_NAT_SAME_SUBNET_LOOP', resource: nat.id, ...natSubnetRemedies(walk, nat) },
    );
  // An answer on its way out belongs to no connection that went in through here.
  if (walk.direction === 'return')
    return stop(
      walk,
      hop(
        `The route of the answer leads through ${nat.label}, which has not seen the request: it would give the answer its own address, and ${makeAddress(header.destination)} knows no connection with that one.`,
        SOURCES.natBasics,
      ),
      { code: 'X_ASYMMETRIC_APPLIANCE', resource: nat.id, ...answerRemedies(walk, from, by) },
    );
  walk.sessions.push({
    holder: nat,
    address: nat.address,
    client: header.source,
    clientPorts: header.sourcePorts,
  });
  const packetIn = walk.packet;
  const packetOut = translate(walk, {
    ...header,
    source: nat.address,
    sourcePorts: header.sourcePorts && [NAT_PORTS],
  });
  if (walk.identity === 'kept') walk.identity = 'translated';
  pass(walk, {
    ...hop(
      `${nat.label}: ${makeAddress(header.source)} becomes ${makeAddress(nat.address)}, and the connection is remembered.`,
    ),
    packetIn,
    packetOut,
  });
  return { type: 'leave-subnet', subnet: nat.subnet, by: nat };
}

function leadsBack(walk: Walk, nat: Nat): boolean {
  const { table } = nat.subnet;
  if (!table) return false;
  walk.touched.tables.add(table);
  const found = lookUp(table, walk.header.destination, false);
  return found.type === 'route' && found.route.target.type === 'nat' && found.route.target.nat === nat;
}

/** Addressed to it: a reply finds its connection; anything else is dropped. */
export function arriveAtNat(walk: Walk, nat: Nat, crossesEdge: boolean): Next {
  if (crossesEdge && !filterByAcl(walk, nat.subnet, 'inbound')) return STOPPED;
  const { header } = walk;
  const session =
    walk.direction === 'return' &&
    walk.sessions.find(({ holder, address }) => holder === nat && address === header.destination);
  if (!session)
    return stop(
      walk,
      {
        resource: nat.id,
        kind: 'nat-gateway',
        message: `${nat.label} takes in replies only; nobody can open a connection to it or through it from outside.`,
        source: SOURCES.natBasics,
      },
      { code: 'X_NAT_NO_SESSION', resource: nat.id },
    );
  const packetIn = walk.packet;
  const packetOut = translate(walk, {
    ...header,
    destination: session.client,
    destinationPorts: session.clientPorts,
  });
  pass(walk, {
    resource: nat.id,
    kind: 'nat-gateway',
    message: `${nat.label} remembers the connection: ${makeAddress(nat.address)} becomes ${makeAddress(session.client)} again.`,
    source: SOURCES.natBasics,
    packetIn,
    packetOut,
  });
  return { type: 'leave-subnet', subnet: nat.subnet, by: nat };
}
