/**
 * The subnet, its addresses, and the interfaces with their groups.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
import { refuse, type LaunchCheck } from './launch-request';

export const subnetExists: LaunchCheck = ({ name, interfaces }) =>
  interfaces.some(({ deviceIndex, subnet }) => deviceIndex === 0 && subnet)
    ? undefined
    : refuse(
        'InvalidSubnetID.NotFound',
        `${name} has no primary network interface in a subnet. Put it into one.`,
      );

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AvailableIpPerENI.html */
export const interfacesWithinLimits: LaunchCheck = ({ interfaces, type }) => {
  if (!type.facts) return undefined;
  const { maxEnis, ipv4PerEni } = type.facts;
  if (interfaces.length > maxEnis)
    return refuse(
      'AttachmentLimitExceeded',
      `Interface count ${interfaces.length} exceeds the limit for ${type.name}, which is ${maxEnis}. Detach one, or choose a larger type.`,
    );
  const full = interfaces.find(({ ipv4Count }) => ipv4Count > ipv4PerEni);
  return (
    full &&
    refuse(
      'InvalidInterface.IpAddressLimitExceeded',
      `${full.id} has ${full.ipv4Count} private IPv4 addresses and prefixes, which exceeds the limit for ${type.name}: ${ipv4PerEni} an interface. Take some away, or choose a larger type.`,
    )
  );
};

export const interfacesFit: LaunchCheck = ({ interfaces }, moment) => {
  const zoneName = interfaces[0]?.subnet?.zoneName;
  const indexes = new Map<number, string>();
  for (const { id, subject, deviceIndex, subnet } of interfaces) {
    const other = indexes.get(deviceIndex);
    if (other !== undefined)
      return refuse(
        'InvalidParameterValue',
        `Each network interface requires a unique device index: ${other} and ${id} both have ${deviceIndex}. Give one of them another.`,
      );
    indexes.set(deviceIndex, id);
    if (subnet && zoneName !== undefined && subnet.zoneName !== zoneName)
      return refuse(
        'InvalidParameterCombination',
        `You may not attach a network interface to an instance if they are not in the same availability zone: ${id} is in ${subnet.zoneName}, the instance in ${zoneName}. Use an interface of ${zoneName}.`,
      );
    const user = moment.userOf(subject);
    if (user !== undefined)
      return refuse(
        'InvalidNetworkInterface.InUse',
        `Interface: [${id}] in use by ${user}. Detach it there first, or use another interface.`,
      );
  }
  return undefined;
};

/** An IPv6-only subnet needs no IPv4 address. */
export const addressesAreFree: LaunchCheck = ({ interfaces }) => {
  for (const { id, subnet, address, addressFault } of interfaces) {
    if (subnet?.cidrBlock === undefined) continue;
    if (address === undefined)
      return refuse(
        'InsufficientFreeAddressesInSubnet',
        `There is no free address in ${subnet.label} (${subnet.cidrBlock}) for ${id}: five of its addresses are reserved by AWS. Use a larger subnet or free an address.`,
      );
    if (addressFault === 'outside')
      return refuse(
        'InvalidParameterValue',
        `Address ${address} of ${id} does not fall within the subnet's address range (${subnet.cidrBlock}). Give it one of that range.`,
      );
    if (addressFault === 'reserved')
      return refuse(
        'InvalidParameterValue',
        `Address ${address} of ${id} is in subnet's reserved address range: the first four and the last of ${subnet.cidrBlock} are AWS's own. Give it another.`,
      );
  }
  return undefined;
};

/** https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html */
export const groupsFit: LaunchCheck = ({ interfaces }) => {
  for (const { id, missingGroups, strangeGroups, subnet } of interfaces) {
    if (missingGroups.length > 0)
      return refuse(
        'InvalidGroup.NotFound',
        `The security group '${missingGroups.join(', ')}' of ${id} does not exist. Choose another group.`,
      );
    if (strangeGroups.length > 0)
      return refuse(
        'InvalidParameter',
        `Security group ${strangeGroups.join(', ')} and subnet ${subnet?.label ?? ''} belong to different networks. Choose groups of the VPC of ${id}.`,
      );
  }
  return undefined;
};
