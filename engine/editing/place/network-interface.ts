/** Moving a network interface: to another instance, off its instance, or (as a new one) to another subnet. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, defaultSecurityGroup, getKind, labelOf, subnetOfInstance } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { nextAddress } from '../next-address';
import { nextDeviceIndex } from '../next-device';
import { accept, refuse, unrelated, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';
import { interfaceLimitRefusal } from './interface-limit';
import { managedRefusal } from './service';
import { subnetFullRefusal } from '../subnet-full';

type Eni = ResourceOf<'network-interface'>;

export function planMoveInterface(situation: Situation, eni: Eni, target: Target): Plan {
  const { document } = situation;
  const managed = managedRefusal(document, eni);
  if (managed) {
    const stays = target.type === 'resource' && target.resource.id === eni.subnetId;
    return stays ? accept(`Move ${labelOf(document, eni.id)}`, () => eni.id) : managed;
  }
  if (target.type === 'resource' && target.resource.kind === 'instance')
    return toInstance(situation, eni, target.resource);
  if (target.type === 'resource' && target.resource.kind === 'subnet')
    return toSubnet(situation, eni, target.resource);
  return unrelated(
    `${labelOf(document, eni.id)} stands in its subnet, or is attached to an instance.`,
    SOURCES.interfaces,
  );
}

/** EC2's refusal for the primary interface. */
function primaryRefusal(document: Scenario, eni: Eni): Refused | null {
  if (eni.attachment?.deviceIndex !== 0) return null;
  return refuse(
    'OperationNotPermitted',
    `The network interface at device index 0 cannot be detached: ${labelOf(document, eni.id)} is the primary interface of ${labelOf(document, eni.attachment.instanceId)}. Move a secondary interface instead.`,
    SOURCES.attachInterface,
  );
}

/** Addresses, groups and Elastic IPs belong to the interface and go with it; index and termination flag do not. */
function toInstance(situation: Situation, eni: Eni, instance: ResourceOf<'instance'>): Plan {
  const { document } = situation;
  const [label, to] = [labelOf(document, eni.id), labelOf(document, instance.id)];
  if (eni.attachment?.instanceId === instance.id) return accept(`Leave ${label} on ${to}`, () => eni.id);
  const refused =
    primaryRefusal(document, eni) ??
    zoneRefusal(document, eni, instance) ??
    interfaceLimitRefusal(document, instance);
  if (refused) return refused;
  const takes = [
    eni.privateIpAddress ?? 'its addresses',
    'its groups',
    ...(hasElasticIp(document, eni.id) ? ['its Elastic IP'] : []),
  ];
  const verb = eni.attachment ? 'Move' : 'Attach';
  return accept(`${verb} ${label} to ${to} with ${takes.join(', ')}`, (draft) => {
    draft.attach(eni.id, 'attachment', {
      instanceId: instance.id,
      deviceIndex: nextDeviceIndex(draft.document, instance.id),
      deleteOnTermination: false,
    });
    return eni.id;
  });
}

const hasElasticIp = (document: Scenario, eniId: ResourceId): boolean =>
  allOf(document, 'elastic-ip').some((address) => address.networkInterfaceId === eniId);

function zoneRefusal(document: Scenario, eni: Eni, instance: ResourceOf<'instance'>): Refused | null {
  const own = getKind(document, eni.subnetId, 'subnet')?.availabilityZone;
  const there = subnetOfInstance(document, instance.id)?.availabilityZone;
  if (own === there) return null;
  const name = (zone: ResourceId | undefined): string =>
    getKind(document, zone, 'zone')?.zoneName ?? 'no zone';
  return refuse(
    'InvalidParameterCombination',
    `${labelOf(document, eni.id)} is in ${name(own)}, ${labelOf(document, instance.id)} in ${name(there)}. You may not attach a network interface to an instance if they are not in the same Availability Zone.`,
    SOURCES.attachInterface,
  );
}

function toSubnet(situation: Situation, eni: Eni, subnet: ResourceOf<'subnet'>): Plan {
  const { document } = situation;
  const label = labelOf(document, eni.id);
  const primary = primaryRefusal(document, eni);
  if (primary) return primary;
  if (subnet.id === eni.subnetId) return accept(`Move ${label}`, () => eni.id);
  const offer = subnetFullRefusal(situation, subnet.id)
    ? undefined
    : {
        label: `Make ${label} anew in ${labelOf(document, subnet.id)} with ${nextAddress(document, subnet.id) ?? 'an address'} there`,
        build: (draft: Draft): ResourceId => {
          recreateIn(draft, eni, subnet);
          return eni.id;
        },
      };
  return refuse(
    'InvalidParameterValue',
    `A network interface keeps its subnet for life: ${label} stands in ${labelOf(document, eni.subnetId)}. Make it anew in ${labelOf(document, subnet.id)}, with an address there?`,
    SOURCES.interfaces,
    offer,
  );
}

/** The same interface as if it had been created in the other subnet: new address, groups of that VPC. */
export function recreateIn(draft: Draft, eni: Eni, subnet: ResourceOf<'subnet'>): void {
  const { document } = draft;
  const before = getKind(document, eni.subnetId, 'subnet');
  const group = defaultSecurityGroup(document, subnet.vpcId);
  draft.update(eni.id, {
    subnetId: subnet.id,
    privateIpAddress: nextAddress(document, subnet.id) ?? null,
    secondaryPrivateIpAddresses: null,
    ipv6Addresses: null,
    ...(before?.vpcId === subnet.vpcId ? {} : { groupSet: group ? [group.id] : [] }),
  });
  const away =
    eni.attachment !== undefined &&
    eni.attachment.deviceIndex !== 0 &&
    subnetOfInstance(document, eni.attachment.instanceId)?.availabilityZone !== subnet.availabilityZone;
  if (away) draft.attach(eni.id, 'attachment', null);
  for (const address of allOf(document, 'elastic-ip'))
    if (address.networkInterfaceId === eni.id && address.privateIpAddress !== undefined)
      draft.update(address.id, { privateIpAddress: null });
}

export function planDetachInterface({ document }: Situation, eni: Eni): Plan {
  const refused = primaryRefusal(document, eni);
  if (refused) return refused;
  const from = labelOf(document, eni.attachment?.instanceId ?? '');
  return accept(`Detach ${labelOf(document, eni.id)} from ${from}`, (draft) => {
    draft.attach(eni.id, 'attachment', null);
    return eni.id;
  });
}
