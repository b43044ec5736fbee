import type { BootInput } from './boot-input';
import type { BootState } from './boot-state';
import { IMAGES } from './images';

/** The machine before its first boot step. */
export function startBoot(input: BootInput): BootState {
  if (input.cause === 'resume' && input.suspended) return { ...input.suspended, elapsedMs: 0 };
  const image = IMAGES[input.family].packages;
  const packages = [...new Set([...image, ...input.disk.packages])];
  return {
    instanceId: input.instanceId,
    family: input.family,
    region: input.region,
    disk: { ...input.disk, packages },
    running: [],
    listening: [],
    mounted: [],
    formatted: [],
    failedPackages: [],
    script: { key: '', status: 0, ended: false },
    opaque: false,
    withoutMetadata: false,
    heldUp: false,
    elapsedMs: 0,
  };
}
