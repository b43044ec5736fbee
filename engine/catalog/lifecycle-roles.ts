/** A document as the domains that move in time see it: every kind translated, every subject numbered. */
import type { ManagedImage } from '../lifecycle/images';
import type { LaunchRequest } from '../lifecycle/launch/launch-request';
import type { AttachmentRequest, ElasticAddress, Eni } from '../lifecycle/attachments/world';
import type { Gateway, Machine } from '../lifecycle/machine';
import type { DedicatedHost } from '../placement/dedicated-hosts';
import type { PlacementRequest } from '../placement/placement';
import type { SpotRequest } from '../spot/request';
import type { Disk, Store, VolumeRequest, Writing } from '../storage/disk';
import type { ScriptAction } from '../model/document';
import type { ResourceId } from '../model/resource';
import type { Scenario } from './descriptors';
import { dedicatedHostOf } from './dedicated-host/lifecycle';
import { managedImageOf } from './image/lifecycle';
import { imageOfInstance } from './instance/instance-image';
import { launchRequestOf } from './instance/launch';
import { snapshotIdOf } from './instance/launch-disks';
import { machineOf, placementRequestOf, spotRequestOf, storeOf } from './instance/lifecycle';
import { allOf, getKind, interfacesOf, volumesOf } from './lookup';
import { elasticAddressOf } from './elastic-ip/lifecycle';
import { gatewayOf } from './nat-gateway/lifecycle';
import { machineInterface } from './network-interface/lifecycle';
import { groupOf } from './placement-group/lifecycle';
import { designAddresses } from './public-address';
import { subjectsOf, type Subjects } from './subjects';
import { diskOf } from './volume/lifecycle';

export interface LifecycleRoles {
  readonly document: Scenario;
  readonly subjects: Subjects;
  readonly machines: readonly Machine[];
  readonly machineOf: (subject: number) => Machine | undefined;
  /** Every interface of the document, attached or not. */
  readonly interfaceOf: (subject: number) => Eni | undefined;
  readonly elasticIpOf: (subject: number) => ElasticAddress | undefined;
  readonly subjectOf: (id: ResourceId) => number;
  readonly attachmentRequest: (action: number) => AttachmentRequest | undefined;
  readonly volumeRequest: (action: number) => VolumeRequest | undefined;
  readonly storeOf: (subject: number) => Store | undefined;
  readonly disks: readonly Disk[];
  readonly diskOf: (subject: number) => Disk | undefined;
  readonly requestOf: (subject: number) => SpotRequest | undefined;
  readonly placements: ReadonlyMap<number, PlacementRequest>;
  readonly dedicatedHosts: readonly DedicatedHost[];
  readonly images: readonly ManagedImage[];
  readonly imageOf: (subject: number) => ManagedImage | undefined;
  readonly launchRequestOf: (subject: number) => LaunchRequest | undefined;
  readonly gateways: readonly Gateway[];
  readonly zones: readonly number[];
  /** By time, then id: the payload of an action's event is its index here. */
  readonly script: readonly ScriptAction[];
  readonly writing: (action: number) => Writing | undefined;
}

