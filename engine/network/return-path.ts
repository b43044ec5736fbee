/** The answer to a packet that arrived, on its way back. */
import { makeAddress, type Address } from '../model/ip/address';
import { exitOf } from './interface-steps';
import { returnFromService } from './endpoint-steps';
import { worldId } from './internet';
import { journey, type Arrival } from './journey';
import type { Network } from './network';
import { isEchoRequest, isIcmp, replyTo, type Range } from './packet';
import type { Source } from './source-and-destination';
import { SOURCES } from './sources';
import { createWalk, note, pass, stop, type Next, type Scope, type Walk } from './walk';

/** The ports of the client that asked, and those of them that get their answers. */
export interface ClientPorts {
  readonly asked: readonly Range[];
  readonly answered: readonly Range[];
}

/** S10: the answer sets out where the packet arrived and must come back to where it began. */
export function answer(
  network: Network,
  scope: Scope,
  forward: Walk,
  source: Source & { readonly asked: Address },
  arrival: Extract<Arrival, { type: 'delivered' }>,
): { readonly walk: Walk; readonly clientPorts: ClientPorts | null } {
  const { to } = arrival;
  const header = replyTo(forward.header);
  const from = typeof to === 'string' || to.type !== 'interface' ? null : to;
  const walk = createWalk(network, scope, 'return', header, from, forward);
  const none = { walk, clientPorts: null };
  // An ICMP message that is no echo request gets no answer.
  if (to === 'self' || to === 'service' || (isIcmp(header.protocol) && !isEchoRequest(forward.header)))
    return none;
  let start: Next = { type: 'enter-from-internet' };
  if (typeof to !== 'string' && to.type !== 'interface') start = returnFromService(walk, to);
  else if (from) {
    const { host } = from;
    if (host)
      pass(walk, {
        resource: host.id,
        kind: 'instance',
        message: `${host.label} answers ${makeAddress(header.destination)}.`,
        source: SOURCES.instance,
      });
    const exit = host && !host.policyRouting ? exitOf(host, header.destination, from) : from;
    start = { type: 'leave', interface: exit };
  } else
    pass(walk, {
      resource: worldId(network),
      kind: 'internet',
      message: `The answer sets out to ${makeAddress(header.destination)}.`,
      source: SOURCES.internetGateway,
    });
  const end = journey(walk, start);
  if (end.type === 'stopped') return none;
  if (!isHome(walk, source, end)) {
    const resource = typeof end.to === 'string' ? worldId(network) : end.to.id;
    stop(
      walk,
      {
        resource,
        kind: typeof end.to === 'string' ? 'internet' : 'interface',
        message: `The answer reaches somebody else: it was meant for ${makeAddress(source.address)}.`,
        source: SOURCES.analyzer,
      },
      { code: 'X_REPLY_MISDELIVERED', resource },
    );
    return none;
  }
  if (walk.header.source !== source.asked) {
    const resource = typeof end.to === 'string' ? worldId(network) : end.to.id;
    stop(
      walk,
      {
        resource,
        kind: typeof end.to === 'string' ? 'internet' : 'interface',
        message: `The answer comes from ${makeAddress(walk.header.source)}, but ${makeAddress(source.asked)} was asked: it belongs to no connection.`,
        source: SOURCES.analyzer,
      },
      { code: 'X_REPLY_MISDELIVERED', resource },
    );
    return none;
  }
  const same =
    forward.appliances.size === walk.appliances.size &&
    [...forward.appliances].every((appliance) => walk.appliances.has(appliance));
  if (!same)
    note(
      walk,
      'X_ASYMMETRIC_APPLIANCE',
      'The answer takes another way than the request: a router sees one direction only, which a stateful one would drop.',
    );
  const asked = forward.header.sourcePorts;
  const answered = walk.header.destinationPorts;
  const translated = forward.sessions.length > 0;
  return { walk, clientPorts: asked && answered && !translated ? { asked, answered } : null };
}

function isHome(walk: Walk, source: Source, end: Extract<Arrival, { type: 'delivered' }>): boolean {
  if (walk.header.destination !== source.address && source.interface === null) return false;
  return source.interface === null ? end.to === 'internet' : end.to === source.interface;
}
