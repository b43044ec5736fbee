import type { PeeringPart } from '../../network/parts';
import type { Scenario } from '../descriptors';
import { labelOf } from '../lookup';
import type { VpcPeeringConnection } from './kind';

export const describePeering = (document: Scenario, peering: VpcPeeringConnection): PeeringPart => ({
  id: peering.id,
  label: labelOf(document, peering.id),
  vpcIds: [peering.vpcId ?? null, peering.peerVpcId ?? null],
  resolvesNames: peering.allowDnsResolutionFromRemoteVpc ?? false,
  state: peering.status ?? 'active',
});
