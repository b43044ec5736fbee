/** An egress-only internet gateway: one for each VPC, for IPv6 only. EC2 makes no route along with it. */
import { allOf, labelOf } from '../../catalog/lookup';
import { accept, refuse, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

export function planEgressOnlyGateway({ document, name }: Situation, target: Target): Plan {
  if (target.type !== 'resource' || target.resource.kind !== 'vpc')
    return unrelated('An egress-only internet gateway belongs to a VPC.', SOURCES.egressOnlyGateway);
  const vpc = target.resource;
  const label = labelOf(document, vpc.id);
  const other = allOf(document, 'egress-only-internet-gateway').find((gateway) => gateway.vpcId === vpc.id);
  if (other)
    return refuse(
      'PLACE-014',
      `${label} has an egress-only internet gateway already: ${labelOf(document, other.id)}. A VPC takes one.`,
      SOURCES.egressOnlyGateway,
    );
  const note = vpc.ipv6CidrBlock === undefined ? ', which has no IPv6 block yet' : '';
  return accept(`Add an egress-only internet gateway to ${label}${note}`, (draft) =>
    draft.add({
      id: draft.nextId('egress-only-internet-gateway'),
      kind: 'egress-only-internet-gateway',
      ...(name === undefined ? {} : { name }),
      vpcId: vpc.id,
    }),
  );
}
