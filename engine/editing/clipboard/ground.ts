/** The network that copies need where there is none: made where they were dropped, or where a document has none at all. */
import { allOf, getKind } from '../../catalog/lookup';
import { CANVAS, type PlaceId } from '../../model/proposal';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { layOut } from '../lay-out';
import { ensureRegion, ensureZone, makeSubnet, makeVpc } from '../make/make-network';
import { zoneFor } from '../next-zone';
import { targetOf } from '../target';
import type { Meant } from './homes';
import type { Spot } from './lay-out-pasted';

export interface Ground {
  /** The innermost box that was made. */
  readonly place: ResourceId;
  /** What was made, after “Add”. */
  readonly label: string;
}

export interface Asked {
  readonly into?: PlaceId | undefined;
  readonly meant: Meant;
  readonly spot?: Spot | undefined;
}

/**
 * @param needsSubnet what is copied stands in a subnet; else a VPC will do.
 * @returns `null` where there is no room for it, or nobody asked for it there.
 */
export function makeGround(draft: Draft, { into, meant, spot }: Asked, needsSubnet: boolean): Ground | null {
  const before = draft.document;
  const isDropped = meant === 'dropped' && into !== undefined;
  if (!isDropped && allOf(before, 'subnet').length > 0) return null;
  const known = isDropped ? networkAt(draft, into) : { vpc: allOf(before, 'vpc')[0]?.id };
  if (!known) return null;
  const isNew = known.vpc === undefined;
  if (!isNew && !needsSubnet) return null;
  const vpc = known.vpc ?? makeVpc(draft, known.region ?? ensureRegion(draft));
  const place = needsSubnet ? makeSubnet(draft, vpc, ensureZone(draft, vpc, known.zone)) : vpc;
  if (place === null) return null;
  if (spot) layOut(draft, before, [isNew ? vpc : place], spot.into, spot.at);
  return { place, label: isDropped ? labelFor(draft, isNew ? vpc : undefined, place) : 'a network' };
}

function labelFor({ document }: Draft, vpcId: ResourceId | undefined, place: ResourceId): string {
  const vpc = getKind(document, vpcId, 'vpc');
  const subnet = getKind(document, place, 'subnet');
  if (!vpc) return `subnet ${subnet?.cidrBlock ?? place}`;
  return subnet ? `VPC ${vpc.cidrBlock}, a subnet` : `VPC ${vpc.cidrBlock}`;
}

interface Network {
  readonly region?: ResourceId;
  readonly vpc?: ResourceId;
  readonly zone?: ResourceId | undefined;
}

/** What is there already where it was dropped. `null`: no place for a network. */
function networkAt({ document }: Draft, into: PlaceId): Network | null {
  if (into === CANVAS) return {};
  const target = targetOf(document, into);
  if (target?.type === 'lane') return { vpc: target.vpc.id, zone: target.zone.id };
  if (target?.type !== 'resource') return null;
  const place = target.resource;
  if (place.kind === 'region') return { region: place.id };
  return place.kind === 'vpc' ? { vpc: place.id, zone: zoneFor({ document }, place)?.id } : null;
}
