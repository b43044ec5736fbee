/** DNS names that follow an address. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-naming.html */
import type { NameRules } from './machine';

const dashed = (address: string): string => address.replaceAll('.', '-');

/** `ip-10-0-1-5.ec2.internal`; outside us-east-1 `ip-10-0-1-5.eu-west-1.compute.internal`. */
export const privateDnsName = (address: string, { regionName }: NameRules): string =>
  regionName === 'us-east-1'
    ? `ip-${dashed(address)}.ec2.internal`
    : `ip-${dashed(address)}.${regionName}.compute.internal`;

/** `ec2-54-1-2-3.compute-1.amazonaws.com`; none unless the VPC has DNS hostnames and DNS resolution on. */
export function publicDnsName(address: string, { regionName, publicNames }: NameRules): string | null {
  if (!publicNames) return null;
  return regionName === 'us-east-1'
    ? `ec2-${dashed(address)}.compute-1.amazonaws.com`
    : `ec2-${dashed(address)}.${regionName}.compute.amazonaws.com`;
}
