/** Another private address: of the subnet, not AWS's own, nobody else's. */
import { getKind, labelOf } from '../../catalog/lookup';
import { cidr4Has, parseCidr4, parseIpv4 } from '../../model/ip/ipv4';
import type { ResourceId } from '../../model/resource';
import { addressesIn, isReserved } from '../next-address';
import { refuse, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';

/** EC2's refusal of an address in a subnet; `null` if it may be taken by `holder`. */
export function addressRefusal(
  { document }: Situation,
  subnetId: ResourceId,
  text: string,
  holder: ResourceId,
): Refused | null {
  const subnet = getKind(document, subnetId, 'subnet');
  const block = parseCidr4(subnet?.cidrBlock ?? '');
  const address = parseIpv4(text);
  if (!block || address === null || !cidr4Has(block, address))
    return refuse(
      'InvalidParameterValue',
      `Address ${text} does not fall within the subnet's address range ${subnet?.cidrBlock ?? ''}.`,
      SOURCES.subnetSizing,
    );
  if (isReserved(block, address))
    return refuse(
      'InvalidParameterValue',
      `Address ${text} is in the subnet's reserved address range: the first four and the last address of ${subnet?.cidrBlock ?? ''} are AWS's own.`,
      SOURCES.subnetSizing,
    );
  const other = addressesIn(document, subnetId).get(text);
  if (other !== undefined && other !== holder)
    return refuse(
      'InvalidIPAddress.InUse',
      `Address ${text} is in use by ${labelOf(document, other)}.`,
      SOURCES.interfaces,
    );
  return null;
}
