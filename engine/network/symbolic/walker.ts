/** Drives branches of packets from place to place until all are delivered or stopped. */
import { stepOn, type Branch, type Doubt, type Place, type Step } from './branch';
import { EMPTY, type Diagram } from './diagram';
import type { Ground } from './ground';
import { arrive, leave } from './interface-places';
import { enterFromInternet, leaveByEgressOnly, leaveByGateway } from './internet-places';
import { throughNat } from './nat-places';
import { leaveSubnet, toOwner } from './route-places';

export interface Arrival {
  readonly branch: Branch;
  readonly to: Extract<Place, { type: 'delivered' }>['to'];
}

/** Packets of which it is not known how they go on. */
export interface Doubtful {
  readonly set: Diagram;
  readonly doubts: readonly Doubt[];
}

export interface Course {
  readonly arrivals: readonly Arrival[];
  readonly doubtful: readonly Doubtful[];
}

/** A packet that takes more steps than this goes round in a circle. */
const HOP_BUDGET = 64;

export function follow(ground: Ground, starts: readonly Step[]): Course {
  const arrivals: Arrival[] = [];
  const doubtful: Doubtful[] = [];
  const work = [...starts];
  for (let step = work.pop(); step; step = work.pop()) {
    const { branch, place } = step;
    if (branch.alive === EMPTY) continue;
    if (place.type === 'delivered') arrivals.push({ branch, to: place.to });
    else if (place.type === 'unknown')
      doubtful.push({ set: branch.alive, doubts: [...branch.doubts, place.doubt] });
    else if (branch.steps < HOP_BUDGET)
      for (const next of advance(ground, stepOn(branch), place)) work.push(next);
  }
  return { arrivals, doubtful };
}

function advance(
  ground: Ground,
  branch: Branch,
  place: Exclude<Place, { type: 'delivered' | 'unknown' }>,
): readonly Step[] {
  switch (place.type) {
    case 'leave':
      return leave(ground, branch, place.interface);
    case 'leave-subnet':
      return leaveSubnet(ground, branch, place.by);
    case 'arrive':
      return arrive(ground, branch, place.at, place.crossesEdge);
    case 'through-nat':
      return throughNat(ground, branch, place.nat, place.by);
    case 'leave-by-gateway':
      return leaveByGateway(ground, branch, place.by);
    case 'enter-from-internet':
      return enterFromInternet(ground, branch);
    case 'leave-by-egress-only':
      return leaveByEgressOnly(ground, branch, place.gateway, place.by);
    case 'enter-from-endpoint':
      return toOwner(branch, place.endpoint.vpc, true, null);
  }
}
