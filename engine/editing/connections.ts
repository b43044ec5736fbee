/**
 * What a thing may be connected with: everything an association would change something of, and nothing else. Moving
 * into another box is not a connection.
 */
import type { Kind, Resource, Scenario } from '../catalog/descriptors';
import { get, sorted } from '../catalog/lookup';
import type { LiveState } from '../model/live';
import type { Connection } from '../model/proposal';
import type { ResourceId } from '../model/resource';
import { planAssociate } from './associate';
import { Draft } from './draft';
import type { Situation } from './plan';

/** Kinds that are connected with each other; either may be named first. */
const PAIRS: Partial<Record<Kind, readonly Kind[]>> = {
  'network-interface': ['instance'],
  volume: ['instance'],
  'elastic-ip': ['instance', 'network-interface'],
  'internet-gateway': ['vpc'],
  'security-group': ['instance', 'network-interface', 'load-balancer', 'vpc-endpoint'],
  'placement-group': ['instance'],
  'route-table': ['subnet'],
  'network-acl': ['subnet'],
  'target-group': ['instance', 'load-balancer'],
  'load-balancer': ['instance'],
  vpc: ['vpc'],
};

/** @returns in the order of the ids; empty for what is connected with nothing, or is not there. */
export function connectionsOf(document: Scenario, id: ResourceId, live?: LiveState): readonly Connection[] {
  const resource = get(document, id);
  if (!resource) return [];
  const situation: Situation = live ? { document, live } : { document };
  return sorted(document).flatMap((other) => {
    if (other.id === id || !arePair(resource, other)) return [];
    const plan = planAssociate(situation, id, other.id);
    if (!plan.ok) return [];
    const draft = new Draft(document);
    plan.build(draft);
    // What is so already is no connection to be made.
    return draft.changes.length === 0 ? [] : [{ with: other.id, label: plan.label }];
  });
}

const arePair = (a: Resource, b: Resource): boolean =>
  (PAIRS[a.kind]?.includes(b.kind) ?? false) || (PAIRS[b.kind]?.includes(a.kind) ?? false);
