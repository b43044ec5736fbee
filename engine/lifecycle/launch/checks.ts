/**
 * What EC2 checks before it looks for hardware. AWS does not publish the order; ours goes from what is named to what
 * it needs, so that the first refusal is the one to mend first.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html
 */
import type { Refusal } from '../refusal';
import { blockDevicesFit } from './block-devices';
import { canHoldEnclaves } from './enclaves';
import { canHibernate } from './hibernation';
import { imageExists, imageIsAvailable, isSubscribed, mayLaunchImage } from './image-available';
import {
  architectureFits,
  bootModeFits,
  driversFit,
  rootDeviceFits,
  virtualizationFits,
} from './image-fits-type';
import { keyPairFits } from './key-pair';
import type { LaunchCheck, LaunchMoment, LaunchRequest } from './launch-request';
import { addressesAreFree, groupsFit, interfacesFit, interfacesWithinLimits, subnetExists } from './network';
import { tenancyFits } from './tenancy';
import { marketIsOffered, typeIsOffered } from './type-offered';
import { withinQuota } from './vcpu-quota';

export const LAUNCH_CHECKS: readonly LaunchCheck[] = [
  imageExists,
  imageIsAvailable,
  mayLaunchImage,
  isSubscribed,
  subnetExists,
  typeIsOffered,
  marketIsOffered,
  architectureFits,
  virtualizationFits,
  bootModeFits,
  rootDeviceFits,
  driversFit,
  keyPairFits,
  ({ userDataRefusal }) => userDataRefusal,
  interfacesWithinLimits,
  interfacesFit,
  addressesAreFree,
  groupsFit,
  blockDevicesFit,
  canHibernate,
  canHoldEnclaves,
  ({ spotRefusal }) => spotRefusal,
  tenancyFits,
  withinQuota,
];

/** A start of what is stopped asks for hardware and for quota anew, for nothing else. */
const START_CHECKS: readonly LaunchCheck[] = [withinQuota];

/** @returns the first refusal, if there is any; hardware is looked for afterwards. */
export function requestRefusal(
  call: 'launch' | 'start',
  request: LaunchRequest,
  moment: LaunchMoment,
): Refusal | undefined {
  for (const check of call === 'launch' ? LAUNCH_CHECKS : START_CHECKS) {
    const refusal = check(request, moment);
    if (refusal) return refusal;
  }
  return undefined;
}
