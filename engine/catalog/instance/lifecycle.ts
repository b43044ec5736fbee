/** An instance as the lifecycle, storage, Spot and placement domains see it. */
import { hostShareOf } from '../../facts/dedicated-host-capacity';
import { instanceTypeFacts } from '../../facts/instance-types';
import type { Machine } from '../../lifecycle/machine';
import type { Group, HostTenancy, PlacementRequest } from '../../placement/placement';
import type { SpotRequest } from '../../spot/request';
import type { Disk, Store } from '../../storage/disk';
import type { MachineInterface } from '../../lifecycle/machine';
import type { ResourceOf, Scenario } from '../descriptors';
import { allOf, getKind, knownIdOf, subnetOfInstance, volumesOf } from '../lookup';
import type { Subjects } from '../subjects';

type Instance = ResourceOf<'instance'>;

export function machineOf(
  document: Scenario,
  instance: Instance,
  subjects: Subjects,
  interfaces: readonly MachineInterface[],
): Machine {
  const facts = instanceTypeFacts(instance.instanceType);
  const spot = instance.instanceMarketOptions !== undefined;
  const observed = observedState(document.observed[instance.id]?.state);
  return {
    subject: subjects.of(instance.id),
    resource: instance.id,
    id: knownIdOf(document, instance.id),
    zone: subjects.of(subnetOfInstance(document, instance.id)?.availabilityZone),
    ...(observed ? { observed } : {}),
    rootDevice: instance.rootDeviceType ?? 'ebs',
    market: spot ? 'spot' : 'on-demand',
    hibernates: instance.hibernationOptions?.configured === true,
    shutdownBehavior: instance.instanceInitiatedShutdownBehavior ?? 'stop',
    checksVolumes: facts?.hypervisor === 'nitro',
    launchedByScript: instance.launch === 'by-script',
    bootsInSteps: (instance.userData ?? '').trim() !== '',
    // Neither protection can be set on Spot Instances.
    stopProtected: instance.disableApiStop === true && !spot,
    terminationProtected: instance.disableApiTermination === true && !spot,
    recoverable:
      facts?.autoRecovery === true &&
      (instance.tenancy ?? 'default') !== 'host' &&
      instance.maintenanceOptions?.autoRecovery !== 'disabled',
    interfaces,
    ...(facts
      ? {
          limits: {
            instanceType: instance.instanceType,
            interfaces: facts.maxEnis,
            addresses: facts.ipv4PerEni,
          },
        }
      : {}),
  };
}

/** A transition that an import caught half-way is taken as done. */
function observedState(state: string | undefined): Machine['observed'] {
  switch (state) {
    case 'pending':
    case 'running':
      return 'running';
    case 'stopping':
    case 'stopped':
      return 'stopped';
    case 'shutting-down':
    case 'terminated':
      return 'terminated';
    default:
      return undefined;
  }
}

/** Where images have their system disk, unless what was imported says otherwise. */
const ROOT_DEVICE = '/dev/xvda';

export const storeOf = (
  document: Scenario,
  instance: Instance,
  subjects: Subjects,
  disks: readonly Disk[],
): Store => ({
  subject: subjects.of(instance.id),
  resource: instance.id,
  id: knownIdOf(document, instance.id),
  zone: subjects.of(subnetOfInstance(document, instance.id)?.availabilityZone),
  rootDevice: disks.find(({ root }) => root)?.device ?? ROOT_DEVICE,
  hasInstanceStore:
    instance.rootDeviceType === 'instance-store' ||
    Boolean(instanceTypeFacts(instance.instanceType)?.instanceStore),
  rootOnInstanceStore: instance.rootDeviceType === 'instance-store',
  disks,
});

/** `undefined`: On-Demand. */
export function spotRequestOf(
  document: Scenario,
  instance: Instance,
  subjects: Subjects,
): SpotRequest | undefined {
  const options = instance.instanceMarketOptions;
  if (!options) return undefined;
  const root = volumesOf(document, instance.id).find((disk) => disk.attachment?.root === true);
  return {
    subject: subjects.of(instance.id),
    id: knownIdOf(document, instance.id),
    type: options.spotInstanceType,
    interruption: options.instanceInterruptionBehavior,
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hibernating-prerequisites.html
    canHibernate: instanceTypeFacts(instance.instanceType)?.hibernation === true && root?.encrypted === true,
  };
}

/** Types the data does not know are taken for small ones that go anywhere. */
export function placementRequestOf(
  document: Scenario,
  instance: Instance,
  subjects: Subjects,
  group: Group | undefined,
): PlacementRequest {
  const facts = instanceTypeFacts(instance.instanceType);
  const zone = getKind(document, subnetOfInstance(document, instance.id)?.availabilityZone, 'zone');
  return {
    subject: subjects.of(instance.id),
    zone: subjects.of(zone?.id),
    zoneName: zone?.zoneId ?? zone?.zoneName ?? '',
    zoneLabel: zone?.zoneName ?? '',
    vCpus: facts?.vCpus ?? 2,
    instanceType: instance.instanceType,
    clusterAllowed: facts?.placementStrategies.includes('cluster') ?? true,
    ...(group ? { group } : {}),
    ...(instance.partitionNumber === undefined ? {} : { partition: instance.partitionNumber }),
    ...(zone?.hosts === undefined ? {} : { zoneHosts: zone.hosts }),
    ...(instance.tenancy === 'host' && dedicatedHostsKnown(document, instance)
      ? { hostTenancy: hostTenancyOf(instance) }
      : {}),
  };
}

/** What came by an import runs on hosts that it did not bring along. */
const dedicatedHostsKnown = (document: Scenario, instance: Instance): boolean =>
  document.observed[instance.id]?.awsId === undefined || allOf(document, 'dedicated-host').length > 0;

const hostTenancyOf = (instance: Instance): HostTenancy => ({
  ...(instance.hostId === undefined ? {} : { hostId: instance.hostId }),
  affinity: instance.affinity === 'host',
  family: instance.instanceType.split('.')[0] ?? '',
  share: hostShareOf(instance.instanceType),
});
