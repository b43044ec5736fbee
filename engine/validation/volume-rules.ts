/** Rules on EBS volumes: size, attachment, zone. */
import { allOf, getKind, labelOf, volumesOf } from '../catalog/lookup';
import { nextDevice } from '../editing/next-device';
import { VOLUME_LIMITS } from '../editing/set/volume';
import { zoneName, zoneOf } from './availability-zone';
import { finding, mend, page, type Rule } from './rule';

export const VOLUME_RULES: readonly Rule[] = [
  {
    id: 'VOLUME-001',
    severity: 'error',
    sentence: 'A volume is attached in its own zone.',
    source: page.attachVolume,
    check: (document) =>
      allOf(document, 'volume').flatMap((volume) => {
        const instance = getKind(document, volume.attachment?.instanceId, 'instance');
        const zone = instance && zoneOf(document, instance);
        if (!instance || zone === undefined || zone === volume.availabilityZone) return [];
        return finding(
          [volume.id, instance.id],
          `${labelOf(document, volume.id)} is in ${zoneName(document, volume.availabilityZone)}, its instance ${labelOf(document, instance.id)} in ${zoneName(document, zone)}.`,
          volume.attachment?.root
            ? mend(`Create it in ${zoneName(document, zone)}`, {
                type: 'update',
                id: volume.id,
                set: { availabilityZone: zone },
              })
            : mend(`Detach ${labelOf(document, volume.id)}`, {
                type: 'attach',
                id: volume.id,
                relation: 'attachment',
                to: null,
              }),
        );
      }),
  },
  {
    id: 'VOLUME-002',
    severity: 'error',
    sentence: 'A root volume is an SSD: st1 and sc1 do not boot.',
    source: page.volumeTypes,
    check: (document) =>
      allOf(document, 'volume').flatMap((volume) =>
        !volume.attachment?.root || VOLUME_LIMITS[volume.volumeType].boots
          ? []
          : finding(
              [volume.id, volume.attachment.instanceId],
              `${labelOf(document, volume.id)} is the root volume and ${volume.volumeType}; allowed are gp3, gp2, io2, io1 and standard.`,
              mend('Make it gp3', {
                type: 'update',
                id: volume.id,
                set: { volumeType: 'gp3', iops: null, throughput: null },
              }),
            ),
      ),
  },
  {
    id: 'VOLUME-003',
    severity: 'error',
    sentence: 'The size of a volume is within what its type takes.',
    source: page.volumeTypes,
    check: (document) =>
      allOf(document, 'volume').flatMap((volume) => {
        const [min, max] = VOLUME_LIMITS[volume.volumeType].sizeGib;
        if (volume.size >= min && volume.size <= max) return [];
        const size = Math.min(Math.max(volume.size, min), max);
        return finding(
          [volume.id],
          `${labelOf(document, volume.id)} has ${volume.size} GiB; ${volume.volumeType} takes ${min} to ${max} GiB.`,
          mend(`Make it ${size} GiB`, { type: 'update', id: volume.id, set: { size } }),
        );
      }),
  },
  {
    id: 'VOLUME-004',
    severity: 'error',
    sentence: 'Each volume of an instance has a device name of its own.',
    source: page.deviceNames,
    check: (document) =>
      allOf(document, 'instance').flatMap((instance) => {
        const taken = new Set<string>();
        return volumesOf(document, instance.id).flatMap((volume) => {
          const device = volume.attachment?.device ?? '';
          if (!taken.has(device)) {
            taken.add(device);
            return [];
          }
          return finding(
            [volume.id, instance.id],
            `${labelOf(document, instance.id)} has two volumes at ${device}.`,
            mend(`Move it to ${nextDevice(document, instance.id)}`, {
              type: 'attach',
              id: volume.id,
              relation: 'attachment',
              to: { ...volume.attachment, device: nextDevice(document, instance.id) },
            }),
          );
        });
      }),
  },
];
