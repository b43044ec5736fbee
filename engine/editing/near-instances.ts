/** Which instances a new load balancer is for, when nobody says: those nearest to its nodes. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { allOf, subnetOfInstance } from '../catalog/lookup';
import { fit } from '../drawing/fit';

type Instance = ResourceOf<'instance'>;
type Subnet = ResourceOf<'subnet'>;

/** Instances beside the nodes; where there are none, those of the topmost subnet with instances in each node's lane. */
export function nearInstances(document: Scenario, nodes: readonly Subnet[]): readonly Instance[] {
  const standing = new Map<string, Instance[]>();
  for (const instance of allOf(document, 'instance')) {
    const id = subnetOfInstance(document, instance.id)?.id;
    if (id !== undefined) standing.set(id, [...(standing.get(id) ?? []), instance]);
  }
  const beside = nodes.flatMap((subnet) => standing.get(subnet.id) ?? []);
  if (beside.length > 0) return beside;
  const { things } = fit(document);
  return nodes.flatMap((node) => {
    const below = allOf(document, 'subnet').filter(
      (subnet) =>
        subnet.vpcId === node.vpcId &&
        subnet.availabilityZone === node.availabilityZone &&
        standing.has(subnet.id),
    );
    const [first] = [...below].sort((a, b) => (things.get(a.id)?.top ?? 0) - (things.get(b.id)?.top ?? 0));
    return first ? (standing.get(first.id) ?? []) : [];
  });
}
