/** The image an instance is made from: drawn, one of the public list, or no more than an id. */
import { DEFAULT_PUBLIC_IMAGE, publicImage, type PublicImage } from '../../facts/public-images';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, knownIdOf } from '../lookup';

type Instance = ResourceOf<'instance'>;

export type InstanceImage =
  | { readonly from: 'drawing'; readonly image: ResourceOf<'image'> }
  | { readonly from: 'list'; readonly image: PublicImage; readonly chosen: boolean }
  /** An AMI of which the drawing has no more than the id. */
  | { readonly from: 'elsewhere'; readonly id: string }
  | { readonly from: 'nowhere'; readonly id: string; readonly fault: 'malformed' | 'not-found' };

/** `ami-1` as this document names its images; AWS's have 8 or 17 hexadecimal digits. */
const OWN_ID = /^ami-\d{1,7}$/;

export function imageOfInstance(document: Scenario, instance: Instance): InstanceImage {
  const id = instance.imageId?.trim() ?? '';
  if (id === '') {
    const usual = instance.platform === 'windows' ? 'ami-windows-2022' : DEFAULT_PUBLIC_IMAGE;
    return { from: 'list', image: publicImage(usual) as PublicImage, chosen: false };
  }
  const drawn =
    getKind(document, id, 'image') ??
    allOf(document, 'image').find((image) => knownIdOf(document, image.id) === id);
  if (drawn) return { from: 'drawing', image: drawn };
  const listed = publicImage(id);
  if (listed) return { from: 'list', image: listed, chosen: true };
  if (!id.startsWith('ami-')) return { from: 'nowhere', id, fault: 'malformed' };
  return OWN_ID.test(id) ? { from: 'nowhere', id, fault: 'not-found' } : { from: 'elsewhere', id };
}

export type OperatingSystem = ResourceOf<'image'>['operatingSystem'];

/** `undefined` where the image is not known. */
export function operatingSystemOf(document: Scenario, instance: Instance): OperatingSystem | undefined {
  const found = imageOfInstance(document, instance);
  return found.from === 'drawing' || found.from === 'list' ? found.image.operatingSystem : undefined;
}

/** As its image says; where that is not known, as the instance says. */
export function platformOf(document: Scenario, instance: Instance): 'linux' | 'windows' {
  const system = operatingSystemOf(document, instance);
  if (system === undefined) return instance.platform ?? 'linux';
  return system.startsWith('windows') ? 'windows' : 'linux';
}
