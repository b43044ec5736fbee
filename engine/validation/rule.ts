/** A rule as data: what must hold, where AWS says so, and a check that finds where it does not. */
import type { Scenario, ScenarioChange, ScenarioChangeSet } from '../catalog/descriptors';
import type { Severity } from '../model/diagnostic';
import type { ResourceId } from '../model/resource';

export interface Finding {
  /** The first one is marked on the canvas. */
  readonly subjects: readonly ResourceId[];
  /** What is wrong, the value given, what is allowed. */
  readonly message: string;
  /** Where one edit mends it. */
  readonly fix?: ScenarioChangeSet;
}

export interface Rule {
  readonly id: string;
  /** error: EC2 would refuse it · warning: it will not do what it looks like · info: worth knowing. */
  readonly severity: Severity;
  /** What must hold, as a sentence. */
  readonly sentence: string;
  /** AWS documentation page. */
  readonly source: string;
  readonly check: (document: Scenario) => readonly Finding[];
}

export const finding = (
  subjects: readonly ResourceId[],
  message: string,
  fix?: ScenarioChangeSet,
): Finding => (fix ? { subjects, message, fix } : { subjects, message });

/** One change as a fix. */
export const mend = (label: string, ...changes: readonly ScenarioChange[]): ScenarioChangeSet => ({
  label,
  changes,
});

const EC2 = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide';
const ELB = 'https://docs.aws.amazon.com/elasticloadbalancing/latest';
const VPC = 'https://docs.aws.amazon.com/vpc/latest/userguide';
export const page = {
  vpcCidr: `${VPC}/vpc-cidr-blocks.html`,
  subnets: `${VPC}/configure-subnets.html`,
  subnetSizing: `${VPC}/subnet-sizing.html`,
  subnetRouteTables: `${VPC}/subnet-route-tables.html`,
  internetGateway: `${VPC}/VPC_Internet_Gateway.html`,
  egressOnlyGateway: `${VPC}/egress-only-internet-gateway.html`,
  routeTableOptions: `${VPC}/route-table-options.html`,
  peering: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  peeringRoutes: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
  gatewayEndpoints: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  interfaceEndpoints: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  balancers: `${ELB}/application/application-load-balancers.html`,
  balancerGroups: `${ELB}/application/load-balancer-update-security-groups.html`,
  listeners: `${ELB}/application/load-balancer-listeners.html`,
  targetGroups: `${ELB}/application/load-balancer-target-groups.html`,
  crossZone: `${ELB}/network/target-group-cross-zone.html`,
  natGateway: `${VPC}/nat-gateway-basics.html`,
  natTroubleshooting: `${VPC}/nat-gateway-troubleshooting.html`,
  networkAcls: `${VPC}/vpc-network-acls.html`,
  customAcls: `${VPC}/custom-network-acl.html`,
  groups: `${VPC}/vpc-security-groups.html`,
  groupRules: `${VPC}/security-group-rules.html`,
  vpcLimits: `${VPC}/amazon-vpc-limits.html`,
  interfaces: `${EC2}/using-eni.html`,
  attachInterface: `${EC2}/network-interface-attachments.html`,
  interfaceLimits: `${EC2}/AvailableIpPerENI.html`,
  elasticIp: `${EC2}/elastic-ip-addresses-eip.html`,
  instanceTypes: `${EC2}/instance-types.html`,
  rootDevice: `${EC2}/RootDeviceStorage.html`,
  deviceNames: `${EC2}/device_naming.html`,
  placementGroups: `${EC2}/placement-groups.html`,
  placementStrategies: `${EC2}/placement-strategies.html`,
  placementLimits: `${EC2}/limitations-placement-groups.html`,
  attachVolume: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html',
  volumeTypes: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html',
} as const;
