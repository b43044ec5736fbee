/** The question "does a packet from here get there, and its answer back?", as asked and as answered. */
import { parseAddress } from '../model/ip/address';
import { fail, ok, type Result } from '../model/result';
import type { PathQuery, PathResult, Verdict } from '../model/path';
import { parseEndpoint, type Endpoint } from './endpoints';
import { isGatewayEndpoint } from './routing';
import type { Network } from './network';
import { ICMP, ICMPV6, TCP, UDP, hasPorts, isIcmp } from './packet';
import type { Outcome, Traffic } from './probe';
import { looksLikeName, resolveName, type Resolved } from './resolution';
import { interfaceOf } from './source-and-destination';
import { sweep, type Question, type Sweep } from './sweep';
import { untouched, type FoundBlocker, type Touched } from './walk';
import { protocolText } from './words';

/** The answer, with remedies still in the network's own words. */
export interface TracedPath extends Omit<PathResult, 'blockers'> {
  readonly blockers: readonly FoundBlocker[];
}

const PROTOCOLS: Readonly<Record<string, number>> = { tcp: TCP, udp: UDP, icmp: ICMP, icmpv6: ICMPV6 };

/**
 * Traces one question. Every blocker is listed, in the order the packet meets them.
 * @param touched takes up all that was looked at on the way
 * @returns a failure for a question that makes no sense: an unknown end, a port for a protocol without ports.
 */
export function tracePath(
  network: Network,
  query: PathQuery,
  touched: Touched = untouched(),
): Result<TracedPath> {
  const traffic = parseTraffic(query);
  if (!traffic.ok) return traffic;
  const from = parseEndpoint(network, query.from, 'from');
  if (!from.ok) return from;
  const named = nameOf(network, query.to, from.value);
  if (named && named.type !== 'end') return ok(withId(query, unresolved(network, named)));
  const to: Result<Endpoint> = named ? ok(named.end) : parseEndpoint(network, query.to, 'to');
  if (!to.ok) return to;
  if (from.value.type === 'internet' && to.value.type === 'internet')
    return fail('not-allowed', 'Both ends are on the internet; one must be in the document.', 'to');
  const anyPort = hasPorts(traffic.value.protocol) && query.port === undefined;
  const question: Question = {
    from: from.value,
    to: to.value,
    traffic: anyPort ? { ...traffic.value, port: 443 } : traffic.value,
    anyPort,
    ignoresServices: query.ignoreServices ?? false,
  };
  const swept = sweep(network, question, touched);
  const answer = swept ? summarize(network, swept, [from.value, to.value]) : tooManyClasses(network);
  return ok(withId(query, named ? { ...answer, resolution: named.resolution } : answer));
}

const withId = (query: PathQuery, answer: TracedPath): TracedPath =>
  query.id === undefined ? answer : { id: query.id, ...answer };

/** The other end, if it is given by a DNS name and not by an id or a Name tag that looks like one. */
function nameOf(network: Network, text: string, from: Endpoint): Resolved | null {
  const word = text.trim();
  if (!looksLikeName(word) || network.names.has(word) || network.idsByName.has(word)) return null;
  return resolveName(
    network,
    word,
    from.type === 'host' ? (from.host.interfaces[0] ?? null) : interfaceOf(from),
  );
}

/** A name that nobody answers to, or with an address that is not known: no packet sets out. */
function unresolved(network: Network, found: Exclude<Resolved, { type: 'end' }>): TracedPath {
  const { resolution } = found;
  const { message, source } = resolution;
  const isKnown = found.type === 'none';
  const code = isKnown ? found.code : 'UNKNOWN_DESTINATION';
  return {
    verdict: isKnown ? 'unreachable' : 'unknown',
    ...(isKnown ? { direction: 'forward' as const } : {}),
    code,
    resolution,
    blockers: isKnown ? [{ code, resource: found.resource, direction: 'forward', message, source }] : [],
    forward: { hops: [] },
    return: { hops: [] },
    notes: [],
    notModelled: isKnown ? [] : [message],
    askedOf: network.at,
  };
}

