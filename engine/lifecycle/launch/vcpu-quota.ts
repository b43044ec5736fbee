/**
 * vCPUs of a class that may be pending or running at once, On-Demand and Spot apart.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html#ec2-on-demand-instances-limits
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-limits.html
 */
import type { QuotaClass } from '../../model/document';
import { refuse, type LaunchCheck } from './launch-request';

const NAMES: Readonly<Record<QuotaClass, string>> = {
  standard: 'Standard (A, C, D, H, I, M, R, T, Z)',
  f: 'F',
  'g-and-vt': 'G and VT',
  p: 'P',
  inf: 'Inf',
  trn: 'Trn',
  x: 'X',
  dl: 'DL',
  'high-memory': 'High Memory',
  hpc: 'HPC',
};

export const withinQuota: LaunchCheck = ({ quota, market, type, regionName }, moment) => {
  if (!quota) return undefined;
  let used = 0;
  for (const { subject, vCpus } of quota.others) if (moment.counts(subject)) used += vCpus;
  if (used + quota.vCpus <= quota.limit) return undefined;
  const sum = `${used} of ${quota.limit} vCPUs of the class ${NAMES[quota.quotaClass]} are in use in ${regionName}, and ${type.name} needs ${quota.vCpus}`;
  const advice = 'Stop something of that class, choose a smaller type, or ask AWS for a higher quota.';
  return market === 'spot'
    ? refuse('MaxSpotInstanceCountExceeded', `Max spot instance count exceeded: ${sum}. ${advice}`)
    : refuse(
        'VcpuLimitExceeded',
        `You have requested more vCPU capacity than your current vCPU limit of ${quota.limit} allows for the instance bucket that the specified instance type belongs to: ${sum}. ${advice}`,
      );
};
