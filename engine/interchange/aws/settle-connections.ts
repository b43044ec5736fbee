/** Takes out endpoints, peerings, gateways and the like that the document can't hold, and says so. */
import type { Collected } from './collected';
import { attachedVpcOf, endpointTypeOf, otherStateOf, peeredVpcsOf } from './connection-facts';
import type { ImportReport } from './report';
import { text, texts } from './values';

const GONE = ['deleted', 'delete-complete', 'terminated'];

/**
 * After stand-ins were added, so that what they stand for counts as there.
 * @returns AWS ids of things that exist all the same: a route to one leads somewhere we can't follow.
 */
export function settleConnections({ lists }: Collected, report: ImportReport): readonly string[] {
  const unheld: string[] = [];
  for (const [id, { value }] of lists.EgressOnlyInternetGateways) {
    if (lists.Vpcs.has(attachedVpcOf(value) ?? '')) continue;
    lists.EgressOnlyInternetGateways.delete(id);
    unheld.push(id);
    report.warn(id, 'An egress-only internet gateway of no VPC of the input was left out.');
  }
  for (const [id, { value }] of lists.VpcPeeringConnections) {
    if (peeredVpcsOf(value).some((vpcId) => lists.Vpcs.has(vpcId))) continue;
    lists.VpcPeeringConnections.delete(id);
    unheld.push(id);
    report.info(id, 'A peering connection between VPCs that are not in the input was left out.');
  }
  settleEndpoints(lists, report);
  for (const [id, { value }] of lists.PrefixLists)
    if (GONE.includes(text(value, 'State')?.toLowerCase() ?? '')) {
      lists.PrefixLists.delete(id);
      report.info(id, 'A deleted prefix list was left out.');
    }
  for (const [key, element] of lists.OtherResources)
    if (GONE.includes(otherStateOf(element.value) ?? '')) {
      lists.OtherResources.delete(key);
      report.info(element.id, `A deleted ${lowerFirst(element.resourceType ?? 'thing')} was left out.`);
    }
  return unheld;
}

/** `transit gateway`, but `Classic Load Balancer`. */
const lowerFirst = (words: string): string =>
  /^[A-Z]\S* [A-Z]|^Block|^Direct/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);

/** An interface endpoint stands at its interfaces: without any of them, nobody can say which packets it takes. */
function settleEndpoints(lists: Collected['lists'], report: ImportReport): void {
  for (const [id, endpoint] of lists.VpcEndpoints) {
    const { value } = endpoint;
    const type = endpointTypeOf(value);
    const setAside = (fault?: string): void => {
      lists.VpcEndpoints.delete(id);
      const resourceType = `VPC endpoint (${(text(value, 'VpcEndpointType') ?? 'Gateway').slice(0, 40)})`;
      lists.OtherResources.set(id, { ...endpoint, resourceType });
      if (fault !== undefined) report.warn(id, `${fault} A path through it is answered unknown.`);
    };
    if (!lists.Vpcs.has(text(value, 'VpcId') ?? '')) setAside('An endpoint does not say in which VPC it is.');
    else if (type === undefined) setAside();
    else if (type === 'Interface') {
      const nodes = texts(value, 'NetworkInterfaceIds');
      const held = nodes.filter((eni) => lists.NetworkInterfaces.has(eni));
      if (held.length === 0)
        setAside(
          'The interfaces of an endpoint are not in the input (give describe-network-interfaces too).',
        );
      else if (held.length < nodes.length)
        report.warn(
          id,
          'An interface of an endpoint is not in the input (give describe-network-interfaces too); a verdict that depends on it may differ.',
        );
    }
  }
}
