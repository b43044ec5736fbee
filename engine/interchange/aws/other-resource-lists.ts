/**
 * Lists of things that take part in routing and that the document holds as `other-resource`: drawn, named, not modelled.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html,
 * https://docs.aws.amazon.com/directconnect/latest/APIReference/API_Operations.html,
 * https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeFirewall.html,
 * https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_LoadBalancerDescription.html
 */
export interface OtherResourceList {
  /** Key of the answer. */
  readonly name: string;
  /** What it is, in AWS's words. */
  readonly resourceType: string;
  /** What tells elements apart; the first that is there. */
  readonly ids: readonly string[];
}

const list = (name: string, resourceType: string, ...ids: readonly string[]): OtherResourceList => ({
  name,
  resourceType,
  ids,
});

const OTHER_RESOURCE_LISTS: readonly OtherResourceList[] = [
  list('TransitGatewayVpcAttachments', 'Transit gateway attachment', 'TransitGatewayAttachmentId'),
  list('TransitGatewayPeeringAttachments', 'Transit gateway attachment', 'TransitGatewayAttachmentId'),
  list('TransitGatewayAttachments', 'Transit gateway attachment', 'TransitGatewayAttachmentId'),
  list('TransitGatewayRouteTables', 'Transit gateway route table', 'TransitGatewayRouteTableId'),
  list('TransitGateways', 'Transit gateway', 'TransitGatewayId'),
  list('VpnConnections', 'Site-to-Site VPN connection', 'VpnConnectionId'),
  list('VpnGateways', 'Virtual private gateway', 'VpnGatewayId'),
  list('CustomerGateways', 'Customer gateway', 'CustomerGatewayId'),
  list('CarrierGateways', 'Carrier gateway', 'CarrierGatewayId'),
  list('LocalGateways', 'Local gateway', 'LocalGatewayId'),
  list('VirtualInterfaces', 'Direct Connect virtual interface', 'virtualInterfaceId'),
  list('DirectConnectGateways', 'Direct Connect gateway', 'directConnectGatewayId'),
  list('Connections', 'Direct Connect connection', 'connectionId'),
  list('Firewalls', 'Network Firewall', 'FirewallArn', 'FirewallName'),
  list('Firewall', 'Network Firewall', 'FirewallArn', 'FirewallName'),
  // Its name is unique in an account and region only, its DNS name everywhere.
  list('LoadBalancerDescriptions', 'Classic Load Balancer', 'DNSName', 'LoadBalancerName'),
  list('VpcBlockPublicAccessExclusions', 'Block Public Access exclusion', 'ExclusionId'),
];

const normal = (key: string): string => key.toLowerCase();

export const OTHER_RESOURCES_BY_KEY: ReadonlyMap<string, OtherResourceList> = new Map(
  OTHER_RESOURCE_LISTS.map((entry) => [normal(entry.name), entry]),
);

/** The list of an element of a bare array, told by the id it has. */
export const otherResourceListOf = (hasKey: (key: string) => boolean): OtherResourceList | undefined =>
  OTHER_RESOURCE_LISTS.find(({ ids: [id] }) => id !== undefined && id !== 'DNSName' && hasKey(id));
