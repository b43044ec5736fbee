import { IdSequence } from '../../model/ids';
import type { EgressOnlyPart } from '../../network/parts';
import type { Scenario, ScenarioChange } from '../descriptors';
import { allOf, getKind, labelOf } from '../lookup';
import type { EgressOnlyInternetGateway } from './kind';

export const describeEgressOnly = (
  document: Scenario,
  gateway: EgressOnlyInternetGateway,
): EgressOnlyPart => ({
  id: gateway.id,
  label: labelOf(document, gateway.id),
  vpcId: gateway.vpcId,
});

export interface EgressOnlyForVpc {
  readonly id: string;
  readonly changes: readonly ScenarioChange[];
  /** What the changes do; empty where the VPC has one already. */
  readonly label: string;
}

/** The egress-only gateway of a VPC: the one it has, else a new one. */
export function egressOnlyForVpc(document: Scenario, vpcId: string): EgressOnlyForVpc | null {
  if (!getKind(document, vpcId, 'vpc')) return null;
  const known = allOf(document, 'egress-only-internet-gateway').find((gateway) => gateway.vpcId === vpcId);
  if (known) return { id: known.id, changes: [], label: '' };
  const id = new IdSequence(document).next('eigw');
  const resource: EgressOnlyInternetGateway = { id, kind: 'egress-only-internet-gateway', vpcId };
  return {
    id,
    changes: [{ type: 'add', resource }],
    label: `Add an egress-only internet gateway to ${labelOf(document, vpcId)}`,
  };
}
