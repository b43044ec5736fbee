/** References of a copy: led to the other copies, to what is there, or let go. */
import type { Resource } from '../../catalog/descriptors';
import { getKind, labelOf } from '../../catalog/lookup';
import { descriptorOf } from '../../catalog/descriptors';
import type { ResourceId } from '../../model/resource';
import { redirected } from '../../persistence/references';
import { ensurePrefixList, gatewayServiceOf } from '../service-prefix-list';
import type { Outside } from './clipping';
import { findAgain, isIn } from './find-again';
import { copyOf, here, homeOf, regionFor, vpcFor, type Pasting } from './pasting';
import { subnetFor } from './subnet-for';

/**
 * A copy with its references led to where they go now.
 * @param copy still names what the original names.
 * @param boxes what it stands in, decided elsewhere.
 * @returns `null` where it can't be without something that is not there: said, and left out.
 */
export function led<R extends Resource>(
  pasting: Pasting,
  original: R,
  copy: R,
  boxes: Readonly<Record<string, ResourceId | undefined>> = {},
): R | null {
  if (Object.values(boxes).includes(undefined)) return leaveOut(pasting, original);
  const properties = original as unknown as Readonly<Record<string, unknown>>;
  const boxed = new Map(Object.entries(boxes).map(([key, id]) => [properties[key], id]));
  const next = redirected(copy, (id, relation) => boxed.get(id) ?? lead(pasting, original, id, relation));
  return next ? ({ ...next, ...boxes } as R) : leaveOut(pasting, original);
}

export function leaveOut({ left }: Pasting, original: Resource): null {
  left.push(original.name ?? (descriptorOf(original.kind)?.label ?? original.kind).toLowerCase());
  return null;
}

/** Where one reference goes; `null`: nowhere. */
export function lead(
  pasting: Pasting,
  original: Resource,
  id: ResourceId,
  relation: string,
): ResourceId | null {
  if (pasting.inside.has(id)) {
    // A group that was pasted into another VPC than what carried it is not for it any more.
    const copy = pasting.made.get(id);
    const vpc = copy && 'vpcId' in copy && copy.kind !== 'subnet' ? copy.vpcId : undefined;
    const apart =
      vpc !== undefined && original.kind !== 'vpc-peering-connection' && vpc !== networkOf(pasting, original);
    return apart ? null : (pasting.ids.get(id) ?? null);
  }
  const known = pasting.outside.get(id);
  if (!known) return relation === 'routes-to' ? id : null;
  if (!pasting.keeping && relation !== 'routes-to' && !isVital(pasting, original, known)) return null;
  const again = foundHere(pasting, original, known);
  if (!again) pasting.left.push(`what named ${known.called ?? known.id}`);
  return again?.id ?? null;
}

/** A public NAT gateway is of no use in a subnet without its routes. */
const isVital = ({ clipping }: Pasting, original: Resource, known: Outside): boolean =>
  known.kind === 'route-table' &&
  clipping.resources.some(
    (one) => one.kind === 'nat-gateway' && one.connectivityType === 'public' && one.subnetId === original.id,
  );

/** What the original named, if the copy may name it too: in its own VPC or region. */
export function foundHere(pasting: Pasting, original: Resource, known: Outside): Resource | undefined {
  const { document } = pasting.draft;
  const vpc = networkOf(pasting, original);
  const region = here(pasting, vpc, 'vpc')?.region ?? regionFor(pasting, original);
  return findAgain(document, known, (resource) => isIn(document, resource, { vpc, region }));
}

/** The VPC the copy stands in. */
function networkOf(pasting: Pasting, original: Resource): ResourceId | undefined {
  if (original.kind === 'network-interface' || original.kind === 'nat-gateway')
    return here(pasting, subnetFor(pasting, original), 'subnet')?.vpcId;
  if (original.kind === 'vpc') return copyOf(pasting, original.id, 'vpc')?.id;
  return 'vpcId' in original ? vpcFor(pasting, original) : homeOf(pasting, original.id).vpc;
}

/** A prefix list by the id it has here; AWS's own are there wherever they are wanted. `null`: not to be had. */
export function leadList(pasting: Pasting, id: string, region: ResourceId | undefined): string | null {
  const { draft, inside, outside, ids, left } = pasting;
  if (inside.has(id)) return ids.get(id) ?? null;
  const known = outside.get(id);
  // AWS's id of a list that the document does not hold.
  if (!known) return id;
  const again = findAgain(draft.document, known, (resource) => isIn(draft.document, resource, { region }));
  if (again) return again.id;
  const service = gatewayServiceOf(known.called ?? '');
  const name = getKind(draft.document, region, 'region')?.regionName;
  if (service !== undefined && region !== undefined && name !== undefined)
    return ensurePrefixList(draft, region, `com.amazonaws.${name}.${service}`);
  left.push(`what named ${known.called ?? labelOf(draft.document, known.id)}`);
  return null;
}
