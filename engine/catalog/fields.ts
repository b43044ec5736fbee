/** The properties of every kind. Apart from the descriptors: what a page draws first needs no form. */
import type { Field } from '../model/kind';
import type { Kind } from './descriptors';
import { elasticIpFields } from './elastic-ip/fields';
import { instanceFields } from './instance/fields';
import { internetFields } from './internet/fields';
import { internetGatewayFields } from './internet-gateway/fields';
import { natGatewayFields } from './nat-gateway/fields';
import { networkAclFields } from './network-acl/fields';
import { networkInterfaceFields } from './network-interface/fields';
import { placementGroupFields } from './placement-group/fields';
import { regionFields } from './region/fields';
import { routeTableFields } from './route-table/fields';
import { securityGroupFields } from './security-group/fields';
import { subnetFields } from './subnet/fields';
import { volumeFields } from './volume/fields';
import { vpcFields } from './vpc/fields';
import { zoneFields } from './zone/fields';
import { egressOnlyInternetGatewayFields } from './egress-only-internet-gateway/fields';
import { loadBalancerFields } from './load-balancer/fields';
import { otherResourceFields } from './other-resource/fields';
import { prefixListFields } from './prefix-list/fields';
import { targetGroupFields } from './target-group/fields';
import { vpcEndpointFields } from './vpc-endpoint/fields';
import { vpcPeeringConnectionFields } from './vpc-peering-connection/fields';
import { bucketFields } from './bucket/fields';
import { dedicatedHostFields } from './dedicated-host/fields';
import { fileSystemFields } from './file-system/fields';
import { imageFields } from './image/fields';
import { keyPairFields } from './key-pair/fields';
import { snapshotFields } from './snapshot/fields';

const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  'elastic-ip': elasticIpFields,
  instance: instanceFields,
  internet: internetFields,
  'internet-gateway': internetGatewayFields,
  'nat-gateway': natGatewayFields,
  'network-acl': networkAclFields,
  'network-interface': networkInterfaceFields,
  'placement-group': placementGroupFields,
  region: regionFields,
  'route-table': routeTableFields,
  'security-group': securityGroupFields,
  subnet: subnetFields,
  volume: volumeFields,
  vpc: vpcFields,
  zone: zoneFields,
  'egress-only-internet-gateway': egressOnlyInternetGatewayFields,
  'load-balancer': loadBalancerFields,
  'other-resource': otherResourceFields,
  'prefix-list': prefixListFields,
  'target-group': targetGroupFields,
  'vpc-endpoint': vpcEndpointFields,
  'vpc-peering-connection': vpcPeeringConnectionFields,
  bucket: bucketFields,
  'dedicated-host': dedicatedHostFields,
  'file-system': fileSystemFields,
  image: imageFields,
  'key-pair': keyPairFields,
  snapshot: snapshotFields,
};

const NONE: readonly Field[] = [];

/** @returns nothing for a kind this version does not know. */
export const fieldsOf = (kind: string): readonly Field[] =>
  Object.hasOwn(FIELDS, kind) ? FIELDS[kind as Kind] : NONE;
