/** VPC Block Public Access, whose exclusions are not modelled: where it may stop a flow, the answer is in doubt. */
import type { EgressOnly, Gateway, Interface, Nat, Vpc } from './network';
import { SOURCES } from './sources';
import { doubt, type Next, type Walk } from './walk';

/**
 * May Block Public Access stop a new flow here? Answers pass where their request did, and what a NAT gateway sends passes
 * `block-ingress`: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
export function isInDoubt(walk: Walk, at: Interface | Nat): boolean {
  const mode = at.subnet.vpc.blockPublicAccess;
  if (mode === null || walk.direction === 'return') return false;
  return at.type !== 'nat' || mode !== 'block-ingress';
}

export const publicAccessBlocked = (walk: Walk, gateway: Gateway | EgressOnly, vpc: Vpc): Next =>
  doubt(
    walk,
    {
      resource: gateway.id,
      kind: 'internet-gateway',
      message: `Block Public Access (${vpc.blockPublicAccess ?? ''}) is on at ${vpc.label}: it blocks this at ${gateway.label} unless an exclusion allows it, and exclusions are not modelled yet.`,
      source: SOURCES.blockPublicAccess,
    },
    'UNSUPPORTED_COMPONENT',
  );
