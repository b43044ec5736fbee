/** An interface as the lifecycle sees it: its addresses, and whether it goes with the instance. */
import type { Eni } from '../../lifecycle/attachments/world';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, interfacesOf, knownIdOf, serviceUsing } from '../lookup';
import { asksForPublicAddress, autoAssignedAddresses, type PublicAddresses } from '../public-address';
import type { Subjects } from '../subjects';
import { nameRules } from './name-rules';

type NetworkInterface = ResourceOf<'network-interface'>;

export function machineInterface(
  document: Scenario,
  eni: NetworkInterface,
  subjects: Subjects,
  publicAddresses: PublicAddresses,
): Eni {
  const elastic = elasticIpsOf(document, eni);
  const primary = elastic.find(
    ({ privateIpAddress }) => privateIpAddress === undefined || privateIpAddress === eni.privateIpAddress,
  );
  const first = publicAddresses.get(eni.id)?.get(eni.privateIpAddress ?? '');
  const subnet = getKind(document, eni.subnetId, 'subnet');
  const vpc = getKind(document, subnet?.vpcId, 'vpc');
  return {
    subject: subjects.of(eni.id),
    resource: eni.id,
    id: knownIdOf(document, eni.id),
    zone: subjects.of(subnet?.availabilityZone),
    subnet: eni.subnetId,
    region: vpc?.region,
    vpcId: vpc ? knownIdOf(document, vpc.id) : '',
    hasGateway: allOf(document, 'internet-gateway').some(({ vpcId }) => vpcId === vpc?.id),
    secondaryIps: eni.secondaryPrivateIpAddresses ?? [],
    managed: eni.managedBy !== undefined || serviceUsing(document, eni) !== null,
    deviceIndex: eni.attachment?.deviceIndex ?? 0,
    deleteOnTermination: eni.attachment?.deleteOnTermination ?? false,
    privateIp: eni.privateIpAddress,
    ...(primary ? { elasticIp: primary.publicIp } : {}),
    elasticIps: elastic.map(({ id }) => subjects.of(id)),
    ...(first !== undefined && !primary ? { firstPublicIp: first } : {}),
    asksPublicIp: asksPublicIp(document, eni, first, elastic.length > 0),
    publicIpAt: autoAssignedAddresses(document, eni.id),
    names: nameRules(document, eni),
  };
}

/**
 * A new address comes with a start where the launch gave one. Of an imported instance that runs, what was seen
 * says so; of one that is stopped, the subnet and the launch option.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
function asksPublicIp(
  document: Scenario,
  eni: NetworkInterface,
  first: string | undefined,
  hasElastic: boolean,
): boolean {
  const instanceId = eni.attachment?.instanceId;
  if (instanceId === undefined || eni.attachment?.deviceIndex !== 0) return false;
  const observed = document.observed[instanceId];
  if (observed?.awsId === undefined || observed.state === 'stopped' || hasElastic)
    return asksForPublicAddress(document, instanceId);
  return first !== undefined && interfacesOf(document, instanceId).length === 1;
}

export const elasticIpsOf = (
  document: Scenario,
  eni: NetworkInterface,
): readonly ResourceOf<'elastic-ip'>[] => elasticIpIndex(document).get(eni.id) ?? [];

const indexes = new WeakMap<Scenario['resources'], ReadonlyMap<string, ResourceOf<'elastic-ip'>[]>>();

// Documents are immutable, so an index stays true as long as its resources object lives.
function elasticIpIndex(document: Scenario): ReadonlyMap<string, ResourceOf<'elastic-ip'>[]> {
  const known = indexes.get(document.resources);
  if (known) return known;
  const index = new Map<string, ResourceOf<'elastic-ip'>[]>();
  for (const address of allOf(document, 'elastic-ip')) {
    if (address.networkInterfaceId === undefined) continue;
    const list = index.get(address.networkInterfaceId);
    if (list) list.push(address);
    else index.set(address.networkInterfaceId, [address]);
  }
  indexes.set(document.resources, index);
  return index;
}
