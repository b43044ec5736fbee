/** A load balancer and a target group, with what is needed for the first packet to find its way. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { getKind, labelOf, subnetOfInstance } from '../../catalog/lookup';
import { chooseSubnets, subnetRefusal, zonesRefusal } from '../balancer-subnets';
import type { Draft } from '../draft';
import { makeBalancer, makeTargetGroup } from '../make/make-balancer';
import { makeSubnet } from '../make/make-network';
import { nearInstances } from '../near-instances';
import { makeZone, nextZoneOfRegion, zonesOf } from '../next-zone';
import { accept, unrelated, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { targetRefusal, withGroup } from '../forwarding';
import type { Target } from '../target';

type Vpc = ResourceOf<'vpc'>;
type Subnet = ResourceOf<'subnet'>;

export function planLoadBalancer(situation: Situation, target: Target): Plan {
  const { document } = situation;
  const place = target.type === 'resource' ? target.resource : undefined;
  if (place?.kind === 'vpc') return planBalancer(situation, place);
  if (place?.kind === 'subnet') {
    const vpc = getKind(document, place.vpcId, 'vpc');
    if (vpc) return planBalancer(situation, vpc, place);
  }
  if (place?.kind === 'instance') {
    const vpc = getKind(document, subnetOfInstance(document, place.id)?.vpcId, 'vpc');
    if (vpc) return planBalancer(situation, vpc, undefined, place);
  }
  return unrelated(
    'A load balancer is dropped on a VPC, on one of its subnets, or on an instance that shall be its target.',
    SOURCES.loadBalancers,
  );
}

/** @param chosen the one target; absent: the instances near its nodes. */
function planBalancer(
  { document, name }: Situation,
  vpc: Vpc,
  wanted?: Subnet,
  chosen?: ResourceOf<'instance'>,
): Plan {
  const tooSmall = wanted && subnetRefusal(document, wanted, 'application');
  if (tooSmall) return tooSmall;
  const choice = chooseSubnets(document, vpc.id, wanted);
  const targets = (): readonly string[] =>
    (chosen ? [chosen] : nearInstances(document, choice.subnets)).map((instance) => instance.id);
  const refused = zonesRefusal(
    document,
    vpc.id,
    choice.subnets,
    offerZones(document, vpc, (draft) =>
      makeBalancer(draft, vpc.id, chooseSubnets(draft.document, vpc.id, wanted), targets(), name),
    ),
  );
  if (refused) return refused;
  const where = choice.subnets.map((subnet) => labelOf(document, subnet.id)).join(', ');
  const open = choice.scheme === 'internet-facing' ? 'an internet-facing' : 'an internal';
  return accept(`Add ${open} load balancer with nodes in ${where}`, (draft) =>
    makeBalancer(draft, vpc.id, choice, targets(), name),
  );
}

/** Subnets for the zones that are missing, beside those that are there and with the same routes. */
function offerZones(document: Scenario, vpc: Vpc, build: (draft: Draft) => string): Refused['offer'] {
  const region = getKind(document, vpc.region, 'region');
  const zones = zonesOf(document, vpc.region).length;
  if (!region || (zones < 2 && !nextZoneOfRegion(document, region))) return undefined;
  return {
    label: `Add the missing subnet and a load balancer to ${labelOf(document, vpc.id)}`,
    build: (draft) => {
      for (let missing = 2; missing > 0; missing -= 1) {
        const { subnets } = chooseSubnets(draft.document, vpc.id);
        if (subnets.length >= 2) break;
        const used = new Set(subnets.map((subnet) => subnet.availabilityZone));
        const zone =
          zonesOf(draft.document, vpc.region).find(({ id }) => !used.has(id)) ?? makeZone(draft, region);
        const id = makeSubnet(draft, vpc.id, zone.id);
        const routeTableId = subnets[0]?.routeTableId;
        if (id !== null && routeTableId !== undefined) draft.attach(id, 'routeTableId', routeTableId);
      }
      return build(draft);
    },
  };
}

export function planTargetGroup(situation: Situation, target: Target): Plan {
  const { document, name } = situation;
  const place = target.type === 'resource' ? target.resource : undefined;
  if (place?.kind === 'vpc')
    return accept(`Add a target group to ${labelOf(document, place.id)}`, (draft) =>
      makeTargetGroup(draft, place.id, [], name),
    );
  if (place?.kind === 'instance') {
    const vpcId = subnetOfInstance(document, place.id)?.vpcId;
    if (vpcId === undefined) return targetRefusal(document, place, null);
    return accept(`Add a target group with ${labelOf(document, place.id)}`, (draft) =>
      makeTargetGroup(draft, vpcId, [place.id], name),
    );
  }
  if (place?.kind === 'load-balancer')
    return accept(`Add a target group to ${labelOf(document, place.id)}`, (draft) => {
      const first = place.listeners[0];
      const like = first ? { protocol: first.protocol, port: first.port } : undefined;
      const id = makeTargetGroup(draft, place.vpcId, [], name, like);
      if (first) draft.update(place.id, { listeners: withGroup(place, id) });
      return id;
    });
  return unrelated(
    'A target group belongs to a VPC: drop it there, on a load balancer, or on an instance that shall be a target.',
    SOURCES.targets,
  );
}
