/**
 * An image of an instance, with a snapshot of each of its volumes. Instance stores are not captured.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/creating-an-ami-ebs.html
 */
import { instanceTypeFacts } from '../../facts/instance-types';
import { knownImage } from '../../catalog/instance/image';
import { getKind, labelOf, subnetOfInstance, volumesOf } from '../../catalog/lookup';
import type { ResourceOf } from '../../catalog/descriptors';
import { accept, refuse, type Plan, type Situation } from '../plan';
import { SOURCES } from '../sources';
import { nextImageName, snapshotOf } from './make-copy';

export function planCreateImage(
  situation: Situation,
  instance: ResourceOf<'instance'>,
  noReboot: boolean,
): Plan {
  const { document } = situation;
  const label = labelOf(document, instance.id);
  if (instance.rootDeviceType === 'instance-store')
    return refuse(
      'InvalidParameterValue',
      `${label} has its root volume on an instance store, of which no image is made this way. Use an instance with an EBS root volume.`,
      SOURCES.createImage,
    );
  const vpc = getKind(document, subnetOfInstance(document, instance.id)?.vpcId, 'vpc');
  if (!vpc)
    return refuse(
      'InvalidInstanceID.NotFound',
      `${label} stands in no subnet, so it has no Region for an image. Put it into one.`,
      SOURCES.createImage,
    );
  const volumes = volumesOf(document, instance.id);
  const { operatingSystem } = knownImage(document, instance);
  const arm = instanceTypeFacts(instance.instanceType)?.architectures.includes('arm64') === true;
  return accept(`Create an image of ${label}`, (draft) => {
    const blockDeviceMappings = volumes.map((volume) => ({
      deviceName: volume.attachment?.device ?? '',
      snapshotId: draft.add(snapshotOf(draft, volume, vpc.region)),
      volumeSize: volume.size,
      encrypted: volume.encrypted,
      deleteOnTermination: volume.attachment?.deleteOnTermination === true,
    }));
    return draft.add({
      id: draft.nextId('image'),
      kind: 'image',
      region: vpc.region,
      imageName: nextImageName(draft.document, label),
      architecture: arm ? 'arm64' : 'x86_64',
      // Of an AMI that is not drawn nothing is known but that it is some Linux.
      operatingSystem: operatingSystem === 'linux' ? 'amazon-linux-2023' : operatingSystem,
      ...(blockDeviceMappings.length === 0 ? {} : { blockDeviceMappings }),
      sourceInstanceId: instance.id,
      ...(noReboot ? { noReboot } : {}),
    });
  });
}
