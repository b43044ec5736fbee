/** How the names of an interface are formed. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-naming.html */
import type { NameRules } from '../../lifecycle/machine';
import type { ResourceOf, Scenario } from '../descriptors';
import { getKind, knownIdOf } from '../lookup';

export function nameRules(document: Scenario, eni: ResourceOf<'network-interface'>): NameRules {
  const subnet = getKind(document, eni.subnetId, 'subnet');
  const vpc = getKind(document, subnet?.vpcId, 'vpc');
  const region = getKind(document, vpc?.region, 'region');
  const instance = getKind(document, eni.attachment?.instanceId, 'instance');
  const byResource =
    instance !== undefined &&
    eni.attachment?.deviceIndex === 0 &&
    hostnameType(instance, subnet) === 'resource-name';
  return {
    regionName: region?.regionName ?? 'us-east-1',
    publicNames: vpc !== undefined && vpc.enableDnsHostnames && vpc.enableDnsSupport,
    ...(byResource ? { resourceName: knownIdOf(document, instance.id) } : {}),
  };
}

/** Without an IPv4 block there is no address to name it by: such a subnet has resource names only. */
export const hostnameType = (
  instance: ResourceOf<'instance'>,
  subnet: ResourceOf<'subnet'> | undefined,
): 'ip-name' | 'resource-name' =>
  subnet !== undefined && subnet.cidrBlock === undefined
    ? 'resource-name'
    : (instance.privateDnsNameOptions?.hostnameType ?? 'ip-name');
