/** By what an interface is exposed: gateways, translations, the rules that decide. Traced when somebody looks at a line. */
import { isIpv6, makeAddress } from '../model/ip/address';
import type { Hop, PathQuery } from '../model/path';
import { fail, ok, type Result } from '../model/result';
import type { ExposureQuestion, ExposureReason } from '../model/traffic';
import type { Interface, Network } from '../network/network';
import { hasPorts, isIcmp } from '../network/packet';
import { boxesOf, type Box } from '../network/symbolic/boxes';
import { EMPTY } from '../network/symbolic/diagram';
import { inboundOf, outboundOf } from '../network/symbolic/exposure';
import { tracePath } from '../network/trace';
import { groundOf, type Family } from './grounds';

/** Packets that are followed to find the rules: one for each kind of traffic, at most so many. */
const MOST_PACKETS = 6;

/**
 * What a trace of a few packets of an exposure names on the way there, each thing once.
 * @returns a failure for an interface that is not in the document
 */
export function exposureReasons(
  network: Network,
  { side, family, member }: ExposureQuestion,
): Result<readonly ExposureReason[]> {
  const one = network.interfaces.get(member);
  if (!one) return fail('not-found', `There is no network interface ${member}.`, member);
  const ground = groundOf(network, family);
  const { set, sometimes } = side === 'inbound' ? inboundOf(ground, one) : outboundOf(ground, one);
  const outside = side === 'inbound' ? 'from' : 'to';
  const reasons = new Map<string, ExposureReason>();
  for (const box of boxesOf(set === EMPTY ? sometimes : set).slice(0, MOST_PACKETS)) {
    const answer = tracePath(network, queryOf(one, family, box, outside));
    if (!answer.ok) continue;
    for (const hop of answer.value.forward.hops) {
      const reason = reasonOf(hop);
      if (reason) reasons.set(`${reason.resource} ${reason.rule ?? ''}`, reason);
    }
  }
  return ok([...reasons.values()]);
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
