/** Derived facts by kind. Kinds that have none to tell are not listed. */
import type { DerivedFacts } from '../model/inspection';
import type { LiveState } from '../model/live';
import type { Resource, Scenario } from './descriptors';
import { inspectEgressOnlyInternetGateway } from './egress-only-internet-gateway/inspect';
import { inspectElasticIp } from './elastic-ip/inspect';
import { inspectInstance } from './instance/inspect';
import { inspectInternetGateway } from './internet-gateway/inspect';
import { inspectLoadBalancer } from './load-balancer/inspect';
import { inspectNatGateway } from './nat-gateway/inspect';
import { inspectNetworkAcl } from './network-acl/inspect';
import { inspectNetworkInterface } from './network-interface/inspect';
import { inspectOtherResource } from './other-resource/inspect';
import { inspectPlacementGroup } from './placement-group/inspect';
import { inspectPrefixList } from './prefix-list/inspect';
import { inspectRouteTable } from './route-table/inspect';
import { inspectSecurityGroup } from './security-group/inspect';
import { inspectSubnet } from './subnet/inspect';
import { inspectTargetGroup } from './target-group/inspect';
import { inspectVolume } from './volume/inspect';
import { inspectVpc } from './vpc/inspect';
import { inspectVpcEndpoint } from './vpc-endpoint/inspect';
import { inspectVpcPeeringConnection } from './vpc-peering-connection/inspect';
import { inspectZone } from './zone/inspect';

/** @param live empty at `design`, where everything counts as running. */
export function derivedFacts(document: Scenario, resource: Resource, live: LiveState): DerivedFacts {
  switch (resource.kind) {
    case 'vpc':
      return inspectVpc(document, resource);
    case 'subnet':
      return inspectSubnet(document, resource);
    case 'route-table':
      return inspectRouteTable(document, resource);
    case 'network-acl':
      return inspectNetworkAcl(document, resource);
    case 'security-group':
      return inspectSecurityGroup(document, resource);
    case 'network-interface':
      return inspectNetworkInterface(document, resource, live);
    case 'instance':
      return inspectInstance(document, resource, live);
    case 'nat-gateway':
      return inspectNatGateway(document, resource, live);
    case 'internet-gateway':
      return inspectInternetGateway(document, resource);
    case 'elastic-ip':
      return inspectElasticIp(document, resource);
    case 'volume':
      return inspectVolume(document, resource, live);
    case 'placement-group':
      return inspectPlacementGroup(document, resource, live);
    case 'zone':
      return inspectZone(document, resource, live);
    case 'egress-only-internet-gateway':
      return inspectEgressOnlyInternetGateway(document, resource);
    case 'vpc-endpoint':
      return inspectVpcEndpoint(document, resource);
    case 'load-balancer':
      return inspectLoadBalancer(document, resource);
    case 'target-group':
      return inspectTargetGroup(document, resource, live);
    case 'vpc-peering-connection':
      return inspectVpcPeeringConnection(document, resource);
    case 'prefix-list':
      return inspectPrefixList(document, resource);
    case 'other-resource':
      return inspectOtherResource(document, resource);
    case 'region':
    case 'internet':
    case 'image':
    case 'snapshot':
    case 'key-pair':
    case 'dedicated-host':
    case 'bucket':
    case 'file-system':
      return { facts: [], tables: [] };
  }
}
