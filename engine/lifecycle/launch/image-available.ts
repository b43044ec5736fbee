/**
 * Is there such an image, and may this account launch it?
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/disable-an-ami.html
 */
import { refuse, type LaunchCheck } from './launch-request';

export const imageExists: LaunchCheck = ({ image, imageFault, regionName }, moment) => {
  if (imageFault?.fault === 'malformed')
    return refuse(
      'InvalidAMIID.Malformed',
      `Invalid id: '${imageFault.id}' (expecting 'ami-…'). Choose an image that is drawn, one of the list, or leave it empty for Amazon Linux 2023.`,
    );
  if (imageFault) return notFound(imageFault.id, 'It is not in this design: choose another image.');
  if (!image) return undefined;
  if (image.regionName !== undefined && image.regionName !== regionName)
    return notFound(
      image.id,
      `It is an image of ${image.regionName}, and the launch is in ${regionName}. Copy it to ${regionName} and launch the copy.`,
    );
  return image.subject !== undefined && moment.stateOf(image.subject) === 'not-created'
    ? notFound(image.id, 'It has not been created yet at this time: launch later, or create it earlier.')
    : undefined;
};

const notFound = (id: string, advice: string) =>
  refuse('InvalidAMIID.NotFound', `The image id '[${id}]' does not exist. ${advice}`);

const UNAVAILABLE: Readonly<Record<string, string>> = {
  pending: 'It is still being made: launch once it is available.',
  deregistered: 'It was deregistered. Register it again from its snapshot, or choose another image.',
  disabled: 'It is disabled. Enable it again, or choose another image.',
  failed: 'Making it has failed. Create it again.',
};

export const imageIsAvailable: LaunchCheck = ({ image }, moment) => {
  const state = image?.subject === undefined ? undefined : moment.stateOf(image.subject);
  if (!image || state === undefined || state === 'available') return undefined;
  return refuse(
    'InvalidAMIID.Unavailable',
    `The image ID '${image.id}' is ${state}. ${UNAVAILABLE[state] ?? 'Choose another image.'}`,
  );
};

export const mayLaunchImage: LaunchCheck = ({ image }) =>
  image && !image.permitted
    ? refuse(
        'AuthFailure',
        `Not authorized for images: [${image.id}]. Its owner has to share it with this account; or choose another image.`,
      )
    : undefined;

export const isSubscribed: LaunchCheck = ({ image }) =>
  image?.unsubscribed
    ? refuse(
        'OptInRequired',
        `In order to use ${image.id}, this account has to accept the terms and subscribe to the product in AWS Marketplace. Subscribe, or choose another image.`,
      )
    : undefined;
