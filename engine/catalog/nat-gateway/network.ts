import { IdSequence } from '../../model/ids';
import { parseIpv4 } from '../../model/ip/ipv4';
import type { NatPart } from '../../network/parts';
import { freeAddress } from '../address-space';
import type { ResourceOf, Scenario, ScenarioChange, ScenarioView } from '../descriptors';
import { getKind, labelOf } from '../lookup';
import { autoAssignedAddress } from '../public-address';
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

export interface MadeNat {
  readonly id: string;
  readonly label: string;
  readonly changes: readonly ScenarioChange[];
}

/**
 * A public NAT gateway with an Elastic IP of its own; `null` where the subnet is full or gone.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-working-with.html
 */
export function addNat(document: Scenario, subnetId: string): MadeNat | null {
  const vpc = getKind(document, getKind(document, subnetId, 'subnet')?.vpcId, 'vpc');
  const privateIpAddress = freeAddress(document, subnetId);
  if (!vpc || privateIpAddress === null) return null;
  const ids = new IdSequence(document);
  const [id, allocationId] = [ids.next('nat'), ids.next('eip')];
  const elastic: ResourceOf<'elastic-ip'> = {
    id: allocationId,
    kind: 'elastic-ip',
    region: vpc.region,
    publicIp: autoAssignedAddress(document, allocationId, 0),
  };
  const nat: NatGateway = {
    id,
    kind: 'nat-gateway',
    subnetId,
    connectivityType: 'public',
    privateIpAddress,
    allocationId,
  };
  return {
    id,
    label: `Add a NAT gateway with an Elastic IP to ${labelOf(document, subnetId)}`,
    changes: [
      { type: 'add', resource: elastic },
      { type: 'add', resource: nat },
    ],
  };
}
