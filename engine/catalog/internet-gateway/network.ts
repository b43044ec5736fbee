import { IdSequence } from '../../model/ids';
import type { GatewayPart } from '../../network/parts';
import type { Scenario, ScenarioChange } from '../descriptors';
import { allOf, getKind, labelOf } from '../lookup';
import type { InternetGateway } from './kind';

export const describeGateway = (document: Scenario, gateway: InternetGateway): GatewayPart => ({
  id: gateway.id,
  label: labelOf(document, gateway.id),
  vpcId: gateway.vpcId ?? null,
});

export interface GatewayForVpc {
  readonly id: string;
  readonly changes: readonly ScenarioChange[];
  /** What the changes do; empty where the VPC has a gateway already. */
  readonly label: string;
}

/** The gateway of a VPC: the one it has, else one that is attached nowhere, else a new one. */
export function gatewayForVpc(
  document: Scenario,
  vpcId: string,
  preferred: string | null,
): GatewayForVpc | null {
  const vpc = getKind(document, vpcId, 'vpc');
  if (!vpc) return null;
  const all = allOf(document, 'internet-gateway');
  const attached = all.find((gateway) => gateway.vpcId === vpcId);
  if (attached) return { id: attached.id, changes: [], label: '' };
  const idle = all.filter((gateway) => gateway.vpcId === undefined && gateway.region === vpc.region);
  const chosen = idle.find(({ id }) => id === preferred) ?? idle[0];
  const vpcLabel = labelOf(document, vpcId);
  if (chosen)
    return {
      id: chosen.id,
      changes: [{ type: 'attach', id: chosen.id, relation: 'vpcId', to: vpcId }],
      label: `Attach ${labelOf(document, chosen.id)} to ${vpcLabel}`,
    };
  const id = new IdSequence(document).next('igw');
  return {
    id,
    changes: [{ type: 'add', resource: { id, kind: 'internet-gateway', region: vpc.region, vpcId } }],
    label: `Add an internet gateway to ${vpcLabel}`,
  };
}
