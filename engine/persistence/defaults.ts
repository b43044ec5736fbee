/** What a resource in a file has that does not say otherwise: what EC2 does when the parameter is left out. */
import type { Kind } from '../catalog/descriptors';

/**
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/ CreateVpc, CreateSubnet, CreateNetworkInterface,
 * CreateVolume, CreateNatGateway, CreateVpcEndpoint, CreateManagedPrefixList;
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/ CreateLoadBalancer, CreateTargetGroup; for the outbound rule of a new group
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export const PROPERTY_DEFAULTS: Readonly<Partial<Record<Kind, Readonly<Record<string, unknown>>>>> = {
  vpc: { enableDnsSupport: true, enableDnsHostnames: false },
  subnet: { mapPublicIpOnLaunch: false },
  'network-interface': { sourceDestCheck: true },
  'nat-gateway': { connectivityType: 'public' },
  'route-table': { routes: [] },
  'network-acl': { entries: [] },
  'security-group': {
    securityGroupIngress: [],
    securityGroupEgress: [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
  },
  'load-balancer': { type: 'application', scheme: 'internet-facing', listeners: [] },
  'target-group': { targetType: 'instance', targets: [] },
  'vpc-endpoint': { vpcEndpointType: 'Gateway' },
  'prefix-list': { entries: [] },
  snapshot: { encrypted: false },
  'key-pair': { keyType: 'ed25519' },
  'file-system': { mountTargets: [] },
  volume: { size: 8, volumeType: 'gp3', encrypted: false },
};
