/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshooting-launch.html */
import { refuse, type LaunchCheck } from './launch-request';

export const typeIsOffered: LaunchCheck = ({ type, zoneName }) =>
  type.offered === false
    ? refuse(
        'Unsupported',
        `Your requested instance type (${type.name}) is not supported in your requested Availability Zone (${zoneName}). Choose another zone or another type.`,
      )
    : undefined;

/** A few types are not to be had as Spot Instances. */
export const marketIsOffered: LaunchCheck = ({ type, market }) =>
  market === 'spot' && type.facts && !type.facts.supportedUsageClasses.includes('spot')
    ? refuse(
        'UnsupportedOperation',
        `The instance type ${type.name} can't be launched as a Spot Instance. Launch it On-Demand, or choose another type.`,
      )
    : undefined;
