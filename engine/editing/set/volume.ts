/** Another size, type or performance of a volume, within what the type takes. */
import type { ResourceOf } from '../../catalog/descriptors';
import type { VolumeType } from '../../catalog/volume/kind';
import { labelOf } from '../../catalog/lookup';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';

interface Limits {
  readonly sizeGib: readonly [number, number];
  /** Absent: not to be chosen. */
  readonly iops?: readonly [number, number];
  readonly throughputMibps?: readonly [number, number];
  readonly boots: boolean;
}

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVolume.html */
export const VOLUME_LIMITS: Readonly<Record<VolumeType, Limits>> = {
  gp3: { sizeGib: [1, 65536], iops: [3000, 80000], throughputMibps: [125, 2000], boots: true },
  gp2: { sizeGib: [1, 16384], boots: true },
  io2: { sizeGib: [4, 65536], iops: [100, 256000], boots: true },
  io1: { sizeGib: [4, 16384], iops: [100, 64000], boots: true },
  st1: { sizeGib: [125, 16384], boots: false },
  sc1: { sizeGib: [125, 16384], boots: false },
  standard: { sizeGib: [1, 1024], boots: true },
};

export function planVolumeProperty(
  { document }: Situation,
  volume: ResourceOf<'volume'>,
  key: 'size' | 'volumeType' | 'iops' | 'throughput',
  value: unknown,
): Plan {
  const label = labelOf(document, volume.id);
  const next = { ...volume, [key]: value ?? undefined } as ResourceOf<'volume'>;
  const limits = VOLUME_LIMITS[next.volumeType];
  const range = ([min, max]: readonly [number, number], unit: string): string => `${min} to ${max} ${unit}`;
  const within = (amount: number | undefined, bounds: readonly [number, number] | undefined): boolean =>
    amount === undefined || (bounds !== undefined && amount >= bounds[0] && amount <= bounds[1]);

  if (!limits.boots && volume.attachment?.root)
    return refuse(
      'InvalidParameterValue',
      `${next.volumeType} volumes can't be a root volume. ${label} holds the system; take gp3, gp2, io2 or io1.`,
      SOURCES.volumeTypes,
    );
  const set: Record<string, unknown> = { [key]: value };
  if (key === 'volumeType') {
    // What the new type does not offer goes; provisioned IOPS types need a figure.
    if (!within(volume.iops, limits.iops) || !limits.iops) set.iops = null;
    if (!within(volume.throughput, limits.throughputMibps)) set.throughput = null;
    if (['io1', 'io2'].includes(next.volumeType) && (volume.iops === undefined || set.iops === null))
      set.iops = 100;
  } else if (key === 'iops' && !within(next.iops, limits.iops))
    return refuse(
      'InvalidParameterValue',
      limits.iops
        ? `IOPS: ${next.iops ?? ''} is outside ${range(limits.iops, 'IOPS')} for ${next.volumeType}.`
        : `IOPS can't be chosen for ${next.volumeType}.`,
      SOURCES.volumeTypes,
    );
  else if (key === 'throughput' && !within(next.throughput, limits.throughputMibps))
    return refuse(
      'InvalidParameterValue',
      limits.throughputMibps
        ? `Throughput: ${next.throughput ?? ''} is outside ${range(limits.throughputMibps, 'MiB/s')}.`
        : `Throughput can be chosen for gp3 only, not for ${next.volumeType}.`,
      SOURCES.volumeTypes,
    );
  const build = (more: Readonly<Record<string, unknown>>) => ({
    label: `Change ${label}`,
    build: (draft: Parameters<Extract<Plan, { ok: true }>['build']>[0]) => {
      draft.update(volume.id, { ...set, ...more });
      return volume.id;
    },
  });
  if (!within(next.size, limits.sizeGib)) {
    const [min, max] = limits.sizeGib;
    const nearest = Math.min(Math.max(next.size, min), max);
    return refuse(
      'InvalidParameterValue',
      `Size: ${next.size} GiB is outside ${range(limits.sizeGib, 'GiB')} for ${next.volumeType}. Make it ${nearest} GiB?`,
      SOURCES.volumeTypes,
      build({ size: nearest }),
    );
  }
  const change = build({});
  return accept(change.label, change.build);
}
