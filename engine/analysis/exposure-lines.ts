/** What the internet reaches and what reaches the internet: who, by which public addresses, and what gets through. */
import type { ExposureLine, ReachMember } from '../model/traffic';
import type { Interface } from '../network/network';
import { classesOf } from '../network/symbolic/classes-of-interfaces';
import { EMPTY } from '../network/symbolic/diagram';
import { inboundOf, outboundOf } from '../network/symbolic/exposure';
import type { Ground } from '../network/symbolic/ground';
import type { Side } from '../network/symbolic/ruleset';
import { trafficOf } from '../network/symbolic/traffic';
import { memoryOf, type Said } from './exposure-memory';
import { Surroundings } from './exposure-surroundings';
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
  const memory = memoryOf(ground.store);
  const surroundings = new Surroundings(ground, memory);
  const { family } = ground;
  for (const { representative, interfaces } of classesOf(ground)) {
    const keys = surroundings.keysOf(representative);
    const say = (side: Side): Said | null =>
      keys
        ? memory.recall(keys[side], () => sayOne(ground, representative, side))
        : sayOne(ground, representative, side);
    const [into, out] = [say('inbound'), say('outbound')];
    if (!into && !out) continue;
    const members = interfaces.map((one) => exposedMember(ground, one));
    if (into) inbound.push({ family, members, ...into });
    if (out) outbound.push({ family, members, ...out });
  }
  return { inbound, outbound };
}

function exposedMember({ family, network }: Ground, one: Interface): ReachMember {
  const publicAddresses = publicTextsOf(one, family);
  const member = memberOf(one, network);
  return publicAddresses.length > 0 ? { ...member, publicAddresses } : member;
}

function sayOne(ground: Ground, one: Interface, side: Side): Said | null {
  const { asked, set, sometimes, unknown } =
    side === 'inbound' ? inboundOf(ground, one) : outboundOf(ground, one);
  const doubts = distinct(unknown.flatMap((doubtful) => (doubtful.set === EMPTY ? [] : doubtful.doubts)));
  if (set === EMPTY && sometimes === EMPTY && doubts.length === 0) return null;
  const words = { asked, outside: side === 'inbound' ? 'from' : 'to' } as const;
  return { works: trafficOf(set, words), sometimes: trafficOf(sometimes, words), unknown: doubts };
}
