/**
 * What EC2 refuses to do with an image, by its state.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/disable-an-ami.html, ami-deprecate.html
 */
import type { ManagedImage } from './images';
import type { LifecycleCells, Machine } from './machine';
import type { Refusal } from './refusal';

export const IMAGE_CALLS = [
  'create-image',
  'deprecate-image',
  'disable-image',
  'enable-image',
  'deregister-image',
] as const;
export type ImageCall = (typeof IMAGE_CALLS)[number];

/** @param source the instance it is made from */
export function refusalOnImage(
  call: ImageCall,
  image: ManagedImage,
  source: Machine | undefined,
  cells: LifecycleCells,
): Refusal | undefined {
  const state = cells.get(image.subject, 'state') ?? 'available';
  if (call === 'create-image') return creation(image, state, source, cells);
  if (state === 'not-created')
    return refuse(
      'InvalidAMIID.NotFound',
      `The image id '[${image.id}]' does not exist: it has not been created yet.`,
    );
  if (state === 'deregistered')
    return refuse(
      'InvalidAMIID.Unavailable',
      `The image ID '${image.id}' is deregistered and can't come back. Register another one from its snapshot.`,
    );
  if (!image.own)
    return refuse('AuthFailure', `Not authorized for image:${image.id}. Only its owner can change it.`);
  if (call === 'enable-image' && state !== 'disabled')
    return refuse(undefined, `'${image.id}' is ${state}: there is nothing to enable.`);
  if (call === 'disable-image' && state !== 'available')
    return refuse(
      'InvalidAMIID.Unavailable',
      `The image ID '${image.id}' is ${state}; only an available image can be disabled.`,
    );
  if (call === 'deprecate-image' && cells.get(image.subject, 'deprecated') === true)
    return refuse(undefined, `'${image.id}' is deprecated already.`);
  return undefined;
}

function creation(
  image: ManagedImage,
  state: string,
  source: Machine | undefined,
  cells: LifecycleCells,
): Refusal | undefined {
  if (state !== 'not-created')
    return refuse(
      'InvalidAMIName.Duplicate',
      `'${image.id}' is there already (${state}). Draw another image to make one more.`,
    );
  if (!source)
    return refuse(
      'InvalidInstanceID.NotFound',
      `'${image.id}' names no instance it is made from. Set 'sourceInstanceId'.`,
    );
  if (source.rootDevice === 'instance-store')
    return refuse(
      'InvalidParameterValue',
      `The instance '${source.id}' does not have an 'ebs' root device type, so no image can be made of it this way. Use the AMI tools inside, or an instance with an EBS root volume.`,
    );
  const now = cells.get(source.subject, 'state');
  return now === 'running' || now === 'stopped'
    ? undefined
    : refuse(
        'IncorrectState',
        `The instance '${source.id}' is ${now ?? 'not there'}; an image is made of one that is running or stopped.`,
      );
}

const refuse = (code: string | undefined, message: string): Refusal =>
  code === undefined ? { message } : { code, message };
