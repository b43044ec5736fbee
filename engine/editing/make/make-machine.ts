/** Composes an instance, an interface or a NAT gateway with its address and what comes along with it. */
import { defaultSecurityGroup, getKind } from '../../catalog/lookup';
import type { ResourceId } from '../../model/resource';
import type { Draft } from '../draft';
import { nextAddress } from '../next-address';
import { ROOT_DEVICE } from '../next-device';
import { nextName } from '../next-name';
import { nextPublicAddress } from '../next-public-address';

const USUAL_INSTANCE_TYPE = 't3.micro';

/**
 * An instance brings its primary interface (next free address, default group, deleted with it) and its root volume
 * (8 GiB gp3, deleted with it).
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html,
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/RootDeviceStorage.html
 */
export function makeInstance(draft: Draft, subnetId: ResourceId, name?: string): ResourceId {
  const id = draft.nextId('instance');
  draft.add({
    id,
    kind: 'instance',
    name: name ?? nextName(draft.document, 'server'),
    instanceType: USUAL_INSTANCE_TYPE,
    imageId: 'ami-amazon-linux-2023',
    platform: 'linux',
  });
  makeInterface(draft, subnetId, { instanceId: id, deviceIndex: 0, deleteOnTermination: true });
  draft.add({
    id: draft.nextId('volume'),
    kind: 'volume',
    availabilityZone: getKind(draft.document, subnetId, 'subnet')?.availabilityZone ?? '',
    size: 8,
    volumeType: 'gp3',
    encrypted: false,
    attachment: { instanceId: id, device: ROOT_DEVICE, root: true, deleteOnTermination: true },
  });
  return id;
}

export function makeInterface(
  draft: Draft,
  subnetId: ResourceId,
  attachment?: {
    readonly instanceId: ResourceId;
    readonly deviceIndex: number;
    readonly deleteOnTermination: boolean;
  },
  name?: string,
): ResourceId {
  const subnet = getKind(draft.document, subnetId, 'subnet');
  const privateIpAddress = nextAddress(draft.document, subnetId);
  const group = defaultSecurityGroup(draft.document, subnet?.vpcId ?? '');
  return draft.add({
    id: draft.nextId('network-interface'),
    kind: 'network-interface',
    ...(name === undefined ? {} : { name }),
    subnetId,
    ...(privateIpAddress === undefined ? {} : { privateIpAddress }),
    groupSet: group ? [group.id] : [],
    sourceDestCheck: true,
    ...(attachment ? { attachment } : {}),
  });
}

/** A public NAT gateway brings an Elastic IP. */
export function makeNatGateway(draft: Draft, subnetId: ResourceId, name?: string): ResourceId {
  const region = getKind(draft.document, getKind(draft.document, subnetId, 'subnet')?.vpcId, 'vpc')?.region;
  const allocationId = makeElasticIp(draft, region ?? '');
  return draft.add({
    id: draft.nextId('nat-gateway'),
    kind: 'nat-gateway',
    ...(name === undefined ? {} : { name }),
    subnetId,
    connectivityType: 'public',
    privateIpAddress: nextAddress(draft.document, subnetId) ?? '',
    allocationId,
  });
}

export const makeElasticIp = (draft: Draft, region: ResourceId, name?: string): ResourceId =>
  draft.add({
    id: draft.nextId('elastic-ip'),
    kind: 'elastic-ip',
    ...(name === undefined ? {} : { name }),
    region,
    publicIp: nextPublicAddress(draft.document),
  });
