/** Things that lie in a region and are named by others: images, snapshots, key pairs, hosts, buckets, file systems. */
import type { Kind, Resource, Scenario } from '../../catalog/descriptors';
import { allOf, getKind } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { ensureRegion } from '../make/make-network';
import { makeInterface } from '../make/make-machine';
import { makeZone, zonesOf } from '../next-zone';
import { accept, unrelated, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

export const REGIONAL_KINDS = [
  'image',
  'snapshot',
  'key-pair',
  'dedicated-host',
  'bucket',
  'file-system',
] as const satisfies readonly Kind[];
export type RegionalKind = (typeof REGIONAL_KINDS)[number];

const A: Readonly<Record<RegionalKind, string>> = {
  image: 'an image',
  snapshot: 'a snapshot',
  'key-pair': 'a key pair',
  'dedicated-host': 'a dedicated host',
  bucket: 'a bucket',
  'file-system': 'a file system',
};

export function planRegional(situation: Situation, kind: RegionalKind, target: Target): Plan {
  const place = regionAt(situation.document, target);
  if (place === null) return unrelated(`${capital(A[kind])} lies in its region.`, SOURCES.regional[kind]);
  const subnet =
    kind === 'file-system' && target.type === 'resource' && target.resource.kind === 'subnet'
      ? target.resource.id
      : undefined;
  return accept(`Add ${A[kind]}`, (draft) => make(draft, kind, place, situation.name, subnet));
}

/** The region of a place; `undefined` on the open canvas, `null` where none follows from it. */
function regionAt(document: Scenario, target: Target): ResourceId | null | undefined {
  if (target.type === 'canvas') return undefined;
  if (target.type === 'lane') return target.vpc.region;
  const { resource } = target;
  if (resource.kind === 'region') return resource.id;
  if (resource.kind === 'vpc') return resource.region;
  if (resource.kind === 'subnet') return getKind(document, resource.vpcId, 'vpc')?.region ?? null;
  return null;
}

function make(
  draft: Draft,
  kind: RegionalKind,
  place: ResourceId | undefined,
  name: string | undefined,
  subnetId: ResourceId | undefined,
): ResourceId {
  const region = place ?? ensureRegion(draft);
  const base = { id: draft.nextId(kind), region, ...(name === undefined ? {} : { name }) };
  const called = (stem: string): string => name ?? nextNumbered(draft.document, kind, stem);
  switch (kind) {
    case 'image':
      return draft.add({
        ...base,
        kind,
        imageName: called('image'),
        architecture: 'x86_64',
        operatingSystem: 'amazon-linux-2023',
      });
    case 'snapshot':
      return draft.add({ ...base, kind, volumeSize: 8, encrypted: false });
    case 'key-pair':
      return draft.add({ ...base, kind, keyName: called('key'), keyType: 'ed25519' });
    case 'dedicated-host':
      return draft.add({ ...base, kind, availabilityZone: zoneIn(draft, region), instanceType: 'm5' });
    case 'bucket':
      return draft.add({ ...base, kind, bucketName: called('bucket') });
    case 'file-system':
      return draft.add({
        ...base,
        kind,
        mountTargets: subnetId === undefined ? [] : [makeInterface(draft, subnetId)],
      });
  }
}

function zoneIn(draft: Draft, regionId: ResourceId): ResourceId {
  const known = zonesOf(draft.document, regionId)[0];
  if (known) return known.id;
  const region = getKind(draft.document, regionId, 'region');
  if (!region) throw new Error(`There is no region ${regionId}.`);
  return makeZone(draft, region).id;
}

/** What a name has to be different from. */
const calledBy = (resource: Resource): string | undefined => {
  switch (resource.kind) {
    case 'image':
      return resource.imageName;
    case 'key-pair':
      return resource.keyName;
    case 'bucket':
      return resource.bucketName;
    default:
      return undefined;
  }
};

function nextNumbered(document: Scenario, kind: RegionalKind, stem: string): string {
  const taken = new Set(allOf(document, kind).map(calledBy));
  let number = 1;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
