/** Moving a volume: onto an instance of its zone, or off it. */
import type { ResourceOf } from '../../catalog/descriptors';
import { getKind, labelOf, subnetOfInstance } from '../../catalog/lookup';
import { drawnIn } from '../../drawing/place';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { nextDevice } from '../next-device';
import { accept, refuse, unrelated, type Plan, type Refused, type Situation } from '../plan';
import { SOURCES } from '../sources';
import type { Target } from '../target';

/** A volume attached later outlives the instance unless told otherwise. */
export function attachVolume(draft: Draft, volumeId: ResourceId, instanceId: ResourceId): void {
  draft.attach(volumeId, 'attachment', {
    instanceId,
    device: nextDevice(draft.document, instanceId),
    deleteOnTermination: false,
  });
}

export function planMoveVolume(situation: Situation, volume: ResourceOf<'volume'>, target: Target): Plan {
  const { document } = situation;
  const label = labelOf(document, volume.id);
  if (target.type === 'resource' && target.resource.kind === 'instance') {
    const instance = target.resource;
    if (volume.attachment?.instanceId === instance.id)
      return accept(`Leave ${label} where it is`, () => volume.id);
    const refused = rootRefusal(situation, volume) ?? zoneRefusal(situation, volume, instance);
    if (refused) return refused;
    return accept(`Attach ${label} to ${labelOf(document, instance.id)}`, (draft) => {
      attachVolume(draft, volume.id, instance.id);
      return volume.id;
    });
  }
  if (target.type === 'lane') {
    if (target.zone.id !== volume.availabilityZone)
      return refuse(
        'InvalidVolume.ZoneMismatch',
        `${label} stands in ${zoneName(situation, volume.availabilityZone)} and can't leave it. To get its data into ${target.zone.zoneName}, make a snapshot and a new volume from it.`,
        SOURCES.attachVolume,
        volume.attachment || document.observed[volume.id]
          ? undefined
          : {
              label: `Create ${label} in ${target.zone.zoneName} instead`,
              build: (draft) => {
                draft.update(volume.id, { availabilityZone: target.zone.id });
                return volume.id;
              },
            },
      );
    if (!volume.attachment) return accept(`Move ${label}`, () => volume.id);
    return planDetachVolume(situation, volume);
  }
  // Where its zone has no lane, a volume stands in its region.
  const { parent } = drawnIn(document, volume.id);
  if (target.type === 'resource' && target.resource.id === parent && !volume.attachment)
    return accept(`Move ${label}`, () => volume.id);
  return unrelated('A volume is attached to an instance, or stands in its zone.', SOURCES.attachVolume);
}

export function planDetachVolume(situation: Situation, volume: ResourceOf<'volume'>): Plan {
  const { document } = situation;
  const refused = rootRefusal(situation, volume);
  if (refused) return refused;
  const from = labelOf(document, volume.attachment?.instanceId ?? '');
  return accept(`Detach ${labelOf(document, volume.id)} from ${from}`, (draft) => {
    draft.attach(volume.id, 'attachment', null);
    return volume.id;
  });
}

/** The root volume comes off a stopped instance only; a drawing without a run stands for a running one. */
function rootRefusal({ document, live }: Situation, volume: ResourceOf<'volume'>): Refused | null {
  const instanceId = volume.attachment?.instanceId;
  if (!volume.attachment?.root || instanceId === undefined) return null;
  if (live?.[instanceId]?.state === 'stopped') return null;
  return refuse(
    'OperationNotPermitted',
    `Unable to detach root volume ${labelOf(document, volume.id)} from instance ${labelOf(document, instanceId)}: the instance must be stopped.`,
    SOURCES.detachVolume,
  );
}

function zoneRefusal(
  situation: Situation,
  volume: ResourceOf<'volume'>,
  instance: ResourceOf<'instance'>,
): Refused | null {
  const { document } = situation;
  const zone = subnetOfInstance(document, instance.id)?.availabilityZone;
  if (zone === volume.availabilityZone) return null;
  return refuse(
    'InvalidVolume.ZoneMismatch',
    `${labelOf(document, volume.id)} is in ${zoneName(situation, volume.availabilityZone)}, ${labelOf(document, instance.id)} in ${zoneName(situation, zone)}. A volume is attached in its own zone only; another zone gets its data by a snapshot.`,
    SOURCES.attachVolume,
  );
}

const zoneName = ({ document }: Situation, id: ResourceId | undefined): string =>
  getKind(document, id, 'zone')?.zoneName ?? 'another zone';
