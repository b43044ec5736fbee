/** DNS names that follow an address. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-naming.html */
import type { NameRules } from './machine';

type InRegion = Pick<NameRules, 'regionName'> & Partial<NameRules>;

const dashed = (address: string): string => address.replaceAll('.', '-');

const inDomain = (host: string, { regionName }: InRegion): string =>
  regionName === 'us-east-1' ? `${host}.ec2.internal` : `${host}.${regionName}.compute.internal`;

/** `ip-10-0-1-5.ec2.internal`; outside us-east-1 `ip-10-0-1-5.eu-west-1.compute.internal`. */
export const privateDnsName = (address: string, rules: InRegion): string =>
  inDomain(`ip-${dashed(address)}`, rules);

/** `i-0123456789abcdef0.ec2.internal` */
export const resourceDnsName = (instanceId: string, rules: InRegion): string => inDomain(instanceId, rules);

/** The name the guest has for its host name: by its address, or by the instance where the launch says so. */
export function hostDnsName(address: string | null, rules: NameRules): string | null {
  if (rules.resourceName !== undefined) return resourceDnsName(rules.resourceName, rules);
  return address === null ? null : privateDnsName(address, rules);
}

/** `ec2-54-1-2-3.compute-1.amazonaws.com`; none unless the VPC has DNS hostnames and DNS resolution on. */
export function publicDnsName(address: string, { regionName, publicNames }: NameRules): string | null {
  if (!publicNames) return null;
  return regionName === 'us-east-1'
    ? `ec2-${dashed(address)}.compute-1.amazonaws.com`
    : `ec2-${dashed(address)}.${regionName}.compute.amazonaws.com`;
}
