/** The resources that the answer to a path rests on. */
import type { PathQuery } from '../../model/path';
import type { ResourceId } from '../../model/resource';
import { parseEndpoint } from '../../catalog/network-roles';
import type { Network } from '../../network/network';
import type { TracedPath } from '../../network/trace';

/** Everything the packet met, what stands around it and what its rules name. */
export function footprintOf(network: Network, query: PathQuery, path: TracedPath): readonly ResourceId[] {
  const read = new Set<ResourceId>();
  for (const hop of [...path.forward.hops, ...path.return.hops]) {
    read.add(hop.resource);
    if (hop.decidedBy) read.add(hop.decidedBy.resource);
  }
  for (const blocker of path.blockers) read.add(blocker.resource);
  for (const role of ['from', 'to'] as const) {
    const end = parseEndpoint(network, query[role], role);
    if (!end.ok) continue;
    if (end.value.type === 'host') read.add(end.value.host.id);
    if (end.value.type === 'interface') read.add(end.value.interface.id);
    if (end.value.type === 'nat') read.add(end.value.nat.id);
  }
  for (const id of [...read]) {
    for (const own of network.hosts.get(id)?.interfaces ?? []) read.add(own.id);
    for (const rule of [
      ...(network.groups.get(id)?.inbound ?? []),
      ...(network.groups.get(id)?.outbound ?? []),
    ])
      if (rule.peer.type !== 'block') read.add(rule.peer.id);
  }
  for (const id of [...read]) {
    const subnet = network.interfaces.get(id)?.subnet ?? network.nats.get(id)?.subnet;
    if (!subnet) continue;
    for (const own of [subnet.id, subnet.vpcId, subnet.table?.id, subnet.acl?.id])
      if (own !== undefined) read.add(own);
    for (const group of network.interfaces.get(id)?.groupIds ?? []) read.add(group);
  }
  return [...read].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
