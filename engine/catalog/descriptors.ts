/** The list of resource kinds, data only: the page may load it. Behaviour is listed in `behaviours.ts`. */
import type { Change, ChangeSet } from '../model/change';
import type { Diagnostic } from '../model/diagnostic';
import type { ScenarioDocument } from '../model/document';
import type { KindDescriptor } from '../model/kind';
import type { NetworkView } from '../model/view';
import type { PathResult } from '../model/path';
import { elasticIp, type ElasticIp } from './elastic-ip/kind';
import { instance, type Instance } from './instance/kind';
import { internet, type Internet } from './internet/kind';
import { internetGateway, type InternetGateway } from './internet-gateway/kind';
import { natGateway, type NatGateway } from './nat-gateway/kind';
import { networkAcl, type NetworkAcl } from './network-acl/kind';
import { networkInterface, type NetworkInterface } from './network-interface/kind';
import { placementGroup, type PlacementGroup } from './placement-group/kind';
import { region, type Region } from './region/kind';
import { routeTable, type RouteTable } from './route-table/kind';
import { securityGroup, type SecurityGroup } from './security-group/kind';
import { subnet, type Subnet } from './subnet/kind';
import { volume, type Volume } from './volume/kind';
import { vpc, type Vpc } from './vpc/kind';
import { zone, type Zone } from './zone/kind';
import { bucket, type Bucket } from './bucket/kind';
import { dedicatedHost, type DedicatedHost } from './dedicated-host/kind';
import { fileSystem, type FileSystem } from './file-system/kind';
import { image, type Image } from './image/kind';
import { keyPair, type KeyPair } from './key-pair/kind';
import { snapshot, type Snapshot } from './snapshot/kind';
import {
  egressOnlyInternetGateway,
  type EgressOnlyInternetGateway,
} from './egress-only-internet-gateway/kind';
import { loadBalancer, type LoadBalancer } from './load-balancer/kind';
import { otherResource, type OtherResource } from './other-resource/kind';
import { prefixList, type PrefixList } from './prefix-list/kind';
import { targetGroup, type TargetGroup } from './target-group/kind';
import { vpcEndpoint, type VpcEndpoint } from './vpc-endpoint/kind';
import { vpcPeeringConnection, type VpcPeeringConnection } from './vpc-peering-connection/kind';

export type Resource =
  | Vpc
  | Subnet
  | Instance
  | NetworkInterface
  | PlacementGroup
  | InternetGateway
  | NatGateway
  | RouteTable
  | ElasticIp
  | Volume
  | SecurityGroup
  | NetworkAcl
  | Region
  | Zone
  | Internet
  | EgressOnlyInternetGateway
  | LoadBalancer
  | OtherResource
  | PrefixList
  | TargetGroup
  | VpcEndpoint
  | VpcPeeringConnection
  | Image
  | Snapshot
  | KeyPair
  | DedicatedHost
  | Bucket
  | FileSystem;

export type Kind = Resource['kind'];
export type ResourceOf<K extends Kind> = Extract<Resource, { kind: K }>;

/** In palette order. A test fails if a folder is missing here. */
export const DESCRIPTORS = [
  vpc,
  subnet,
  instance,
  networkInterface,
  placementGroup,
  internetGateway,
  natGateway,
  loadBalancer,
  targetGroup,
  vpcEndpoint,
  vpcPeeringConnection,
  egressOnlyInternetGateway,
  routeTable,
  elasticIp,
  volume,
  securityGroup,
  networkAcl,
  prefixList,
  image,
  snapshot,
  keyPair,
  dedicatedHost,
  bucket,
  fileSystem,
  region,
  zone,
  internet,
  otherResource,
] as const;

const byKind = new Map<string, KindDescriptor>(
  DESCRIPTORS.map((descriptor) => [descriptor.kind, descriptor]),
);

/** @returns the descriptor of a kind; `undefined` for a kind this version does not know. */
export const descriptorOf = (kind: string): KindDescriptor | undefined => byKind.get(kind);

/** A document of the kinds above, and what is said about it. */
export type Scenario = ScenarioDocument<Resource>;
export type ScenarioChange = Change<Resource>;
export type ScenarioChangeSet = ChangeSet<Resource>;
export type ScenarioDiagnostic = Diagnostic<Resource>;
export type ScenarioView = NetworkView<Resource>;
export type ScenarioPath = PathResult<Resource>;