/** Everything in the order of ids, so that the order in the file does not matter. */
export function lifecycleRoles(document: Scenario): LifecycleRoles {
  const subjects = subjectsOf(document);
  const publicAddresses = designAddresses(document);
  // By subject: looked up several times for each event.
  const none = () => new Array<undefined>(subjects.ids.length).fill(undefined);
  const machines: (Machine | undefined)[] = none();
  const stores: (Store | undefined)[] = none();
  const requests: (SpotRequest | undefined)[] = none();
  const diskBySubject: (Disk | undefined)[] = none();
  const placements = new Map<number, PlacementRequest>();
  const interfaceBySubject: (Eni | undefined)[] = none();
  for (const eni of allOf(document, 'network-interface')) {
    const described = machineInterface(document, eni, subjects, publicAddresses);
    interfaceBySubject[described.subject] = described;
  }
  const elasticBySubject: (ElasticAddress | undefined)[] = none();
  for (const address of allOf(document, 'elastic-ip'))
    elasticBySubject[subjects.of(address.id)] = elasticAddressOf(document, address, subjects);
  for (const instance of allOf(document, 'instance')) {
    const subject = subjects.of(instance.id);
    const interfaces = interfacesOf(document, instance.id).flatMap(
      ({ id }) => interfaceBySubject[subjects.of(id)] ?? [],
    );
    machines[subject] = machineOf(document, instance, subjects, interfaces);
    const image = imageOfInstance(document, instance);
    const attached = volumesOf(document, instance.id).map((disk) =>
      diskOf(document, disk, subjects, snapshotIdOf(disk, image)),
    );
    stores[subject] = storeOf(document, instance, subjects, attached);
    const request = spotRequestOf(document, instance, subjects);
    if (request) requests[subject] = request;
    const group = getKind(document, instance.placementGroup, 'placement-group');
    placements.set(
      subject,
      placementRequestOf(document, instance, subjects, group ? groupOf(group) : undefined),
    );
  }
  const disks = allOf(document, 'volume').map((disk) => diskOf(document, disk, subjects));
  for (const disk of disks) diskBySubject[disk.subject] = disk;
  const images = allOf(document, 'image').map((image) => managedImageOf(document, image, subjects));
  const imageBySubject: (ManagedImage | undefined)[] = none();
  for (const image of images) imageBySubject[image.subject] = image;
  const script = document.script.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    document,
    subjects,
    machines: machines.filter((machine) => machine !== undefined),
    machineOf: (subject) => machines[subject],
    interfaceOf: (subject) => interfaceBySubject[subject],
    elasticIpOf: (subject) => elasticBySubject[subject],
    subjectOf: subjects.of,
    attachmentRequest: (action) => attachmentRequestOf(script[action], subjects),
    volumeRequest: (action) => volumeRequestOf(script[action], subjects),
    storeOf: (subject) => stores[subject],
    disks,
    diskOf: (subject) => diskBySubject[subject],
    requestOf: (subject) => requests[subject],
    placements,
    dedicatedHosts: allOf(document, 'dedicated-host').map((host) =>
      dedicatedHostOf(document, host, subjects),
    ),
    images,
    imageOf: (subject) => imageBySubject[subject],
    launchRequestOf: launchRequests(document, subjects),
    gateways: allOf(document, 'nat-gateway').map((nat) => gatewayOf(document, nat, subjects)),
    zones: allOf(document, 'zone').map(({ id }) => subjects.of(id)),
    script,
    writing: (action) => writingOf(script[action], subjects),
  };
}

/** Made when they are first asked for. */
function launchRequests(
  document: Scenario,
  subjects: Subjects,
): (subject: number) => LaunchRequest | undefined {
  const made = new Map<number, LaunchRequest>();
  return (subject) => {
    const known = made.get(subject);
    const instance = known ? undefined : getKind(document, subjects.ids[subject], 'instance');
    if (!instance) return known;
    const request = launchRequestOf(document, instance, subjects);
    made.set(subject, request);
    return request;
  };
}

function attachmentRequestOf(
  action: ScriptAction | undefined,
  subjects: Subjects,
): AttachmentRequest | undefined {
  if (!action) return undefined;
  const { deviceIndex, privateIpAddress, allowReassociation, allowReassignment, sourceDestCheck } = action;
  return {
    to: subjects.of(action.to),
    toId: action.to ?? '',
    ...(deviceIndex === undefined ? {} : { deviceIndex }),
    ...(privateIpAddress === undefined ? {} : { privateIp: privateIpAddress }),
    ...(allowReassociation === undefined ? {} : { allowReassociation }),
    ...(allowReassignment === undefined ? {} : { allowReassignment }),
    ...(sourceDestCheck === undefined ? {} : { sourceDestCheck }),
  };
}

const volumeRequestOf = (action: ScriptAction | undefined, subjects: Subjects): VolumeRequest | undefined =>
  action && {
    to: subjects.of(action.to),
    toId: action.to ?? '',
    ...(action.device === undefined ? {} : { device: action.device }),
  };

function writingOf(action: ScriptAction | undefined, subjects: Subjects): Writing | undefined {
  if (!action || action.type !== 'write-data') return undefined;
  const { to } = action;
  const place = to === undefined || to === 'instance-store' || to === 'root' || to === 'memory';
  return { label: action.label ?? 'data', to: place ? to : subjects.of(to) };
}
