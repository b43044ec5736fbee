/** The metadata of one instance at a moment, and what requests for it get. */
import { instanceTypeFacts } from '../../facts/instance-types';
import type { BlockDevices, Metadata, MetadataOptions, MetadataPlacement } from '../../guest/imds/metadata';
import { metadataPaths } from '../../guest/imds/metadata-paths';
import { metadataQuestions } from '../../guest/imds/metadata-questions';
import { metadataTree } from '../../guest/imds/metadata-tree';
import { calendarTime } from '../../model/calendar';
import type { MetadataAnswer } from '../../model/inside';
import type { ResourceOf } from '../descriptors';
import { knownImage } from '../instance/known-image';
import { metadataOptionsOf } from '../instance/metadata-options';
import { allOf, getKind, interfacesOf, knownIdOf, subnetOfInstance, volumesOf } from '../lookup';
import { absentBecause } from './absent';
import { metadataInterface } from './metadata-interface';
import type { InsideWorld } from './world';

type Instance = ResourceOf<'instance'>;

export async function metadataOf(world: InsideWorld, instance: Instance): Promise<MetadataAnswer> {
  const absent = absentBecause(world.live[instance.id]);
  const options = metadataOptionsOf(world.document, instance);
  const settings = settingsOf(world, instance, options);
  if (absent !== undefined) return { question: 'metadata', absent, settings, tree: [], requests: [] };
  const tree = metadataTree(metadataPaths(await metadataAt(world, instance)));
  return { question: 'metadata', settings, tree, requests: metadataQuestions(options, tree) };
}

function settingsOf(
  { document }: InsideWorld,
  instance: Instance,
  options: MetadataOptions,
): MetadataAnswer['settings'] {
  const given = instance.metadataOptions ?? {};
  const image = knownImage(document, instance);
  const fromImage = { note: `as ${image.title} says` };
  const byDefault = { note: 'by default' };
  return [
    { label: 'HttpEndpoint', value: options.httpEndpoint, ...(given.httpEndpoint ? {} : byDefault) },
    {
      label: 'HttpTokens',
      value: options.httpTokens,
      ...(given.httpTokens ? {} : image.imdsSupport ? fromImage : byDefault),
    },
    {
      label: 'HttpPutResponseHopLimit',
      value: String(options.hopLimit),
      ...(given.httpPutResponseHopLimit === undefined ? (image.imdsSupport ? fromImage : byDefault) : {}),
    },
    { label: 'HttpProtocolIpv6', value: options.ipv6Endpoint, ...(given.httpProtocolIpv6 ? {} : byDefault) },
    {
      label: 'InstanceMetadataTags',
      value: given.instanceMetadataTags ?? 'disabled',
      ...(given.instanceMetadataTags ? {} : byDefault),
    },
  ];
}

/** Accounts of the drawing are named by their resources; this one stands for "mine". */
const THIS_ACCOUNT = '123456789012';

async function metadataAt(world: InsideWorld, instance: Instance): Promise<Metadata> {
  const { document } = world;
  const facts = instanceTypeFacts(instance.instanceType);
  const key = allOf(document, 'key-pair').find(({ keyName }) => keyName === instance.keyName);
  return {
    accountId: instance.account ?? Object.keys(document.accounts)[0] ?? THIS_ACCOUNT,
    instanceId: knownIdOf(document, instance.id),
    instanceType: instance.instanceType,
    imageId: instance.imageId === undefined ? 'ami-al2023' : knownIdOf(document, instance.imageId),
    reservationId: `r-${knownIdOf(document, instance.id).replace(/^i-/, '')}`,
    architecture: facts?.architectures[0] ?? 'x86_64',
    lifeCycle: instance.instanceMarketOptions ? 'spot' : 'on-demand',
    pendingTime: calendarTime(document.startsAt, await pendingSince(world, instance)).iso,
    interfaces: interfacesOf(document, instance.id).map((eni) => metadataInterface(world, eni)),
    placement: placementOf(world, instance),
    blockDevices: blockDevicesOf(world, instance),
    ...(instance.keyName === undefined
      ? {}
      : { key: { name: instance.keyName, type: key?.keyType ?? 'rsa' } }),
    ...(instance.iamInstanceProfile ? { role: instance.iamInstanceProfile.roleName } : {}),
    ...noticesOf(world, instance),
    ...(instance.metadataOptions?.instanceMetadataTags === 'enabled' ? { tags: tagsOf(instance) } : {}),
    ...(instance.userData === undefined ? {} : { userData: instance.userData }),
  };
}

