/** The next free slot on an instance: a device name for a volume, a device index for an interface. */
import type { Scenario } from '../catalog/descriptors';
import { interfacesOf, volumesOf } from '../catalog/lookup';
import type { ResourceId } from '../model/resource';

export const ROOT_DEVICE = '/dev/xvda';

/**
 * /dev/sdf to /dev/sdp, as recommended for EBS volumes, then on through the alphabet.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
export function nextDevice(document: Scenario, instanceId: ResourceId): string {
  const taken = new Set(volumesOf(document, instanceId).map((volume) => volume.attachment?.device));
  const letters = 'fghijklmnopqrstuvwxyz';
  for (const letter of letters) if (!taken.has(`/dev/sd${letter}`)) return `/dev/sd${letter}`;
  for (const first of 'bcde')
    for (const second of `abcde${letters}`)
      if (!taken.has(`/dev/xvd${first}${second}`)) return `/dev/xvd${first}${second}`;
  return '/dev/xvdba';
}

export function nextDeviceIndex(document: Scenario, instanceId: ResourceId): number {
  const taken = new Set(interfacesOf(document, instanceId).map((eni) => eni.attachment?.deviceIndex));
  let index = 1;
  while (taken.has(index)) index += 1;
  return index;
}
