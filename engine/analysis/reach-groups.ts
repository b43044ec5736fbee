/** Classes of interfaces as people and other programs name them. */
import { isIpv6, makeAddress } from '../model/ip/address';
import type { ReachGroup, ReachMember } from '../model/traffic';
import type { Interface, Network } from '../network/network';
import type { InterfaceClass } from '../network/symbolic/classes-of-interfaces';
import { listText } from '../network/words';
import type { Family } from './grounds';

export const INTERNET_MEMBER: ReachMember = { id: 'internet', label: 'the internet' };

/** @param id its place in the matrix */
export const internetGroup = (id: number): ReachGroup => ({
  id,
  label: INTERNET_MEMBER.label,
  members: [INTERNET_MEMBER],
  vpcId: null,
  subnetId: null,
  groupIds: [],
});

/** Members of a class are in one subnet and carry the same groups. */
export function groupOf({ id, interfaces, representative }: InterfaceClass, network: Network): ReachGroup {
  const members = interfaces.map((one) => memberOf(one, network));
  return {
    id,
    label: labelOf(members),
    members,
    vpcId: representative.subnet.vpc.id,
    subnetId: representative.subnet.id,
    groupIds: representative.groupIds,
  };
}

export const labelOf = (members: readonly ReachMember[]): string =>
  listText(
    members.map(({ label }) => label),
    3,
  );

/** A machine with one interface is called by its own name; a node of a service names the service. */
export function memberOf(one: Interface, { names }: Network): ReachMember {
  const { host, service } = one;
  if (!host) {
    const isNode = service?.type === 'load-balancer' || service?.type === 'endpoint';
    const known = isNode ? names.get(service.id) : undefined;
    const name = known && (known.name ?? known.awsId ?? known.id);
    return { id: one.id, label: name === undefined ? one.label : `${name} (${one.label})` };
  }
  const isOnly = host.interfaces.length === 1;
  return {
    id: one.id,
    instanceId: host.id,
    label: isOnly ? host.label : one.label === one.id ? `${host.label} ${one.id}` : one.label,
  };
}

/** Its addresses that the internet knows; IPv6 addresses are public as they are. */
export function publicTextsOf({ addresses, subnet }: Interface, family: Family): readonly string[] {
  return addresses.flatMap((address) => {
    if (family === 6) return isIpv6(address) ? [makeAddress(address)] : [];
    const published = subnet.vpc.publicByPrivate.get(address);
    return published === undefined ? [] : [makeAddress(published)];
  });
}
