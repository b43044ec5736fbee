/** What is copied, as plain JSON text: it survives another tab, another document and a chat. */
import type { Resource } from '../../catalog/descriptors';
import type { PlaceKey } from '../../drawing/place';
import type { LayoutBox, ResourceId } from '../../model/resource';

export const CLIPBOARD_FORMAT = 'ec2-playground-clipboard';
export const CLIPBOARD_VERSION = 1;

export interface Clipping {
  readonly format: typeof CLIPBOARD_FORMAT;
  readonly version: typeof CLIPBOARD_VERSION;
  /** What was selected, the outermost only: it is given a place, the rest goes along. */
  readonly roots: readonly ResourceId[];
  readonly resources: readonly Resource[];
  /** What the copied things name and that was not copied: enough to find it again. */
  readonly outside: readonly Outside[];
  /** Of a root its corner on the canvas; of what stands in it the place in its box. */
  readonly places: Readonly<Record<PlaceKey, LayoutBox>>;
  /** What belongs to them and can't be copied, in words: an Elastic IP, a peering connection. */
  readonly left: readonly string[];
}

export interface Outside {
  readonly id: ResourceId;
  readonly kind: Resource['kind'];
  /** Its name among its kind: of a region, a zone, a group, a list; else the Name tag. */
  readonly called?: string;
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  /** The box it stands in, which is outside too. */
  readonly within?: ResourceId;
}

/** What people tell things of a kind apart by. */
export function calledOf(resource: Resource): string | undefined {
  switch (resource.kind) {
    case 'region':
      return resource.regionName;
    case 'zone':
      return resource.zoneName;
    case 'security-group':
    case 'placement-group':
      return resource.groupName;
    case 'prefix-list':
      return resource.prefixListName;
    default:
      return resource.name;
  }
}

/** The box that a thing of the network belongs to: VPC, subnet, region. */
export function withinOf(resource: Resource): ResourceId | undefined {
  if ('subnetId' in resource) return resource.subnetId;
  if ('vpcId' in resource && resource.vpcId !== undefined) return resource.vpcId;
  if ('region' in resource) return resource.region;
  return undefined;
}

export const makeClippingText = (clipping: Clipping): string => JSON.stringify(clipping);

/** Is a text meant to be one of ours? Whether it is a sound one is for the engine to say. */
export const looksLikeClipping = (text: string): boolean => text.slice(0, 200).includes(CLIPBOARD_FORMAT);
