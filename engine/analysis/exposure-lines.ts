/** What the internet reaches and what reaches the internet: who, by which public addresses, and what gets through. */
import type { ExposureLine, ReachMember } from '../model/traffic';
import type { Interface } from '../network/network';
import { classesOf } from '../network/symbolic/classes-of-interfaces';
import { EMPTY } from '../network/symbolic/diagram';
import { inboundOf, outboundOf, type ExposureSets } from '../network/symbolic/exposure';
import type { Ground } from '../network/symbolic/ground';
import { trafficOf } from '../network/symbolic/traffic';
import { memoryOf, type Said, type SaidOfBoth } from './exposure-memory';
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
    const key = surroundings.keyOf(representative);
    const say = (): SaidOfBoth => sayBoth(ground, representative);
    const said = key === null ? say() : memory.recall(key, say);
    if (!said.inbound && !said.outbound) continue;
    const members = interfaces.map((one) => exposedMember(ground, one));
    if (said.inbound) inbound.push({ family, members, ...said.inbound });
    if (said.outbound) outbound.push({ family, members, ...said.outbound });
  }
  return { inbound, outbound };
}

function exposedMember({ family, network }: Ground, one: Interface): ReachMember {
  const publicAddresses = publicTextsOf(one, family);
  const member = memberOf(one, network);
  return publicAddresses.length > 0 ? { ...member, publicAddresses } : member;
}

const sayBoth = (ground: Ground, one: Interface): SaidOfBoth => ({
  inbound: sayOne(inboundOf(ground, one), 'from'),
  outbound: sayOne(outboundOf(ground, one), 'to'),
});

function sayOne({ asked, set, sometimes, unknown }: ExposureSets, outside: 'from' | 'to'): Said | null {
  const doubts = distinct(unknown.flatMap((one) => (one.set === EMPTY ? [] : one.doubts)));
  if (set === EMPTY && sometimes === EMPTY && doubts.length === 0) return null;
  const words = { asked, outside };
  return { works: trafficOf(set, words), sometimes: trafficOf(sometimes, words), unknown: doubts };
}
