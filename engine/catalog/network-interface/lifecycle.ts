/** An interface as the lifecycle sees it: its addresses, and whether it goes with the instance. */
import type { MachineInterface } from '../../lifecycle/machine';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, interfacesOf } from '../lookup';
import { autoAssignedAddresses, wantsPublicAddress, type PublicAddresses } from '../public-address';
import type { Subjects } from '../subjects';
import { nameRules } from './name-rules';

type NetworkInterface = ResourceOf<'network-interface'>;

export function machineInterface(
  document: Scenario,
  eni: NetworkInterface,
  subjects: Subjects,
  publicAddresses: PublicAddresses,
): MachineInterface {
  const elastic = elasticIpsOf(document, eni);
  const primary = elastic.find(
    ({ privateIpAddress }) => privateIpAddress === undefined || privateIpAddress === eni.privateIpAddress,
  );
  const first = publicAddresses.get(eni.id)?.get(eni.privateIpAddress ?? '');
  return {
    subject: subjects.of(eni.id),
    deviceIndex: eni.attachment?.deviceIndex ?? 0,
    deleteOnTermination: eni.attachment?.deleteOnTermination ?? false,
    privateIp: eni.privateIpAddress,
    ...(primary ? { elasticIp: primary.publicIp } : {}),
    elasticIps: elastic.map(({ id }) => subjects.of(id)),
    ...(first !== undefined && !primary ? { firstPublicIp: first } : {}),
    publicIpOnStart: elastic.length === 0 && takesPublicIpOnStart(document, eni, first),
    publicIpAt: autoAssignedAddresses(document, eni.id),
    names: nameRules(document, eni),
  };
}

/**
 * A new address comes with a start where the launch gave one. Of an imported instance that runs, what was seen
 * says so; of one that is stopped, the subnet and the launch option.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
function takesPublicIpOnStart(document: Scenario, eni: NetworkInterface, first: string | undefined): boolean {
  const instanceId = eni.attachment?.instanceId;
  if (instanceId === undefined || eni.attachment?.deviceIndex !== 0) return false;
  const observed = document.observed[instanceId];
  if (observed?.awsId === undefined || observed.state === 'stopped')
    return wantsPublicAddress(document, instanceId);
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
