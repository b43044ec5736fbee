/** Links to documents of a wanted size, laid out by the page's own arranger. */
import type { Scenario } from '../../engine/catalog/descriptors';
import { arrangeAll } from '../../engine/drawing';
import { applyChanges } from '../../engine/model/change';
import { makeLink } from '../../engine/share/link';
import { networkOf } from '../../engine/testing/network';
import { shareSample } from '../../engine/testing/share-sample';

/** Of every document here, by which it is known once it is open. */
export const TITLE = 'Three tiers';

/** More machines than this are in several VPCs, as they would be. */
const ONE_VPC = 400;

/** About three resources an instance: itself, its interface, its volume; and what the network is made of. */
export function linkOf(resources: number): string {
  const instances = Math.max(1, Math.ceil((resources - 25) / 3));
  const placed = instances <= ONE_VPC ? shareSample(instances) : severalVpcs(instances);
  const arranged = applyChanges(placed, arrangeAll(placed));
  if (!arranged.ok) throw new Error(arranged.error.message);
  return makeLink(arranged.value.document);
}

const SHAPE = { zones: 3, tiers: ['public', 'private'], instancesPerSubnet: 30 } as const;

function severalVpcs(instances: number): Scenario {
  const { zones, tiers, instancesPerSubnet } = SHAPE;
  const vpcs = Math.ceil(instances / (zones * tiers.length * instancesPerSubnet));
  return { ...networkOf({ ...SHAPE, vpcs }), title: TITLE };
}