/** When it last became pending: its launch or its last start, ms. */
async function pendingSince({ at, run }: InsideWorld, instance: Instance): Promise<number> {
  if (at === 'design') return 0;
  const events = (await run()).outline().events;
  return (
    events.findLast(
      (event) =>
        event.at <= at &&
        event.changes.some(
          ({ subject, field, after }) => subject === instance.id && field === 'state' && after === 'pending',
        ),
    )?.at ?? 0
  );
}

function placementOf({ document, live }: InsideWorld, instance: Instance): MetadataPlacement {
  const zone = getKind(document, subnetOfInstance(document, instance.id)?.availabilityZone, 'zone');
  const group = getKind(document, instance.placementGroup, 'placement-group');
  const region = getKind(document, zone?.region, 'region');
  const dedicated = instance.tenancy === 'host' ? (instance.hostId ?? live[instance.id]?.host) : undefined;
  return {
    region: region?.regionName ?? 'us-east-1',
    availabilityZone: zone?.zoneName ?? '',
    ...(zone?.zoneId === undefined ? {} : { availabilityZoneId: zone.zoneId }),
    ...(group ? { groupName: group.groupName } : {}),
    ...(group?.strategy === 'partition' && instance.partitionNumber !== undefined
      ? { partitionNumber: instance.partitionNumber }
      : {}),
    ...(dedicated ? { hostId: knownIdOf(document, dedicated) } : {}),
  };
}

function blockDevicesOf({ document, live, at }: InsideWorld, instance: Instance): BlockDevices {
  const volumes = volumesOf(document, instance.id).filter(
    ({ id }) => at === 'design' || live[id]?.attachedTo === instance.id,
  );
  const root = volumes.find(({ attachment }) => attachment?.root === true);
  const facts = instanceTypeFacts(instance.instanceType);
  return {
    root: root?.attachment?.device ?? '/dev/sda1',
    ebs: volumes.flatMap(({ attachment }) =>
      attachment && attachment.root !== true ? [attachment.device] : [],
    ),
    // NVMe disks, which all Nitro types have, are not in this mapping.
    ephemeral: facts?.instanceStore && facts.ebsNvme === 'unsupported' ? ['/dev/sdb'] : [],
  };
}

function noticesOf(
  { document, live }: InsideWorld,
  instance: Instance,
): Pick<Metadata, 'announcement' | 'interruption'> {
  const now = live[instance.id];
  const due = now?.scheduledEventAt;
  const noticed = now?.spotNoticeAt;
  const action = now?.spotAction;
  return {
    ...(now?.scheduledEvent && typeof due === 'number'
      ? {
          announcement: {
            code: now.scheduledEvent,
            eventId: `instance-event-${knownIdOf(document, instance.id).replace(/^i-/, '')}`,
            notBefore: calendarTime(document.startsAt, due).gmt,
          },
        }
      : {}),
    ...(typeof noticed === 'number' && (action === 'terminate' || action === 'stop' || action === 'hibernate')
      ? { interruption: { action, time: calendarTime(document.startsAt, noticed).iso } }
      : {}),
  };
}

/** Keys with a space or a slash can't be had by a path: EC2 refuses to switch the tags on with such a key. */
function tagsOf({ name, tags }: Instance): Readonly<Record<string, string>> {
  const all = { ...(name === undefined ? {} : { Name: name }), ...tags };
  return Object.fromEntries(Object.entries(all).filter(([key]) => !/[ /]/.test(key)));
}
