/** The Availability Zone that a resource stands in, by id and by name. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { getKind, subnetOfInstance } from '../catalog/lookup';

/** The zone of an instance's primary interface; an instance in no subnet is in none. */
export const zoneOf = (document: Scenario, instance: ResourceOf<'instance'>): string | undefined =>
  subnetOfInstance(document, instance.id)?.availabilityZone;

/** The name of a zone for a message, such as us-east-1a. */
export const zoneName = (document: Scenario, id: string | undefined): string =>
  getKind(document, id, 'zone')?.zoneName ?? id ?? 'no zone';
