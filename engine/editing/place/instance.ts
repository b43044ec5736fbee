/**
 * Dragging an instance. EC2 can't move one to another subnet; the drawing can, because it is still a design: the label
 * says what the instance is given anew.
 */
import type { ResourceOf } from '../../catalog/descriptors';
import {
  getKind,
  interfacesOf,
  labelOf,
  primaryInterface,
  subnetOfInstance,
  volumesOf,
} from '../../catalog/lookup';
import type { Draft } from '../draft';
import { subnetFullRefusal } from '../subnet-full';
import { ensureZone, makeSubnet } from '../make/make-network';
import { nextAddress } from '../next-address';
import { nextSubnetCidr } from '../next-cidr';
import { zoneFor } from '../next-zone';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';
import { recreateIn } from './network-interface';
import { joinGroupRefusal } from './placement-group';
import { planRegister, planRegisterWithBalancer } from './target-group';

type Instance = ResourceOf<'instance'>;

export function planMoveInstance(situation: Situation, instance: Instance, target: Target): Plan {
  const { document } = situation;
  const label = labelOf(document, instance.id);
  if (target.type === 'lane') return offerSubnet(situation, instance, target.vpc, target.zone);
  if (target.type === 'resource')
    switch (target.resource.kind) {
      case 'subnet':
        return toSubnet(situation, instance, target.resource);
      case 'vpc':
        return offerSubnet(situation, instance, target.resource, zoneFor(situation, target.resource));
      case 'placement-group':
        return planJoinGroup(situation, instance, target.resource);
      case 'target-group':
        return planRegister(situation, target.resource, instance);
      case 'load-balancer':
        return planRegisterWithBalancer(situation, target.resource, instance);
      default:
        break;
    }
  return unrelated(`${label} stands in a subnet.`, SOURCES.launch);
}

export function planJoinGroup(
  situation: Situation,
  instance: Instance,
  group: ResourceOf<'placement-group'>,
): Plan {
  const { document } = situation;
  const label = labelOf(document, instance.id);
  if (instance.placementGroup === group.id)
    return accept(`Leave ${label} in ${group.groupName}`, () => group.id);
  const subnet = subnetOfInstance(document, instance.id);
  const region = getKind(document, subnet?.vpcId, 'vpc')?.region;
  if (region !== group.region)
    return refuse(
      'InvalidPlacementGroup.Unknown',
      `The placement group ${group.groupName} is in another region than ${label}.`,
      SOURCES.placementGroups,
    );
  const refused = joinGroupRefusal(situation, instance);
  if (refused) return refused;
  return accept(`Put ${label} into placement group ${group.groupName}`, (draft) => {
    draft.attach(instance.id, 'placementGroup', group.id);
    if (instance.partitionNumber !== undefined) draft.update(instance.id, { partitionNumber: null });
    return instance.id;
  });
}

export function planLeaveGroup(situation: Situation, instance: Instance): Plan {
  const { document } = situation;
  const refused = joinGroupRefusal(situation, instance);
  if (refused) return refused;
  return accept(`Take ${labelOf(document, instance.id)} out of its placement group`, (draft) => {
    draft.attach(instance.id, 'placementGroup', null);
    if (instance.partitionNumber !== undefined) draft.update(instance.id, { partitionNumber: null });
    return instance.id;
  });
}

function toSubnet(situation: Situation, instance: Instance, subnet: ResourceOf<'subnet'>): Plan {
  const { document } = situation;
  const label = labelOf(document, instance.id);
  const from = subnetOfInstance(document, instance.id);
  if (from?.id === subnet.id) return accept(`Move ${label}`, () => instance.id);
  const full = subnetFullRefusal(situation, subnet.id);
  if (full) return full;
  const follows = [`address ${nextAddress(document, subnet.id) ?? ''}`];
  if (from && from.availabilityZone !== subnet.availabilityZone) {
    follows.push(`in ${getKind(document, subnet.availabilityZone, 'zone')?.zoneName ?? 'another zone'}`);
    if (volumesOf(document, instance.id).length > 0) follows.push('with its volumes');
    if (interfacesOf(document, instance.id).length > 1) follows.push('without its other interfaces');
  }
  if (from && from.vpcId !== subnet.vpcId) follows.push('default group of the other VPC');
  return accept(`Redraw ${label} in ${labelOf(document, subnet.id)}: ${follows.join(', ')}`, (draft) => {
    moveInstance(draft, instance, subnet);
    return instance.id;
  });
}

/** The Elastic IP stays with the interface; volumes follow to another zone; other interfaces can't and are let go. */
function moveInstance(draft: Draft, instance: Instance, subnet: ResourceOf<'subnet'>): void {
  const primary = primaryInterface(draft.document, instance.id);
  if (primary) recreateIn(draft, primary, subnet);
  followZone(draft, instance, subnet);
}

/** What an instance holds stands in its zone. */
export function followZone(draft: Draft, instance: Instance, subnet: ResourceOf<'subnet'>): void {
  for (const volume of volumesOf(draft.document, instance.id))
    if (volume.availabilityZone !== subnet.availabilityZone)
      draft.update(volume.id, { availabilityZone: subnet.availabilityZone });
  for (const eni of interfacesOf(draft.document, instance.id)) {
    const own = getKind(draft.document, eni.subnetId, 'subnet');
    if (eni.attachment?.deviceIndex !== 0 && own?.availabilityZone !== subnet.availabilityZone)
      draft.attach(eni.id, 'attachment', null);
  }
}

function offerSubnet(
  situation: Situation,
  instance: Instance,
  vpc: ResourceOf<'vpc'>,
  zone: ResourceOf<'zone'> | undefined,
): Plan {
  const { document } = situation;
  const cidr = nextSubnetCidr(document, vpc.id);
  if (cidr === undefined)
    return refuse(
      'PLACE-002',
      `An instance stands in a subnet, and ${labelOf(document, vpc.id)} has no free block left for one.`,
      SOURCES.launch,
    );
  return refuse('PLACE-002', `An instance stands in a subnet. Make a subnet ${cidr} here?`, SOURCES.launch, {
    label: `Add subnet ${cidr} and redraw ${labelOf(document, instance.id)} in it`,
    build: (draft) => {
      const id = makeSubnet(draft, vpc.id, ensureZone(draft, vpc.id, zone?.id));
      const subnet = getKind(draft.document, id ?? undefined, 'subnet');
      if (subnet) moveInstance(draft, instance, subnet);
      return instance.id;
    },
  });
}
