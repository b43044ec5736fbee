/** Blocks delegated to an interface, of which the guest may use every address. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, getKind, labelOf } from '../../catalog/lookup';
import {
  cidrContains,
  cidrHas,
  cidrOverlaps,
  isIpv6,
  makeCidr,
  parseAddress,
  parseCidr,
  type Cidr,
} from '../../model/ip/address';
import { refuse, type Refused } from '../plan';
import { SOURCES } from '../sources';

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html */
const DELEGATED_PREFIX = { ipv4: 28, ipv6: 80 } as const;

/** EC2's refusal; `null` if the interface may have them all. */
export function delegatedRefusal(
  document: Scenario,
  eni: ResourceOf<'network-interface'>,
  texts: readonly string[],
): Refused | null {
  const subnet = getKind(document, eni.subnetId, 'subnet');
  for (const text of texts) {
    const block = parseCidr(text);
    if (!block) continue;
    const ipv6 = isIpv6(block.first);
    const outer = parseCidr((ipv6 ? subnet?.ipv6CidrBlock : subnet?.cidrBlock) ?? '');
    const size = ipv6 ? DELEGATED_PREFIX.ipv6 : DELEGATED_PREFIX.ipv4;
    if (block.prefix !== size)
      return refuse(
        'InvalidParameterValue',
        `${text}: a block delegated to an interface is a /${size}.`,
        SOURCES.prefixDelegation,
      );
    if (!outer || !cidrContains(outer, block))
      return refuse(
        'InvalidParameterValue',
        `${text} is not inside ${labelOf(document, eni.subnetId)} (${outer ? makeCidr(outer) : 'no such block'}).`,
        SOURCES.prefixDelegation,
      );
    const holder = allOf(document, 'network-interface').find(
      (other) => other.subnetId === eni.subnetId && holds(other, block, other.id === eni.id),
    );
    if (holder)
      return refuse(
        'InvalidIPAddress.InUse',
        `${text} holds an address or a block of ${labelOf(document, holder.id)}.`,
        SOURCES.prefixDelegation,
      );
  }
  return null;
}

function holds(eni: ResourceOf<'network-interface'>, block: Cidr, own: boolean): boolean {
  const addresses = [
    eni.privateIpAddress,
    ...(eni.secondaryPrivateIpAddresses ?? []),
    ...(eni.ipv6Addresses ?? []),
  ];
  const blocks = own ? [] : [...(eni.ipv4Prefixes ?? []), ...(eni.ipv6Prefixes ?? [])];
  return (
    addresses.some((text) => {
      const address = parseAddress(text ?? '');
      return address !== null && cidrHas(block, address);
    }) ||
    blocks.some((text) => {
      const other = parseCidr(text);
      return other !== null && cidrOverlaps(block, other);
    })
  );
}
