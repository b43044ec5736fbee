/** Nodes of load balancers: interfaces whose description names the load balancer. */
import { suffixOfBalancer } from './balancer-facts';
import type { Collected, Element } from './collected';
import { accountOfArn } from './place';
import type { ImportReport } from './report';
import { objects, text, texts } from './values';

/** Subnets of the nodes that are in the input, by `app/NAME/ID`. */
export function nodesBySuffix(lists: Collected['lists']): ReadonlyMap<string, ReadonlySet<string>> {
  const nodes = new Map<string, Set<string>>();
  for (const { value } of lists.NetworkInterfaces.values()) {
    const description = text(value, 'Description');
    if (!description?.startsWith('ELB ')) continue;
    const suffix = description.slice(4);
    const known = nodes.get(suffix) ?? new Set<string>();
    nodes.set(suffix, known.add(text(value, 'SubnetId') ?? ''));
  }
  return nodes;
}

/**
 * A load balancer names its subnets, and fixed addresses of its nodes: a node that describe-network-interfaces does not
 * show is made of them. @returns whether it has any node.
 */
export function addNodes(
  lists: Collected['lists'],
  balancer: Element,
  nodes: ReadonlyMap<string, ReadonlySet<string>>,
  report: ImportReport,
): boolean {
  const { id: arn, value } = balancer;
  const suffix = suffixOfBalancer(arn);
  const known = nodes.get(suffix);
  let made = 0;
  for (const zone of objects(value, 'AvailabilityZones')) {
    const subnetId = text(zone, 'SubnetId');
    if (subnetId === undefined || !lists.Subnets.has(subnetId) || known?.has(subnetId)) continue;
    const [address] = objects(zone, 'LoadBalancerAddresses');
    const privateIp = address && text(address, 'PrivateIPv4Address');
    // Without an address nobody can say which packets it takes.
    if (privateIp === undefined) continue;
    const publicIp = text(address ?? {}, 'IpAddress');
    const id = `${arn}/${subnetId}`.slice(-255);
    const account = accountOfArn(arn);
    lists.NetworkInterfaces.set(id, {
      ...balancer,
      id,
      ...(account === undefined ? {} : { owner: account }),
      value: {
        SubnetId: subnetId,
        VpcId: value['VpcId'],
        PrivateIpAddress: privateIp,
        Groups: texts(value, 'SecurityGroups').map((GroupId) => ({ GroupId })),
        Description: `ELB ${suffix}`,
        InterfaceType: text(value, 'Type')?.toLowerCase() === 'network' ? 'network_load_balancer' : undefined,
        Association:
          publicIp === undefined
            ? undefined
            : { PublicIp: publicIp, AllocationId: address?.['AllocationId'], IpOwnerId: 'amazon-elb' },
        Status: 'in-use',
        Synthetic: true,
      },
    });
    made += 1;
  }
  if (made > 0)
    report.warn(
      arn,
      'A node of a load balancer is not in the input (give ec2 describe-network-interfaces too); it was made from the address the load balancer names.',
    );
  const missing = objects(value, 'AvailabilityZones').length - (known?.size ?? 0) - made;
  if (missing > 0 && (known?.size ?? 0) + made > 0)
    report.warn(
      arn,
      'The input does not hold a node in every zone of a load balancer (give ec2 describe-network-interfaces too); a verdict that depends on the others may differ.',
    );
  return (known?.size ?? 0) + made > 0;
}
