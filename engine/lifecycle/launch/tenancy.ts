/**
 * Shared, dedicated, or on a Dedicated Host; which host is found when it is placed.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-groups.html
 */
import { refuse, type LaunchCheck } from './launch-request';

export const tenancyFits: LaunchCheck = ({ placement, type, market }) => {
  const { tenancy, namesHost, group } = placement;
  if (namesHost && tenancy !== 'host')
    return refuse(
      'InvalidTenancy',
      `A Dedicated Host is named, but the tenancy is '${tenancy}'. Set the tenancy to 'host', or take the host away.`,
    );
  if (tenancy === 'host' && type.facts && !type.facts.dedicatedHosts)
    return refuse(
      'InvalidTenancy',
      `The tenancy 'host' is not supported for ${type.name}: there are no Dedicated Hosts of ${type.facts.family}. Choose another type or tenancy.`,
    );
  if (tenancy === 'host' && market === 'spot')
    return refuse(
      'InvalidParameterCombination',
      "A Spot Instance can't run with the tenancy 'host'. Use 'default' or 'dedicated', or launch it On-Demand.",
    );
  if (group && tenancy === 'host')
    return refuse(
      'InvalidParameterCombination',
      `An instance on a Dedicated Host can't be in a placement group (${group.name}). Leave the group, or change the tenancy.`,
    );
  if (group?.strategy === 'spread' && tenancy === 'dedicated')
    return refuse(
      'InvalidParameterCombination',
      `A spread placement group (${group.name}) takes no Dedicated Instances. Use the tenancy 'default', or another group.`,
    );
  return undefined;
};
