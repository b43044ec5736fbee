/** Can the type run the image? What the data does not know is not refused. */
import { refuse, type LaunchCheck } from './launch-request';

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html */
export const architectureFits: LaunchCheck = ({ image, type }) => {
  const has = type.facts?.architectures;
  if (!image || !has || image.architectures.some((architecture) => has.includes(architecture)))
    return undefined;
  return refuse(
    'InvalidParameterValue',
    `The architecture '${has.join(', ')}' of the specified instance type (${type.name}) does not match the architecture '${image.architectures.join(', ')}' of the specified AMI (${image.id}). Specify an instance type and an AMI that have matching architectures, and try again.`,
  );
};

/** The families that still take paravirtual images: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ComponentsAMIs.html */
const PARAVIRTUAL_FAMILIES = ['c1', 'c3', 'm1', 'm2', 'm3', 't1'];

export const virtualizationFits: LaunchCheck = ({ image, type }) => {
  if (image?.virtualizationType !== 'paravirtual' || !type.facts) return undefined;
  if (PARAVIRTUAL_FAMILIES.includes(type.facts.family)) return undefined;
  return refuse(
    'InvalidParameterCombination',
    `Non-HVM images such as ${image.id} (paravirtual) can't be launched on ${type.name}, only on ${PARAVIRTUAL_FAMILIES.join(', ')}. Choose an HVM image.`,
  );
};

/**
 * `uefi-preferred` falls back; an image that says nothing starts with what the processor does.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-boot.html
 */
export const bootModeFits: LaunchCheck = ({ image, type }) => {
  const mode = image?.bootMode;
  const modes = type.facts?.bootModes;
  if (!image || mode === undefined || mode === 'uefi-preferred' || !modes || modes.includes(mode))
    return undefined;
  return refuse(
    'InvalidParameterValue',
    `The instance type '${type.name}' does not support an AMI with a boot mode of ${mode} (${image.id}). It supports ${modes.join(', ')}. Choose a type that supports ${mode}, or another image.`,
  );
};

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/RootDeviceStorage.html */
export const rootDeviceFits: LaunchCheck = ({ image, type, rootDevice }) => {
  if (image?.rootDevice !== undefined && image.rootDevice !== rootDevice)
    return refuse(
      'InvalidParameterCombination',
      `The root device of ${image.id} is ${word(image.rootDevice)}, but ${word(rootDevice)} was asked for. Choose an image with that root device, or let it follow the image.`,
    );
  const can = type.facts?.supportedRootDevices;
  if (!can || can.includes(rootDevice === 'ebs' ? 'ebs' : 'instance-store')) return undefined;
  return refuse(
    'InvalidParameterCombination',
    `The instance type ${type.name} does not support a root device on ${word(rootDevice)}. Use an EBS volume, or a type of an older family such as c3, d2, i2, m3 or r3.`,
  );
};

const word = (device: 'ebs' | 'instance-store') => (device === 'ebs' ? 'an EBS volume' : 'an instance store');

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/enhanced-networking-ena.html, nvme-ebs-volumes.html */
export const driversFit: LaunchCheck = ({ image, type }) => {
  if (!image || image.nitroDrivers || !type.facts) return undefined;
  const { enaSupport, ebsNvme } = type.facts;
  if (enaSupport !== 'required' && ebsNvme !== 'required') return undefined;
  return refuse(
    'Unsupported',
    `Enhanced networking with the Elastic Network Adapter (ENA) and NVMe are required for the '${type.name}' instance type, and ${image.id} has no drivers for them. Install the drivers and make a new image, or choose a type that is not built on Nitro.`,
  );
};
