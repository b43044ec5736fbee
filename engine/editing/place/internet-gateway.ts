/** One internet gateway per VPC, one VPC per gateway. */
import type { ResourceOf, Scenario } from '../../catalog/descriptors';
import { allOf, labelOf } from '../../catalog/lookup';
import { refuse, type Refused } from '../plan';
import { SOURCES } from '../sources';

export function gatewayTakenRefusal(
  document: Scenario,
  vpc: ResourceOf<'vpc'>,
  offer?: Refused['offer'],
): Refused | null {
  const other = allOf(document, 'internet-gateway').find((gateway) => gateway.vpcId === vpc.id);
  if (!other) return null;
  return refuse(
    'Resource.AlreadyAssociated',
    `${labelOf(document, vpc.id)} already has an internet gateway attached: ${labelOf(document, other.id)}. A VPC takes one.`,
    SOURCES.internetGateway,
    offer,
  );
}
