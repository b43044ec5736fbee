/** A NAT gateway as the lifecycle sees it: it stands in the zone of its subnet and fails with it. */
import type { Gateway } from '../../lifecycle/machine';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind } from '../lookup';
import type { Subjects } from '../subjects';

export function gatewayOf(
  document: Scenario,
  natGateway: ResourceOf<'nat-gateway'>,
  subjects: Subjects,
): Gateway {
  const observed = document.observed[natGateway.id]?.state;
  return {
    subject: subjects.of(natGateway.id),
    zone: subjects.of(getKind(document, natGateway.subnetId, 'subnet')?.availabilityZone),
    ...(observed === undefined ? {} : { observed }),
  };
}