function parseTraffic(query: PathQuery): Result<Traffic> {
  const text = (query.protocol ?? 'tcp').trim().toLowerCase();
  const named = Object.hasOwn(PROTOCOLS, text) ? PROTOCOLS[text] : undefined;
  const protocol = named ?? (/^\d{1,3}$/.test(text) ? Number(text) : undefined);
  if (protocol === undefined || protocol > 255)
    return fail(
      'invalid',
      `"${query.protocol ?? ''}" is no protocol: tcp, udp, icmp, icmpv6 or a number from 0 to 255.`,
      'protocol',
    );
  for (const [key, label] of [
    ['port', 'port'],
    ['sourcePort', 'source port'],
  ] as const) {
    const value = query[key];
    if (value === undefined) continue;
    if (!hasPorts(protocol))
      return fail('invalid', `A ${label} is given, but ${protocolText(protocol)} has no ports.`, key);
    if (!Number.isInteger(value) || value < 0 || value > 65535)
      return fail('invalid', `The ${label} ${value} is not a whole number from 0 to 65535.`, key);
  }
  const sourceAddress = query.sourceAddress === undefined ? null : parseAddress(query.sourceAddress);
  if (query.sourceAddress !== undefined && sourceAddress === null)
    return fail('invalid', `"${query.sourceAddress}" is no IPv4 or IPv6 address.`, 'sourceAddress');
  for (const key of ['icmpType', 'icmpCode'] as const) {
    const value = query[key];
    if (value === undefined) continue;
    if (!isIcmp(protocol))
      return fail(
        'invalid',
        `An ICMP type or code is given, but the protocol is ${protocolText(protocol)}.`,
        key,
      );
    if (!Number.isInteger(value) || value < 0 || value > 255)
      return fail(
        'invalid',
        `The ICMP ${key === 'icmpType' ? 'type' : 'code'} ${value} is not from 0 to 255.`,
        key,
      );
  }
  return ok({
    protocol,
    port: query.port ?? null,
    sourcePort: query.sourcePort ?? null,
    icmpType: query.icmpType ?? (protocol === ICMPV6 ? 128 : 8),
    icmpCode: query.icmpCode ?? 0,
    sourceAddress,
  });
}

const VERDICT: Readonly<Record<Outcome['works'], Verdict>> = {
  all: 'reachable',
  part: 'partial',
  none: 'unreachable',
  unknown: 'unknown',
};

function summarize(network: Network, swept: Sweep, ends: readonly Endpoint[]): TracedPath {
  const { shown, outcomes } = swept;
  const verdict = VERDICT[swept.works];
  const blockers = distinct([shown, ...outcomes]);
  const uncertain = [shown, ...outcomes].flatMap(({ uncertainties }) => uncertainties);
  const [firstDoubt] = uncertain;
  const [firstBlocker] = blockers;
  const code = verdict === 'unknown' ? firstDoubt?.code : firstBlocker?.code;
  const direction = verdict === 'unknown' ? undefined : firstBlocker?.direction;
  const notes = outcomes.flatMap((outcome) => outcome.notes);
  const policies = notes.filter(({ code }) => code === 'X_ENDPOINT_POLICY').map(({ message }) => message);
  const notModelled = [
    ...new Set([...uncertain.map(({ message }) => message), ...policies, ...unjudgedLists(swept, ends)]),
  ];
  return {
    verdict,
    ...(direction === undefined ? {} : { direction }),
    ...(code === undefined ? {} : { code }),
    blockers,
    forward: { hops: shown.forward },
    return: { hops: shown.back },
    ...(verdict === 'partial' && swept.working !== null ? { working: swept.working } : {}),
    notes: notes.filter(
      (note, index) =>
        notes.findIndex((other) => other.code === note.code && other.message === note.message) === index,
    ),
    notModelled,
    askedOf: network.at,
  };
}

function distinct(outcomes: readonly Outcome[]): readonly FoundBlocker[] {
  const seen = new Set<string>();
  return outcomes
    .flatMap(({ blockers }) => blockers)
    .filter(({ code, resource, rule, direction, place }) => {
      const key = `${code} ${resource} ${rule ?? ''} ${direction} ${place ?? ''}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** "The internet" was judged without the addresses that a gateway endpoint takes away. */
function unjudgedLists(swept: Sweep, ends: readonly Endpoint[]): readonly string[] {
  const everybody = ends.find((end) => end.type === 'internet' && end.address === null);
  if (!everybody) return [];
  const tables = new Set(swept.outcomes.flatMap(({ touched }) => [...touched.tables]));
  return [...tables].flatMap((table) =>
    table.opaqueRoutes
      .filter(({ target }) => isGatewayEndpoint(target))
      .map(
        (route) =>
          `${table.label} sends the addresses of ${route.destination} through an endpoint; they are not part of this answer.`,
      ),
  );
}

function tooManyClasses(network: Network): TracedPath {
  const message =
    'The rules on the way distinguish too many addresses and ports to try them all. Ask for one port or one address.';
  return {
    verdict: 'unknown',
    code: 'UNSUPPORTED_COMPONENT',
    blockers: [],
    forward: { hops: [] },
    return: { hops: [] },
    notes: [{ code: 'X_TOO_MANY_CLASSES', message }],
    notModelled: [message],
    askedOf: network.at,
  };
}
