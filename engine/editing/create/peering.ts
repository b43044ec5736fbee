/** A peering connection: dropped on a VPC it joins it with the nearest one that does not overlap. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, labelOf } from '../../catalog/lookup';
import { fit, type Drawing } from '../../drawing/fit';
import { makeVpc } from '../make/make-network';
import { nextVpcCidr } from '../next-cidr';
import { makePeering, peeringRefusal } from '../peering';
import { accept, refuse, unrelated, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

type Vpc = ResourceOf<'vpc'>;

export function planPeering(situation: Situation, target: Target): Plan {
  const { document } = situation;
  if (target.type !== 'resource' || target.resource.kind !== 'vpc')
    return unrelated('A peering connection joins two VPCs: drop it on one of them.', SOURCES.peering);
  const vpc = target.resource;
  const others = nearestFirst(document, vpc);
  const peer = others.find((other) => peeringRefusal(document, vpc, other) === null);
  if (peer) return planPeer(situation, vpc, peer);
  const [nearest] = others;
  const refused = nearest && peeringRefusal(document, vpc, nearest);
  const [rule, message] = refused
    ? [refused.rule, refused.message]
    : [
        'PLACE-013',
        `A peering connection joins two VPCs, and ${labelOf(document, vpc.id)} is the only one. Make another beside it?`,
      ];
  return refuse(rule, message, SOURCES.peering, withNewVpc(situation, vpc));
}

/** Two given VPCs. Routes are a step of their own, on EC2 as here. */
export function planPeer({ document, name }: Situation, vpc: Vpc, peer: Vpc): Plan {
  return (
    peeringRefusal(document, vpc, peer) ??
    accept(
      `Peer ${labelOf(document, vpc.id)} with ${labelOf(document, peer.id)}, without routes yet`,
      (draft) => makePeering(draft, vpc.id, peer.id, name),
    )
  );
}

function withNewVpc({ document, name }: Situation, vpc: Vpc): Refused['offer'] {
  const cidr = nextVpcCidr(document);
  if (cidr === undefined) return undefined;
  return {
    label: `Add VPC ${cidr} and peer ${labelOf(document, vpc.id)} with it`,
    build: (draft) => makePeering(draft, vpc.id, makeVpc(draft, vpc.region), name),
  };
}

// Asked for every VPC when a drag begins.
const drawings = new WeakMap<Scenario, Drawing>();

function nearestFirst(document: Scenario, vpc: Vpc): readonly Vpc[] {
  const others = allOf(document, 'vpc').filter((other) => other.id !== vpc.id);
  if (others.length < 2) return others;
  let drawing = drawings.get(document);
  if (!drawing) drawings.set(document, (drawing = fit(document)));
  const { things } = drawing;
  const middle = (id: string): readonly [number, number] => {
    const thing = things.get(id);
    return thing ? [thing.left + thing.width / 2, thing.top + thing.height / 2] : [0, 0];
  };
  const [x, y] = middle(vpc.id);
  const distance = (other: Vpc): number => {
    const [left, top] = middle(other.id);
    return (left - x) * (left - x) + (top - y) * (top - y);
  };
  return [...others].sort((a, b) => distance(a) - distance(b));
}
