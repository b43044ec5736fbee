/** Things that stand in a subnet: instance, interface, NAT gateway. Elsewhere the subnet they need is offered along. */
import type { ResourceOf } from '../../catalog/descriptors';
import { labelOf, subnetOfInstance } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { makeInstance, makeInterface, makeNatGateway } from '../make/make-machine';
import { ensureRegion, ensureZone, makeSubnet, makeVpc } from '../make/make-network';
import { nextSubnetCidr, nextVpcCidr } from '../next-cidr';
import { nextDeviceIndex } from '../next-device';
import { zoneFor } from '../next-zone';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { interfaceLimitRefusal } from '../place/interface-limit';
import { SOURCES } from '../sources';
import { subnetFullRefusal } from '../subnet-full';
import type { Target } from '../target';

const STANDING = ['instance', 'network-interface', 'nat-gateway'] as const;
export type StandingKind = (typeof STANDING)[number];

const WORDS: Readonly<Record<StandingKind, { readonly a: string; readonly source: string }>> = {
  instance: { a: 'An instance', source: SOURCES.launch },
  'network-interface': { a: 'A network interface', source: SOURCES.interfaces },
  'nat-gateway': { a: 'A NAT gateway', source: SOURCES.natGateway },
};
const SHORT: Readonly<Record<StandingKind, string>> = {
  instance: 'an instance',
  'network-interface': 'a network interface',
  'nat-gateway': 'a NAT gateway',
};

function make(draft: Draft, kind: StandingKind, subnetId: ResourceId, name?: string): ResourceId {
  switch (kind) {
    case 'instance':
      return makeInstance(draft, subnetId, name);
    case 'network-interface':
      return makeInterface(draft, subnetId, undefined, name);
    case 'nat-gateway':
      return makeNatGateway(draft, subnetId, name);
  }
}

export function planStanding(situation: Situation, kind: StandingKind, target: Target): Plan {
  if (target.type === 'canvas') return withVpc(situation, kind, undefined);
  if (target.type === 'lane') return withSubnet(situation, kind, target.vpc, target.zone);
  const place = target.resource;
  switch (place.kind) {
    case 'subnet':
      return inSubnet(situation, kind, place);
    case 'vpc':
      return withSubnet(situation, kind, place, zoneFor(situation, place));
    case 'region':
      return withVpc(situation, kind, place.id);
    case 'instance':
      if (kind === 'network-interface') return onInstance(situation, place);
      return unrelated(`${WORDS[kind].a} stands in a subnet, not on an instance.`, WORDS[kind].source);
    default:
      return unrelated(`${WORDS[kind].a} stands in a subnet.`, WORDS[kind].source);
  }
}

function inSubnet(situation: Situation, kind: StandingKind, subnet: ResourceOf<'subnet'>): Plan {
  const { document, name } = situation;
  const full = subnetFullRefusal(situation, subnet.id);
  if (full) return full;
  return accept(`Add ${SHORT[kind]} to ${labelOf(document, subnet.id)}`, (draft) =>
    make(draft, kind, subnet.id, name),
  );
}

function withSubnet(
  situation: Situation,
  kind: StandingKind,
  vpc: ResourceOf<'vpc'>,
  zone: ResourceOf<'zone'> | undefined,
): Plan {
  const { document, name } = situation;
  const cidr = nextSubnetCidr(document, vpc.id);
  const { a, source } = WORDS[kind];
  if (cidr === undefined)
    return refuse(
      'PLACE-002',
      `${a} stands in a subnet, and ${labelOf(document, vpc.id)} (${vpc.cidrBlock}) has no free block left for one. Drop it into a subnet that is there.`,
      source,
    );
  return refuse('PLACE-002', `${a} stands in a subnet. Make a subnet ${cidr} here?`, source, {
    label: `Add subnet ${cidr} and ${SHORT[kind]}`,
    build: (draft) => {
      const subnet = makeSubnet(draft, vpc.id, ensureZone(draft, vpc.id, zone?.id));
      return subnet === null ? undefined : make(draft, kind, subnet, name);
    },
  });
}

function withVpc(situation: Situation, kind: StandingKind, region: ResourceId | undefined): Plan {
  const { document, name } = situation;
  const cidr = nextVpcCidr(document) ?? '10.0.0.0/16';
  const { a, source } = WORDS[kind];
  return refuse(
    'PLACE-002',
    `${a} stands in a subnet of a VPC. Make a VPC ${cidr} with a subnet here?`,
    source,
    {
      label: `Add VPC ${cidr}, a subnet and ${SHORT[kind]}`,
      build: (draft) => {
        const vpc = makeVpc(draft, region ?? ensureRegion(draft));
        const subnet = makeSubnet(draft, vpc, ensureZone(draft, vpc));
        return subnet === null ? undefined : make(draft, kind, subnet, name);
      },
    },
  );
}

/** A new interface on an instance stands in the instance's subnet, at the next device index. */
function onInstance(situation: Situation, instance: ResourceOf<'instance'>): Plan {
  const { document, name } = situation;
  const subnet = subnetOfInstance(document, instance.id);
  if (!subnet)
    return refuse(
      'PLACE-003',
      `${labelOf(document, instance.id)} has no primary interface, so it stands in no subnet.`,
      SOURCES.interfaces,
    );
  const refused = interfaceLimitRefusal(document, instance) ?? subnetFullRefusal(situation, subnet.id);
  if (refused) return refused;
  return accept(`Add a network interface to ${labelOf(document, instance.id)}`, (draft) =>
    makeInterface(
      draft,
      subnet.id,
      {
        instanceId: instance.id,
        deviceIndex: nextDeviceIndex(draft.document, instance.id),
        // An interface that is attached later outlives the instance unless told otherwise.
        deleteOnTermination: false,
      },
      name,
    ),
  );
}
