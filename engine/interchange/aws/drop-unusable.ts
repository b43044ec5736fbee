/** Takes out elements the document can't hold, before ids are given, and says so. */
import { ipv4 } from './cidr';
import type { Collected } from './collected';
import type { HeldList } from './lists';
import type { ImportReport } from './report';
import { choice, flag, object, objects, text, type Foreign } from './values';

/** @returns AWS ids of things that exist all the same: a route to one leads somewhere we can't follow. */
export function dropUnusable({ lists }: Collected, report: ImportReport): ReadonlySet<string> {
  const unheld = new Set<string>();
  const drop = (list: HeldList, faultOf: (value: Foreign) => string | undefined): void => {
    for (const [key, element] of lists[list]) {
      const fault = faultOf(element.value);
      if (fault === undefined) continue;
      lists[list].delete(key);
      report.warn(element.id, fault);
    }
  };
  const withoutVpc =
    (thing: string) =>
    (value: Foreign): string | undefined =>
      text(value, 'VpcId') === undefined
        ? `${thing} does not say in which VPC it is and was left out.`
        : undefined;
  drop('Subnets', withoutVpc('A subnet'));
  drop('RouteTables', withoutVpc('A route table'));
  drop('NetworkAcls', withoutVpc('A network ACL'));
  drop('SecurityGroups', withoutVpc('A security group'));
  const standsNowhere = (value: Foreign): boolean => {
    const subnetId = text(value, 'SubnetId');
    return subnetId === undefined || (!lists.Subnets.has(subnetId) && text(value, 'VpcId') === undefined);
  };
  for (const [key, { id, value }] of lists.NatGateways) {
    const state = text(value, 'State')?.toLowerCase();
    const gone = state === 'deleted' || state === 'failed';
    if (!standsNowhere(value) && primaryAddressOf(value) !== undefined) continue;
    lists.NatGateways.delete(key);
    if (!gone) unheld.add(id);
    report.warn(
      id,
      text(value, 'AvailabilityMode')?.toLowerCase() === 'regional'
        ? 'A regional NAT gateway is not held yet; a path through it is answered unknown.'
        : gone
          ? 'A deleted or failed NAT gateway without an address was left out; a route to it is a blackhole.'
          : 'A NAT gateway without subnet or private address was left out; a path through it is answered unknown.',
    );
  }
  drop('NetworkInterfaces', (value) =>
    standsNowhere(value) ? 'An interface does not say in which subnet it is and was left out.' : undefined,
  );
  drop('Addresses', (value) =>
    ipv4(text(value, 'PublicIp')) === undefined
      ? 'An Elastic IP has no readable address and was left out.'
      : undefined,
  );
  drop('PlacementGroups', (value) =>
    text(value, 'GroupName') === undefined || choice(value, 'Strategy', STRATEGIES) === undefined
      ? 'A placement group has no name or strategy that is known and was left out.'
      : undefined,
  );
  drop('Volumes', (value) =>
    ['deleting', 'deleted', 'error'].includes(text(value, 'State')?.toLowerCase() ?? '')
      ? 'A volume that is being deleted or broken was left out.'
      : undefined,
  );
  return unheld;
}

const STRATEGIES = ['cluster', 'spread', 'partition'] as const;

/** After interfaces are complete: an instance stands where its interface does. */
export function dropUnplaced({ lists }: Collected, report: ImportReport): void {
  const placed = new Set<string>();
  for (const eni of lists.NetworkInterfaces.values()) {
    const instanceId = text(object(eni.value, 'Attachment'), 'InstanceId');
    if (instanceId !== undefined) placed.add(instanceId);
  }
  for (const [key, { id }] of lists.Instances)
    if (!placed.has(id)) {
      lists.Instances.delete(key);
      report.warn(id, 'An instance without interface or subnet stands nowhere and was left out.');
    }
}

/** The address entry marked as primary, else the first. */
export function primaryEntryOf(nat: Foreign): Foreign {
  const addresses = objects(nat, 'NatGatewayAddresses');
  return addresses.find((address) => flag(address, 'IsPrimary') === true) ?? addresses[0] ?? {};
}

export const primaryAddressOf = (nat: Foreign): string | undefined =>
  ipv4(text(primaryEntryOf(nat), 'PrivateIp'));
