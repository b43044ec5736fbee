/** Names that nobody has yet. */
import type { Scenario } from '../catalog/descriptors';
import { allOf, sorted } from '../catalog/lookup';
import type { ResourceId } from '../model/resource';

function firstFree(taken: ReadonlySet<string>, stem: string): string {
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** `server-1`, `server-2` … */
export const nextName = (document: Scenario, stem: string): string =>
  firstFree(new Set(sorted(document).map((resource) => resource.name ?? '')), stem);

/** Group names are unique in a VPC, whatever their case. */
export const nextGroupName = (document: Scenario, vpcId: ResourceId): string =>
  firstFree(
    new Set(
      allOf(document, 'security-group')
        .filter((group) => group.vpcId === vpcId)
        .map((group) => group.groupName.toLowerCase()),
    ),
    'group',
  );

export const nextPlacementGroupName = (document: Scenario): string =>
  firstFree(new Set(allOf(document, 'placement-group').map((group) => group.groupName)), 'placement');
