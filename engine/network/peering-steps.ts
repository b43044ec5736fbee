/** A packet at a VPC peering connection: it leads to an interface of the VPC on the other side, and no further. */
import { makeAddress } from '../model/ip/address';
import { arriveAt, nobody } from './delivery';
import type { Peering, Vpc } from './network';
import { isInVpc, ownerOf } from './owners';
import { SOURCES } from './sources';
import { doubt, note, pass, stop, type Next, type Walk } from './walk';

export interface Crossing {
  readonly peering: Peering;
  readonly near: Vpc;
  /** `null`: not in the document. */
  readonly far: Vpc | null;
  readonly sameRegion: boolean;
}

/**
 * Not transitive, and no way to gateways on the other side:
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
export function crossPeering(walk: Walk, { peering, near, far, sameRegion }: Crossing): Next {
  const { header } = walk;
  const hop = (message: string) => ({
    resource: peering.id,
    kind: 'vpc-peering-connection',
    message,
    source: SOURCES.peering,
  });
  const destination = makeAddress(header.destination);
  if (!far)
    return doubt(
      walk,
      hop(`${peering.label} leads to a VPC that is not in this document.`),
      'UNKNOWN_DESTINATION',
    );
  const restriction = { code: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR', resource: peering.id };
  if (!isInVpc(far, header.destination))
    return stop(
      walk,
      hop(
        `${peering.label} carries packets to addresses of ${far.label} only, and ${destination} is none: peering leads neither on to a third VPC nor to a gateway on the other side.`,
      ),
      restriction,
    );
  if (!isInVpc(near, header.source))
    return stop(
      walk,
      hop(
        `${peering.label} carries packets from addresses of ${near.label} only, and ${makeAddress(header.source)} is none: peering is not transitive.`,
      ),
      restriction,
    );
  if (!sameRegion && walk.identity === 'kept') {
    walk.identity = 'other-region';
    note(
      walk,
      'X_PEERING_OTHER_REGION',
      `${peering.label} joins two regions: rules that name a group of the other side do not match across it.`,
    );
  }
  pass(walk, hop(`${peering.label} carries the packet from ${near.label} to ${far.label}.`));
  const owner = ownerOf(far, header.destination);
  return owner ? arriveAt(owner, true) : nobody(walk, far);
}
