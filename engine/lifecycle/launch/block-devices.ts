/**
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-device-mapping-concepts.html
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
import type { Refusal } from '../refusal';
import { refuse, type AskedDisk, type LaunchCheck, type LaunchMoment } from './launch-request';

/** Hard disks can't be started from. */
const NO_ROOT_TYPES = ['st1', 'sc1'];

export const blockDevicesFit: LaunchCheck = ({ disks, type, regionName }, moment) => {
  const most = type.facts?.maxEbsVolumes;
  if (typeof most === 'number' && disks.length > most)
    return refuse(
      'AttachmentLimitExceeded',
      `Volume count ${disks.length} exceeds the limit for ${type.name}, which is ${most}. Detach some, or choose a larger type.`,
    );
  const devices = new Set<string>();
  for (const disk of disks) {
    if (devices.has(disk.device))
      return refuse(
        'InvalidBlockDeviceMapping',
        `The device '${disk.device}' is used in more than one block-device mapping. Give one of them another name.`,
      );
    devices.add(disk.device);
    if (disk.root && NO_ROOT_TYPES.includes(disk.volumeType))
      return refuse(
        'BootForVolumeTypeUnsupported',
        `A volume of type '${disk.volumeType}' can't be used as a root volume (${disk.device}). Use gp3, gp2, io1 or io2.`,
      );
    const refused = snapshotRefusal(disk, regionName, moment);
    if (refused) return refused;
  }
  return undefined;
};

function snapshotRefusal(disk: AskedDisk, regionName: string, moment: LaunchMoment): Refusal | undefined {
  const { snapshot } = disk;
  if (!snapshot) return undefined;
  if (snapshot.regionName !== undefined && snapshot.regionName !== regionName)
    return refuse(
      'InvalidSnapshot.NotFound',
      `The snapshot '${snapshot.id}' does not exist in ${regionName}: it is in ${snapshot.regionName}. Copy it to ${regionName}.`,
    );
  const state = snapshot.subject === undefined ? undefined : moment.stateOf(snapshot.subject);
  if (state === 'not-created')
    return refuse(
      'InvalidSnapshot.NotFound',
      `The snapshot '${snapshot.id}' does not exist at this time. Create it earlier, or launch later.`,
    );
  if (disk.sizeGib < snapshot.sizeGib)
    return refuse(
      'InvalidBlockDeviceMapping',
      `Volume of size ${disk.sizeGib}GB (${disk.device}) is smaller than snapshot '${snapshot.id}', expect size >= ${snapshot.sizeGib}GB. Make the volume larger.`,
    );
  if (snapshot.encrypted && !disk.encrypted)
    return refuse(
      'InvalidBlockDeviceMapping',
      `The volume ${disk.device} is not encrypted, but its snapshot '${snapshot.id}' is. A volume of an encrypted snapshot is always encrypted: encrypt it.`,
    );
  return undefined;
}
