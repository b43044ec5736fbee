/** Makes the copies: new ids, names, blocks and addresses; references led to the copies, kept or let go. */
import type { Resource, ResourceOf, ScenarioChange } from '../../catalog/descriptors';
import { parseLaneKey, type PlaceKey } from '../../drawing/place';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import type { Clipping } from './clipping';
import { finishCopy } from './finish';
import type { Home } from './homes';
import { led } from './lead';
import { addressNotes, copyAddress } from './make-address';
import { copySubnet, copyVpc } from './make-boxes';
import { copyAcl, copyEndpoint, copyGroup, copyTable } from './make-filters';
import { copyInterface, copyNat, copyVolume } from './make-standing';
import { beginPasting, copyOf, regionFor, vpcFor, type Identity, type Pasting } from './pasting';

export interface Pasted {
  /** New ids by those of the clipping. */
  readonly ids: ReadonlyMap<ResourceId, ResourceId>;
  /** In words: what was left out. */
  readonly left: readonly string[];
  /** Sentences: which addresses the copies are reached at. */
  readonly notes: readonly string[];
}

/** What is needed stands before what needs it. */
const ORDER: readonly Resource['kind'][] = [
  'region',
  'zone',
  'internet',
  'vpc',
  'prefix-list',
  'snapshot',
  'image',
  'key-pair',
  'dedicated-host',
  'bucket',
  'placement-group',
  'security-group',
  'network-acl',
  'subnet',
  'internet-gateway',
  'egress-only-internet-gateway',
  'instance',
  'target-group',
  'load-balancer',
  'vpc-endpoint',
  'network-interface',
  'elastic-ip',
  'nat-gateway',
  'volume',
  'vpc-peering-connection',
  'file-system',
  'other-resource',
  'route-table',
];

/**
 * @param homes by root.
 * @param keeping whether groups, route tables, placement groups and attachments outside of the copy are kept; what
 *   rules and routes name is kept either way.
 */
export function paste(
  draft: Draft,
  clipping: Clipping,
  homes: ReadonlyMap<ResourceId, Home>,
  keeping: boolean,
): Pasted {
  const pasting = beginPasting(draft, clipping, homes, keeping);
  const { ids, made, copies, changes, left } = pasting;
  const ordered = [...clipping.resources].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  for (const { id, kind } of ordered) ids.set(id, draft.nextId(kind));
  for (const original of ordered) {
    const copy = copyFor(pasting, original);
    if (!copy) {
      ids.delete(original.id);
      continue;
    }
    made.set(original.id, copy);
    copies.set(copy.id, copy);
    changes.push({ type: 'add', resource: copy });
  }
  draft.applyAll(changes);
  draft.applyAll(placesInside(pasting));
  for (const original of ordered) finishCopy(pasting, original);
  return { ids, left: [...new Set(left)], notes: addressNotes(pasting) };
}

function copyFor(pasting: Pasting, original: Resource): Resource | null {
  const { fresh, ids } = pasting;
  const identity: Identity = {
    id: ids.get(original.id) ?? '',
    ...(original.name === undefined ? {} : { name: fresh.name(original.name) }),
  };
  switch (original.kind) {
    case 'region':
    case 'zone':
    case 'internet':
      return null;
    case 'vpc':
      return copyVpc(pasting, original, identity);
    case 'subnet':
      return copySubnet(pasting, original, identity);
    case 'network-interface':
      return copyInterface(pasting, original, identity);
    case 'nat-gateway':
      return copyNat(pasting, original, identity);
    case 'volume':
      return copyVolume(pasting, original, identity);
    case 'security-group':
      return copyGroup(pasting, original, identity);
    case 'route-table':
      return copyTable(pasting, original, identity);
    case 'network-acl':
      return copyAcl(pasting, original, identity);
    case 'vpc-endpoint':
      return copyEndpoint(pasting, original, identity);
    case 'instance':
      return led(pasting, original, { ...original, ...identity });
    case 'load-balancer':
    case 'target-group':
    case 'egress-only-internet-gateway':
      return led(pasting, original, { ...original, ...identity }, { vpcId: vpcFor(pasting, original) });
    case 'internet-gateway':
    case 'other-resource':
      return copyAttached(pasting, original, identity);
    case 'elastic-ip':
      return copyAddress(pasting, original, identity);
    case 'placement-group':
      return {
        ...original,
        ...identity,
        region: regionFor(pasting, original),
        groupName: fresh.placementGroupName(original.groupName),
      };
    case 'prefix-list':
      return {
        ...original,
        ...identity,
        region: regionFor(pasting, original),
        prefixListName: fresh.prefixListName(original.prefixListName),
      };
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
      return led(pasting, original, { ...original, ...identity, region: regionFor(pasting, original) });
    case 'vpc-peering-connection':
      return copyOf(pasting, original.vpcId, 'vpc') && copyOf(pasting, original.peerVpcId, 'vpc')
        ? led(pasting, original, { ...original, ...identity })
        : null;
  }
}

/** What may be attached to a VPC, or to none: in the region it is put into, and in the VPC there. */
function copyAttached(
  pasting: Pasting,
  original: ResourceOf<'internet-gateway' | 'other-resource'>,
  identity: Identity,
): Resource {
  const { vpcId: _, ...rest } = original;
  const vpcId = vpcFor(pasting, original);
  return {
    ...rest,
    ...identity,
    region: regionFor(pasting, original),
    ...(vpcId === undefined ? {} : { vpcId }),
  };
}

/** Places of what stands in the copies; the roots are placed by who pastes. */
function placesInside({ clipping, ids, zones }: Pasting): readonly ScenarioChange[] {
  const roots = new Set(clipping.roots);
  const keyOf = (key: PlaceKey): PlaceKey | undefined => {
    const lane = parseLaneKey(key);
    if (!lane) return ids.get(key);
    const [vpc, zone] = [ids.get(lane.vpcId), zones.get(lane.zoneId)];
    return vpc === undefined || zone === undefined ? undefined : `${vpc}/${zone}`;
  };
  return Object.entries(clipping.places).flatMap(([key, to]) => {
    const id = roots.has(key) ? undefined : keyOf(key);
    return id === undefined ? [] : [{ type: 'move' as const, id, to }];
  });
}
