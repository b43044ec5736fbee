/**
 * Instances, volumes and placement groups.
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html, API_Volume.html, API_PlacementGroup.html
 */
import type { ResourceOf } from '../../catalog/descriptors';
import type { Element } from './collected';
import { localName } from './place';
import { shortened } from './report';
import { commonOf, composed, present, put, regionIdOf, type Translation } from './translation';
import { choice, flag, has, integer, integerIn, object, objects, text, type Foreign } from './values';

type Instance = ResourceOf<'instance'>;
type Volume = ResourceOf<'volume'>;

const INSTANCE_TYPE = /^[a-z0-9-]{1,32}\.[a-z0-9-]{1,32}$/;
const VOLUME_TYPES = ['gp3', 'gp2', 'io2', 'io1', 'st1', 'sc1', 'standard'] as const;

export function addPlacementGroup(to: Translation, element: Element): void {
  const { value } = element;
  const common = commonOf(to, 'placement-group', element);
  const groupName = text(value, 'GroupName');
  const strategy = choice(value, 'Strategy', ['cluster', 'spread', 'partition']);
  if (!common || groupName === undefined || strategy === undefined) return;
  if (choice(value, 'SpreadLevel', ['host']) === 'host')
    to.report.warn(element.id, 'A spread placement group at host level is treated as one at rack level.');
  put(
    to,
    element,
    composed(common, {
      kind: 'placement-group',
      region: regionIdOf(to, element),
      groupName: groupName.slice(0, 255),
      strategy,
      partitionCount: strategy === 'partition' ? integerIn(value, 'PartitionCount', 1, 7) : undefined,
    }),
  );
}

/** Some instances name their placement group by name only; names are unique in an account and region. */
export function groupsByName(groups: Iterable<Element>): ReadonlyMap<string, string> {
  const byName = new Map<string, string>();
  for (const group of groups) {
    const name = text(group.value, 'GroupName');
    if (name !== undefined) byName.set(localName(group, name), group.id);
  }
  return byName;
}

export function addInstance(
  to: Translation,
  element: Element,
  placementGroups: ReadonlyMap<string, string>,
): void {
  const { value } = element;
  const common = commonOf(to, 'instance', element);
  if (!common) return;
  const placement = object(value, 'Placement');
  const type = text(value, 'InstanceType');
  const instanceType = type !== undefined && INSTANCE_TYPE.test(type) ? type : 't3.micro';
  if (instanceType !== type)
    to.report.warn(element.id, 'The type of an instance is not in the input; t3.micro was assumed.');
  const state = text(object(value, 'State'), 'Name')?.toLowerCase();
  const groupName = text(placement, 'GroupName');
  const placementGroup =
    to.ids.of('placement-group', text(placement, 'GroupId')) ??
    (groupName === undefined
      ? undefined
      : to.ids.of('placement-group', placementGroups.get(localName(element, groupName))));
  if (has(value, 'UserData'))
    to.report.info(element.id, 'User data of an instance was dropped: it may hold secrets.');
  put(
    to,
    element,
    composed(common, {
      kind: 'instance',
      instanceType,
      imageId: text(value, 'ImageId')?.slice(0, 64),
      platform: choice(value, 'Platform', ['windows']),
      placementGroup,
      partitionNumber: integerIn(placement, 'PartitionNumber', 1, 7),
      tenancy: choice(placement, 'Tenancy', ['dedicated', 'host']),
      instanceMarketOptions: spotOptionsOf(to, element),
      rootDeviceType: choice(value, 'RootDeviceType', ['instance-store']),
    }),
    state === undefined ? {} : { state: state.slice(0, 64) },
  );
}

function spotOptionsOf(to: Translation, { id, value }: Element): Instance['instanceMarketOptions'] {
  const lifecycle = text(value, 'InstanceLifecycle')?.toLowerCase();
  if (lifecycle === undefined) return undefined;
  if (lifecycle !== 'spot') {
    to.report.warn(id, `Purchase option ${shortened(lifecycle)} is treated as On-Demand.`);
    return undefined;
  }
  const request = to.input.lists.SpotInstanceRequests.get(text(value, 'SpotInstanceRequestId') ?? '');
  if (!request)
    to.report.info(
      id,
      'The request of a Spot instance is not in the input (give describe-spot-instance-requests too); one-time, terminated when taken back, was assumed.',
    );
  const from: Foreign = request?.value ?? {};
  return {
    marketType: 'spot',
    spotInstanceType: choice(from, 'Type', ['one-time', 'persistent']) ?? 'one-time',
    instanceInterruptionBehavior:
      choice(from, 'InstanceInterruptionBehavior', ['terminate', 'stop', 'hibernate']) ?? 'terminate',
  };
}

/** Types whose IOPS one chooses; elsewhere the figure follows from the size. */
const WITH_IOPS = ['gp3', 'io1', 'io2'];

export function addVolume(to: Translation, element: Element): void {
  const { value } = element;
  const common = commonOf(to, 'volume', element);
  const availabilityZone = to.zones.of(element, to.regions);
  if (!common || availabilityZone === undefined) return;
  const volumeType = choice(value, 'VolumeType', VOLUME_TYPES) ?? 'gp3';
  const size = integer(value, 'Size');
  if (size === undefined || size < 1 || size > 65536)
    to.report.warn(element.id, 'The size of a volume is not in the input; 8 GiB were assumed.');
  put(
    to,
    element,
    composed(common, {
      kind: 'volume',
      availabilityZone,
      size: size !== undefined && size >= 1 && size <= 65536 ? size : 8,
      volumeType,
      iops: WITH_IOPS.includes(volumeType) ? integerIn(value, 'Iops', 100, 256000) : undefined,
      throughput: volumeType === 'gp3' ? integerIn(value, 'Throughput', 125, 2000) : undefined,
      encrypted: flag(value, 'Encrypted') ?? false,
      attachment: volumeAttachmentOf(to, element),
    }),
  );
}

function volumeAttachmentOf(to: Translation, element: Element): Volume['attachment'] {
  const attachments = objects(element.value, 'Attachments').filter(
    (attachment) => text(attachment, 'State')?.toLowerCase() !== 'detached',
  );
  if (attachments.length > 1)
    to.report.warn(element.id, 'A volume attached to several instances is drawn at the first one.');
  const attachment = attachments[0];
  if (!attachment) return undefined;
  const awsInstanceId = text(attachment, 'InstanceId');
  const instanceId = to.ids.of('instance', awsInstanceId);
  if (instanceId === undefined) {
    to.report.warn(
      element.id,
      'A volume is attached to an instance that is not in the input; it is drawn detached.',
    );
    return undefined;
  }
  const instance = to.input.lists.Instances.get(awsInstanceId ?? '');
  const device = (text(attachment, 'Device') ?? '/dev/xvda').slice(0, 32);
  const root = instance !== undefined && text(instance.value, 'RootDeviceName') === device;
  return present({
    instanceId,
    device,
    root: root ? true : undefined,
    deleteOnTermination: flag(attachment, 'DeleteOnTermination') ?? false,
  });
}
