/** The groups of a balancer or an endpoint, which are those of each of its nodes. */
import { getKind, labelOf } from '../../catalog/lookup';
import type { Field } from '../../model/kind';
import type { ResourceId } from '../../model/resource';
import { setOwnGroups, type NodeOwner } from '../make/make-node';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';

/** The groups are those of every node. An Application Load Balancer and an interface endpoint have one at least. */
export function planOwnGroups(situation: Situation, owner: NodeOwner, field: Field, value: unknown): Plan {
  const { document } = situation;
  const label = labelOf(document, owner.id);
  const groups = Array.isArray(value) ? (value as readonly ResourceId[]) : [];
  const stranger = groups
    .map((id) => getKind(document, id, 'security-group'))
    .find((group) => group && group.vpcId !== owner.vpcId);
  if (stranger)
    return refuse(
      'InvalidSecurityGroup',
      `${stranger.groupName} belongs to ${labelOf(document, stranger.vpcId)}, ${label} to ${labelOf(document, owner.vpcId)}.`,
      SOURCES.securityGroups,
    );
  if (groups.length === 0 && !(owner.kind === 'load-balancer' && owner.type === 'network'))
    return refuse(
      'InvalidSecurityGroup',
      `${label} needs at least one security group.`,
      owner.kind === 'load-balancer' ? SOURCES.loadBalancers : SOURCES.interfaceEndpoint,
    );
  return accept(`Change ${field.label.toLowerCase()} of ${label}`, (draft) => {
    setOwnGroups(draft, owner, groups);
    return owner.id;
  });
}
