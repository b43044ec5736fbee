import { getKind, labelOf } from '../catalog/lookup';
import type { ResourceId } from '../model/resource';
import { nextAddress } from './next-address';
import { refuse, type Refused, type Situation } from './plan';
import { SOURCES } from './sources';

/** EC2's refusal where a subnet has no address left. */
export function subnetFullRefusal({ document }: Situation, subnetId: ResourceId): Refused | null {
  if (nextAddress(document, subnetId) !== undefined) return null;
  const subnet = getKind(document, subnetId, 'subnet');
  return refuse(
    'InsufficientFreeAddressesInSubnet',
    subnet?.cidrBlock === undefined
      ? `${labelOf(document, subnetId)} has no IPv4 block, so it has no address to give.`
      : `There is no free address left in ${labelOf(document, subnetId)} (${subnet.cidrBlock}). Five addresses of a subnet are AWS's own. Use another subnet.`,
    SOURCES.subnetSizing,
  );
}
