/** The AWS documentation pages that the editing rules rest on. */
const EC2 = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide';
const VPC = 'https://docs.aws.amazon.com/vpc/latest/userguide';
const ELB = 'https://docs.aws.amazon.com/elasticloadbalancing/latest';
const PRIVATE_LINK = 'https://docs.aws.amazon.com/vpc/latest/privatelink';
const EBS = 'https://docs.aws.amazon.com/ebs/latest/userguide';

export const SOURCES = {
  errors: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  vpcCidr: `${VPC}/vpc-cidr-blocks.html`,
  subnets: `${VPC}/configure-subnets.html`,
  subnetSizing: `${VPC}/subnet-sizing.html`,
  internetGateway: `${VPC}/VPC_Internet_Gateway.html`,
  egressOnlyGateway: `${VPC}/egress-only-internet-gateway.html`,
  peering: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  gatewayEndpoint: `${PRIVATE_LINK}/gateway-endpoints.html`,
  interfaceEndpoint: `${PRIVATE_LINK}/create-interface-endpoint.html`,
  prefixLists: `${VPC}/managed-prefix-lists.html`,
  loadBalancers: `${ELB}/application/application-load-balancers.html`,
  networkLoadBalancers: `${ELB}/network/network-load-balancers.html`,
  listeners: `${ELB}/APIReference/API_CreateListener.html`,
  targets: `${ELB}/APIReference/API_RegisterTargets.html`,
  managedInterfaces: `${EC2}/requester-managed-eni.html`,
  natGateway: `${VPC}/nat-gateway-basics.html`,
  routeTables: `${VPC}/subnet-route-tables.html`,
  networkAcls: `${VPC}/vpc-network-acls.html`,
  securityGroups: `${VPC}/vpc-security-groups.html`,
  defaultGroup: `${VPC}/default-security-group.html`,
  interfaces: `${EC2}/using-eni.html`,
  prefixDelegation: `${EC2}/ec2-prefix-eni.html`,
  attachInterface: `${EC2}/network-interface-attachments.html`,
  interfaceLimits: `${EC2}/AvailableIpPerENI.html`,
  elasticIp: `${EC2}/elastic-ip-addresses-eip.html`,
  zones: `${EC2}/using-regions-availability-zones.html`,
  placementGroups: `${EC2}/placement-groups.html`,
  changePlacement: `${EC2}/change-instance-placement-group.html`,
  launch: `${EC2}/LaunchingAndUsingInstances.html`,
  terminate: `${EC2}/terminating-instances.html`,
  userData: `${EC2}/user-data.html`,
  resize: `${EC2}/ec2-instance-resize.html`,
  attachVolume: `${EBS}/ebs-attaching-volume.html`,
  detachVolume: `${EBS}/ebs-detaching-volume.html`,
  volumeTypes: `${EBS}/ebs-volume-types.html`,
  deviceNames: `${EC2}/device_naming.html`,
  regional: {
    image: `${EC2}/AMIs.html`,
    snapshot: `${EBS}/ebs-snapshots.html`,
    'key-pair': `${EC2}/ec2-key-pairs.html`,
    'dedicated-host': `${EC2}/dedicated-hosts-overview.html`,
    bucket: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
    'file-system': 'https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html',
  },
} as const;
