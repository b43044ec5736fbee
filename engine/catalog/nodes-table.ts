/** Where a load balancer or an endpoint stands: its interfaces, one by one. */
import type { FactTable } from '../model/inspection';
import type { ResourceId } from '../model/resource';
import type { ResourceOf, Scenario } from './descriptors';
import { allOf, getKind, labelOf } from './lookup';

export const nodesOf = (
  document: Scenario,
  ownerId: ResourceId,
): readonly ResourceOf<'network-interface'>[] =>
  allOf(document, 'network-interface').filter((eni) => eni.managedBy === ownerId);

export const zoneNameOf = (document: Scenario, subnetId: ResourceId): string =>
  getKind(document, getKind(document, subnetId, 'subnet')?.availabilityZone, 'zone')?.zoneName ?? 'no zone';

export const nodesTable = (document: Scenario, ownerId: ResourceId, title: string): FactTable => ({
  title,
  columns: ['address', 'subnet', 'zone'],
  rows: nodesOf(document, ownerId).map((node) => [
    node.privateIpAddress ?? node.ipv6Addresses?.[0] ?? 'none',
    labelOf(document, node.subnetId),
    zoneNameOf(document, node.subnetId),
  ]),
});

/** `a, b`, or a word for none. */
export const namesOf = (document: Scenario, ids: readonly ResourceId[], none = 'none'): string =>
  ids.length === 0 ? none : [...new Set(ids)].map((id) => labelOf(document, id)).join(', ');
