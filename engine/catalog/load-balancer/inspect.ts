import type { DerivedFacts, Fact } from '../../model/inspection';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind } from '../lookup';
import { designAddresses } from '../public-address';
import { namesOf, nodesOf, nodesTable, zoneNameOf } from '../nodes-table';

export function inspectLoadBalancer(document: Scenario, balancer: ResourceOf<'load-balancer'>): DerivedFacts {
  const application = balancer.type === 'application';
  const zones = new Set(nodesOf(document, balancer.id).map((node) => zoneNameOf(document, node.subnetId)));
  const assigned = balancer.scheme === 'internet-facing' ? designAddresses(document) : undefined;
  const open = nodesOf(document, balancer.id).flatMap((node) => [
    ...(assigned?.get(node.id)?.values() ?? []),
  ]);
  const crossZone = balancer.crossZone ?? application;
  const groups: Fact = {
    label: 'Groups',
    value: namesOf(document, balancer.securityGroups ?? []),
    note: (balancer.securityGroups ?? []).length === 0 ? 'nothing is filtered at its nodes' : 'of every node',
  };
  return {
    facts: [
      ...(balancer.dnsName === undefined
        ? []
        : [
            {
              label: 'Name',
              value: balancer.dnsName,
              note:
                balancer.scheme === 'internet-facing' ? 'gives public addresses' : 'gives private addresses',
            },
          ]),
      ...(open.length === 0 ? [] : [{ label: 'Public', value: open.join(', '), note: 'one for each node' }]),
      { label: 'Zones', value: [...zones].join(', ') || 'none' },
      groups,
      {
        label: 'Targets see',
        value: application ? 'the node’s address' : 'the client’s address, or the node’s',
        note: application ? 'the client is in X-Forwarded-For' : 'as the target group says',
      },
      {
        label: 'Cross-zone',
        value: crossZone ? 'on' : 'off',
        note: crossZone ? 'a node sends to targets of every zone' : 'a node sends to targets of its own zone',
      },
    ],
    tables: [
      {
        title: 'Listeners',
        columns: ['listens for', 'sends to', 'targets'],
        rows: balancer.listeners.map(({ protocol, port, targetGroupIds }) => {
          const groups = targetGroupIds.flatMap((id) => getKind(document, id, 'target-group') ?? []);
          const count = groups.reduce((sum, group) => sum + group.targets.length, 0);
          return [`${protocol} ${port}`, namesOf(document, targetGroupIds, 'nothing'), String(count)];
        }),
      },
      nodesTable(document, balancer.id, 'Nodes'),
    ],
  };
}
