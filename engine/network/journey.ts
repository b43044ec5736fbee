/** Drives a walk from step to step until the packet is delivered or stopped. */
import { enterFromInternet } from './internet-gateway-inbound';
import { leaveByGateway } from './internet-gateway-outbound';
import { arriveAtNat, goThroughNat } from './nat-steps';
import { arrive, leave } from './interface-steps';
import { leaveSubnet } from './route-steps';
import { SOURCES } from './sources';
import { STOPPED, stop, type Next, type Walk } from './walk';

const HOP_BUDGET = 64;

export type Arrival = Extract<Next, { type: 'delivered' | 'stopped' }>;

export function journey(walk: Walk, start: Next): Arrival {
  let next = start;
  while (next.type !== 'delivered' && next.type !== 'stopped') {
    walk.steps += 1;
    if (walk.steps > HOP_BUDGET) return loop(walk, next);
    next = step(walk, next);
  }
  return next;
}

function step(walk: Walk, next: Exclude<Next, Arrival>): Next {
  switch (next.type) {
    case 'leave':
      return leave(walk, next.interface);
    case 'leave-subnet':
      return leaveSubnet(walk, next.subnet, next.by);
    case 'arrive':
      return arrive(walk, next.interface, next.crossesEdge);
    case 'arrive-nat':
      return arriveAtNat(walk, next.nat, next.crossesEdge);
    case 'through-nat':
      return goThroughNat(walk, next.nat, next.from, next.by);
    case 'leave-by-gateway':
      return leaveByGateway(walk, next.gateway, next.by);
    case 'enter-from-internet':
      return enterFromInternet(walk);
  }
}

function loop(walk: Walk, next: Exclude<Next, Arrival>): Arrival {
  const last = walk.hops.findLast(({ kind }) => kind === 'route-table') ?? walk.hops.at(-1);
  const resource = last?.resource ?? next.type;
  stop(
    walk,
    {
      resource,
      kind: last?.kind ?? 'interface',
      ...(last?.decidedBy ? { decidedBy: last.decidedBy } : {}),
      message:
        'The packet goes round in a circle: route tables send it from one router to the next and back.',
      source: SOURCES.middlebox,
    },
    { code: 'X_LOOP', resource, ...(last?.decidedBy ? { rule: last.decidedBy.rule } : {}) },
  );
  return STOPPED as Arrival;
}
