/** The subnet in which the copy of an interface or a NAT gateway stands. */
import type { ResourceOf } from '../../catalog/descriptors';
import type { ResourceId } from '../../model/resource';
import { findAgain } from './find-again';
import { copyOf, homeOf, type Pasting } from './pasting';

export type Standing = ResourceOf<'network-interface'> | ResourceOf<'nat-gateway'>;

/** `undefined` for a node of a balancer that goes to a VPC without its subnets: such nodes are made anew. */
export function subnetFor(pasting: Pasting, original: Standing): ResourceId | undefined {
  const copied = copyOf(pasting, original.subnetId, 'subnet');
  if (copied) return copied.id;
  const home = homeOf(pasting, original.id);
  const known = pasting.outside.get(original.subnetId);
  const again = known && findAgain(pasting.draft.document, known);
  const same = again?.kind === 'subnet' && again.vpcId === home.vpc ? again : undefined;
  if (home.subnet === undefined) return same?.id;
  // A further interface keeps its own subnet as long as that is in the zone of the instance.
  const primary = primarySubnet(pasting, original);
  const isElsewhere = primary !== undefined && primary !== original.subnetId;
  return isElsewhere && same?.availabilityZone === home.zone ? same?.id : home.subnet;
}

/** Where the primary interface of its instance stood. */
function primarySubnet({ clipping }: Pasting, original: Standing): ResourceId | undefined {
  if (original.kind !== 'network-interface' || !original.attachment) return undefined;
  const { instanceId, deviceIndex } = original.attachment;
  if (deviceIndex === 0) return original.subnetId;
  const primary = clipping.resources.find(
    (one) =>
      one.kind === 'network-interface' &&
      one.attachment?.instanceId === instanceId &&
      one.attachment.deviceIndex === 0,
  );
  return primary?.kind === 'network-interface' ? primary.subnetId : undefined;
}
