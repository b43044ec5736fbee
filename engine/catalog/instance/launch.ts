/** What EC2 refuses in a RunInstances request before it looks for hardware. */
import { instanceTypeFacts, isOffered } from '../../facts/instance-types';
import type { Refusal } from '../../lifecycle/machine';
import { spotRequestRefusal } from '../../spot/restrictions';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind, interfacesOf, labelOf, primaryInterface } from '../lookup';

type Instance = ResourceOf<'instance'>;

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html */
export function launchRefusal(document: Scenario, instance: Instance): Refusal | undefined {
  return (
    subnetMissing(document, instance) ??
    notOffered(document, instance) ??
    tooManyInterfaces(document, instance) ??
    noAddress(document, instance) ??
    spotOptions(instance)
  );
}

function subnetMissing(document: Scenario, instance: Instance): Refusal | undefined {
  const primary = primaryInterface(document, instance.id);
  if (getKind(document, primary?.subnetId, 'subnet')) return undefined;
  return {
    code: 'InvalidSubnetID.NotFound',
    message: `${labelOf(document, instance.id)} has no primary network interface in a subnet. Put it into one.`,
  };
}

function notOffered(document: Scenario, instance: Instance): Refusal | undefined {
  const subnet = getKind(document, primaryInterface(document, instance.id)?.subnetId, 'subnet');
  const zone = getKind(document, subnet?.availabilityZone, 'zone');
  const region = getKind(document, zone?.region, 'region');
  if (!zone?.zoneId || !region) return undefined;
  if (isOffered(instance.instanceType, region.regionName, zone.zoneId) !== false) return undefined;
  return {
    code: 'Unsupported',
    message: `Your requested instance type (${instance.instanceType}) is not supported in your requested Availability Zone (${zone.zoneName}). Choose another zone or another type.`,
  };
}

function tooManyInterfaces(document: Scenario, instance: Instance): Refusal | undefined {
  const limit = instanceTypeFacts(instance.instanceType)?.maxEnis;
  const count = interfacesOf(document, instance.id).length;
  if (limit === undefined || count <= limit) return undefined;
  return {
    code: 'AttachmentLimitExceeded',
    message: `Interface count ${count} exceeds the limit for ${instance.instanceType}, which is ${limit}.`,
  };
}

/** An IPv6-only subnet needs none. */
function noAddress(document: Scenario, instance: Instance): Refusal | undefined {
  for (const eni of interfacesOf(document, instance.id)) {
    const subnet = getKind(document, eni.subnetId, 'subnet');
    if (eni.privateIpAddress !== undefined || subnet?.cidrBlock === undefined) continue;
    return {
      code: 'InsufficientFreeAddressesInSubnet',
      message: `There is no free address in ${labelOf(document, subnet.id)} (${subnet.cidrBlock}) for ${eni.id}. Use a larger subnet or free an address.`,
    };
  }
  return undefined;
}

function spotOptions(instance: Instance): Refusal | undefined {
  const options = instance.instanceMarketOptions;
  if (!options) return undefined;
  return spotRequestRefusal(
    { type: options.spotInstanceType, interruption: options.instanceInterruptionBehavior },
    instance.placementGroup !== undefined,
  );
}
