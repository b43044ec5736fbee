/** What the internet reaches and what reaches the internet, and by what: gateways, public addresses, deciding rules. */
import { isIpv6, makeAddress } from '../model/ip/address';
import type { Hop, PathQuery } from '../model/path';
import type { ExposureLine, ExposureReason } from '../model/traffic';
import type { Interface } from '../network/network';
import { hasPorts, isIcmp } from '../network/packet';
import { boxesOf, type Box } from '../network/symbolic/boxes';
import { EMPTY, type Diagram } from '../network/symbolic/diagram';
import { classesOf } from '../network/symbolic/classes-of-interfaces';
import { exposureOfClass, type ExposureSets } from '../network/symbolic/exposure';
import type { Ground } from '../network/symbolic/ground';
import { trafficOf } from '../network/symbolic/traffic';
import { tracePath } from '../network/trace';
import { ExposureKeys, remembered } from './exposure-memory';
import type { Family } from './grounds';
import { memberOf, publicTextsOf } from './reach-groups';
import { distinct } from './reach';

interface Sides {
  readonly inbound: readonly ExposureLine[];
  readonly outbound: readonly ExposureLine[];
}

/** Of one family of addresses; only who has to do with the internet. */
export function exposureIn(ground: Ground): Sides {
  const inbound: ExposureLine[] = [];
  const outbound: ExposureLine[] = [];
  const keys = new ExposureKeys(ground);
  for (const group of classesOf(ground)) {
    const lines = remembered(ground, keys.of(group.interfaces), () => {
      const sets = exposureOfClass(ground, group);
      return {
        inbound: lineOf(ground, group.interfaces, sets.inbound, 'from'),
        outbound: lineOf(ground, group.interfaces, sets.outbound, 'to'),
      };
    });
    if (lines.inbound) inbound.push(lines.inbound);
    if (lines.outbound) outbound.push(lines.outbound);
  }
  return { inbound, outbound };
}

function lineOf(
  ground: Ground,
  interfaces: readonly Interface[],
  { asked, set, sometimes, unknown }: ExposureSets,
  outside: 'from' | 'to',
): ExposureLine | null {
  const doubts = distinct(unknown.flatMap((one) => (one.set === EMPTY ? [] : one.doubts)));
  if (set === EMPTY && sometimes === EMPTY && doubts.length === 0) return null;
  const words = { asked, outside };
  const [first] = interfaces;
  return {
    family: ground.family,
    members: interfaces.map((one) => {
      const publicAddresses = publicTextsOf(one, ground.family);
      return publicAddresses.length > 0
        ? { ...memberOf(one, ground.network), publicAddresses }
        : memberOf(one, ground.network);
    }),
    works: trafficOf(set, words),
    sometimes: trafficOf(sometimes, words),
    unknown: doubts,
    why: first ? reasonsOf(ground, first, set === EMPTY ? sometimes : set, outside) : [],
  };
}

/** Packets that are followed to find the rules: one for each kind of traffic, at most so many. */
const MOST_PACKETS = 6;

/** What a trace of a few packets of the set names on the way there. */
function reasonsOf(
  { network, family }: Ground,
  one: Interface,
  set: Diagram,
  outside: 'from' | 'to',
): readonly ExposureReason[] {
  const reasons = new Map<string, ExposureReason>();
  for (const box of boxesOf(set).slice(0, MOST_PACKETS)) {
    const answer = tracePath(network, queryOf(one, family, box, outside));
    if (!answer.ok) continue;
    for (const hop of answer.value.forward.hops) {
      const reason = reasonOf(hop);
      if (reason) reasons.set(`${reason.resource} ${reason.rule ?? ''}`, reason);
    }
  }
  return [...reasons.values()];
}

/** Hops that translate or stand between the document and the internet. */
const DOORS: readonly string[] = ['internet-gateway', 'egress-only-internet-gateway', 'nat-gateway'];

function reasonOf({ resource, kind, decidedBy, verdict, message }: Hop): ExposureReason | null {
  if (verdict !== 'pass') return null;
  if (DOORS.includes(kind)) return { resource, text: message };
  return decidedBy ? { resource: decidedBy.resource, rule: decidedBy.rule, text: decidedBy.text } : null;
}

const TYPICAL_PROTOCOLS = [6, 17, 1, 58];

/** One packet of a box as a question. */
function queryOf(one: Interface, family: Family, box: Box, outside: 'from' | 'to'): PathQuery {
  const [block] = box.addresses ?? [];
  const world = block ? `internet:${makeAddress(block[0])}` : 'internet';
  const own = family === 6 ? one.addresses.find(isIpv6) : undefined;
  const ends =
    outside === 'from'
      ? { from: world, to: own === undefined ? one.id : makeAddress(own) }
      : { from: one.id, to: world };
  const protocols = box.protocols ?? [[0, 255]];
  const has = (value: number): boolean => protocols.some(([from, to]) => from <= value && value <= to);
  const protocol = TYPICAL_PROTOCOLS.find(has) ?? protocols[0]?.[0] ?? 6;
  const [port, sourcePort] = [box.ports?.[0]?.[0], box.sourcePorts?.[0]?.[0]];
  if (isIcmp(protocol))
    return {
      ...ends,
      protocol: `${protocol}`,
      ...(port === undefined ? {} : { icmpType: port }),
      ...(sourcePort === undefined ? {} : { icmpCode: sourcePort }),
    };
  if (!hasPorts(protocol)) return { ...ends, protocol: `${protocol}` };
  return {
    ...ends,
    protocol: `${protocol}`,
    port: port ?? COMMON_PORT,
    ...(sourcePort === undefined ? {} : { sourcePort }),
  };
}

/** Where every port works, one of them is followed. */
const COMMON_PORT = 443;
