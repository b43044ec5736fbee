import type { ResourceOf } from '../catalog/descriptors';

/** One of the user's own: services keep theirs as they need them. */
export const isOrdinary = (eni: ResourceOf<'network-interface'>): boolean =>
  eni.interfaceType === undefined || eni.interfaceType === 'interface';
