import type { DerivedFacts } from '../../model/inspection';
import type { LiveState } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind, labelOf } from '../lookup';

export function inspectNatGateway(
  document: Scenario,
  nat: ResourceOf<'nat-gateway'>,
  live: LiveState,
): DerivedFacts {
  const elastic = getKind(document, nat.allocationId, 'elastic-ip');
  return {
    facts: [
      { label: 'Private', value: nat.privateIpAddress },
      {
        label: 'Public',
        value: elastic?.publicIp ?? 'none',
        ...(elastic ? { note: 'what the internet sees' } : {}),
      },
      { label: 'State', value: live[nat.id]?.state ?? 'available' },
      { label: 'Stands in', value: labelOf(document, nat.subnetId), note: 'fails with its zone' },
      { label: 'Carries', value: 'tcp, udp, icmp', note: 'opened from inside only' },
    ],
    tables: [],
  };
}
