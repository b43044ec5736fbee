/** Where an Elastic IP is at a moment: as drawn in the design, in a run as actions of the script have left it. */
import type { ResourceId } from '../../model/resource';
import type { ScenarioView } from '../descriptors';
import type { ElasticIp } from './kind';

export interface ElasticIpPlace {
  /** The interface or NAT gateway it is associated with. */
  readonly holder: ResourceId | undefined;
  /** Absent: the primary private address. */
  readonly privateIpAddress: string | undefined;
}

export function elasticIpPlace(
  { at, live }: Pick<ScenarioView, 'at' | 'live'>,
  { id, networkInterfaceId, privateIpAddress }: ElasticIp,
): ElasticIpPlace {
  const now = at === 'design' ? undefined : live[id];
  // What no action has touched is as drawn, so that an edit can be tried at a moment.
  if (now?.privateIp === undefined) return { holder: networkInterfaceId, privateIpAddress };
  return { holder: now.attachedTo ?? undefined, privateIpAddress: now.privateIp ?? privateIpAddress };
}
