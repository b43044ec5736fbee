import type { DerivedFacts } from '../../model/inspection';
import type { LiveState } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, labelOf, primaryInterface } from '../lookup';
import { namesOf, zoneNameOf } from '../nodes-table';

type TargetGroup = ResourceOf<'target-group'>;
type Balancer = ResourceOf<'load-balancer'>;

export function inspectTargetGroup(document: Scenario, group: TargetGroup, live: LiveState): DerivedFacts {
  const balancers = allOf(document, 'load-balancer').filter((balancer) =>
    balancer.listeners.some((listener) => listener.targetGroupIds.includes(group.id)),
  );
  return {
    facts: [
      {
        label: 'Sends',
        value:
          group.protocol === undefined ? 'to a function' : `${group.protocol} ${group.port ?? ''}`.trim(),
      },
      {
        label: 'Used by',
        value: namesOf(
          document,
          balancers.map(({ id }) => id),
        ),
        ...(balancers.length === 0 ? { note: 'no listener forwards to it' } : {}),
      },
      { label: 'Targets see', value: clientAddress(group, balancers[0]) },
    ],
    tables: [
      {
        title: 'Targets in effect',
        columns: ['target', 'address', 'zone'],
        rows: group.targets.map((target) => {
          const eni =
            target.instanceId === undefined ? undefined : primaryInterface(document, target.instanceId);
          const state = live[target.instanceId ?? '']?.state;
          const address = target.ipAddress ?? eni?.privateIpAddress ?? 'none';
          const name = target.instanceId === undefined ? 'address' : labelOf(document, target.instanceId);
          return [
            state === undefined || state === 'running' ? name : `${name} (${state})`,
            target.port === undefined ? address : `${address}:${target.port}`,
            eni ? zoneNameOf(document, eni.subnetId) : zoneOfAddress(document, group, address),
          ];
        }),
      },
    ],
  };
}

/** Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation */
function clientAddress(group: TargetGroup, balancer: Balancer | undefined): string {
  if (balancer?.type === 'application') return 'the node’s address';
  const byUdp = group.protocol === 'UDP' || group.protocol === 'TCP_UDP';
  const kept = group.preserveClientIp ?? (group.targetType === 'instance' || byUdp);
  return kept ? 'the client’s address' : 'the node’s address';
}

function zoneOfAddress(document: Scenario, group: TargetGroup, address: string): string {
  const eni = allOf(document, 'network-interface').find(
    (candidate) =>
      [candidate.privateIpAddress, ...(candidate.secondaryPrivateIpAddresses ?? [])].includes(address) &&
      getKind(document, candidate.subnetId, 'subnet')?.vpcId === group.vpcId,
  );
  return eni ? zoneNameOf(document, eni.subnetId) : 'outside';
}
