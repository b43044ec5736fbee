/**
 * The classes in which EC2 counts vCPUs, each with a quota of its own, On-Demand and Spot apart.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-on-demand-instances.html#ec2-on-demand-instances-limits
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-limits.html
 */
import type { QuotaClass } from '../model/document';

const BY_FAMILY: readonly (readonly [prefix: RegExp, quotaClass: QuotaClass])[] = [
  [/^hpc/, 'hpc'],
  [/^inf/, 'inf'],
  [/^trn/, 'trn'],
  [/^dl/, 'dl'],
  [/^vt/, 'g-and-vt'],
  [/^g/, 'g-and-vt'],
  [/^f\d/, 'f'],
  [/^p\d/, 'p'],
  [/^u/, 'high-memory'],
  [/^x/, 'x'],
];

/** `undefined` for Mac, which is counted in Dedicated Hosts. */
export function quotaClassOf(instanceType: string): QuotaClass | undefined {
  if (instanceType.startsWith('mac')) return undefined;
  return BY_FAMILY.find(([prefix]) => prefix.test(instanceType))?.[1] ?? 'standard';
}
