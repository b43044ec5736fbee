import { parseIpv4 } from '../../model/ip/ipv4';
import type { NatPart } from '../../network/parts';
import type { ScenarioView } from '../descriptors';
import { getKind, labelOf } from '../lookup';
import type { NatGateway } from './kind';

export function describeNat({ document, live }: ScenarioView, nat: NatGateway): NatPart[] {
  const address = parseIpv4(nat.privateIpAddress);
  if (address === null) return [];
  const elastic = getKind(document, nat.allocationId, 'elastic-ip');
  const observed = document.observed[nat.id];
  const publicIp = elastic?.publicIp ?? observed?.publicIps?.[nat.privateIpAddress];
  const isPublic = nat.connectivityType === 'public';
  return [
    {
      id: nat.id,
      label: labelOf(document, nat.id),
      subnetId: nat.subnetId,
      address,
      isPublic,
      publicAddress: isPublic && publicIp !== undefined ? parseIpv4(publicIp) : null,
      state: live[nat.id]?.state ?? observed?.state ?? 'available',
    },
  ];
}
