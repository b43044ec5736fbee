import { IdSequence } from '../../model/ids';
import type { PeeringPart } from '../../network/parts';
import type { Scenario, ScenarioChangeSet } from '../descriptors';
import { getKind, labelOf } from '../lookup';
import type { VpcPeeringConnection } from './kind';

export const describePeering = (document: Scenario, peering: VpcPeeringConnection): PeeringPart => ({
  id: peering.id,
  label: labelOf(document, peering.id),
  vpcIds: [peering.vpcId ?? null, peering.peerVpcId ?? null],
  resolvesNames: peering.allowDnsResolutionFromRemoteVpc ?? false,
  state: peering.status ?? 'active',
});

/** The owner of the VPC that was asked accepts; `null` for one that is not waiting. */
export function acceptPeering(document: Scenario, id: string): ScenarioChangeSet | null {
  if (getKind(document, id, 'vpc-peering-connection')?.status !== 'pending-acceptance') return null;
  return {
    label: `Accept ${labelOf(document, id)}`,
    changes: [{ type: 'update', id, set: { status: 'active' } }],
  };
}

/** Two VPCs joined by a connection that is accepted; routes are a matter of their own. */
export function addPeering(document: Scenario, vpcIds: readonly [string, string]): ScenarioChangeSet | null {
  const [vpcId, peerVpcId] = vpcIds;
  if (!getKind(document, vpcId, 'vpc') || !getKind(document, peerVpcId, 'vpc')) return null;
  const id = new IdSequence(document).next('pcx');
  const resource: VpcPeeringConnection = {
    id,
    kind: 'vpc-peering-connection',
    vpcId,
    peerVpcId,
    status: 'active',
  };
  return {
    label: `Peer ${labelOf(document, vpcId)} with ${labelOf(document, peerVpcId)}`,
    changes: [{ type: 'add', resource }],
  };
}
