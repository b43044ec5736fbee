/** An instance as its boot sees it. */
import { EMPTY_DISK } from '../../guest/boot/guest-disk';
import type { BootCause, BootInput, BootVolume } from '../../guest/boot/boot-input';
import type { ImageFamily } from '../../guest/boot/images';
import { parseUserData } from '../../guest/user-data/parse-user-data';
import { instanceTypeFacts } from '../../facts/instance-types';
import { privateDnsName } from '../../lifecycle/names';
import type { LiveFields } from '../../model/live';
import type { ResourceId } from '../../model/resource';
import type { ResourceOf, Scenario } from '../descriptors';
import { operatingSystemOf } from '../instance/instance-image';
import { getKind, interfacesOf, knownIdOf, subnetOfInstance, volumesOf } from '../lookup';
import { macAddressOf } from '../network-interface/mac-address';

type Instance = ResourceOf<'instance'>;

const FAMILIES: Readonly<Record<ResourceOf<'image'>['operatingSystem'], ImageFamily>> = {
  'amazon-linux-2023': 'amazon-linux-2023',
  'amazon-linux-2': 'amazon-linux-2',
  'ubuntu-24.04': 'ubuntu',
  'debian-12': 'debian',
  'rhel-9': 'rhel',
  'windows-2022': 'windows',
};

/** What runs in it: as its image says; Amazon Linux 2023 where none is named, some Linux where it is not drawn. */
export function familyOf(document: Scenario, instance: Instance): ImageFamily {
  const system = operatingSystemOf(document, instance);
  if (system !== undefined) return FAMILIES[system];
  return instance.platform === 'windows' ? 'windows' : 'other-linux';
}

/** Its boot is played step by step: only user data brings anything that is worth it. */
export const bootsInSteps = (instance: Instance): boolean => (instance.userData ?? '').trim() !== '';

export const regionNameOf = (document: Scenario, instance: Instance): string => {
  const vpc = getKind(document, subnetOfInstance(document, instance.id)?.vpcId, 'vpc');
  return getKind(document, vpc?.region, 'region')?.regionName ?? 'us-east-1';
};

/** @param host as the placement names it. */
export function bootInputOf(
  document: Scenario,
  instance: Instance,
  cause: BootCause,
  live: (id: ResourceId) => LiveFields | undefined,
): BootInput {
  const family = familyOf(document, instance);
  const region = regionNameOf(document, instance);
  const subnet = subnetOfInstance(document, instance.id);
  const vpc = getKind(document, subnet?.vpcId, 'vpc');
  const volumes = volumesOf(document, instance.id).map((disk) => volumeOf(disk, live(disk.id), cause));
  const root = volumes.find((_volume, index) => volumesOf(document, instance.id)[index]?.attachment?.root);
  const privateIp = live(instance.id)?.privateIp ?? '';
  const named = privateDnsName(privateIp, { regionName: region, publicNames: false });
  const [hostName = '', ...domain] = named.split('.');
  const userData = parseUserData(instance.userData ?? '', {
    platform: family === 'windows' ? 'windows' : 'linux',
  });
  const arm = instanceTypeFacts(instance.instanceType)?.architectures.includes('arm64');
  return {
    instanceId: knownIdOf(document, instance.id),
    instanceType: instance.instanceType,
    imageId: instance.imageId ?? 'ami-al2023',
    family,
    architecture: arm ? 'arm64' : 'x86_64',
    cause,
    region,
    host: live(instance.id)?.host ?? 'a host',
    rootVolume: root ?? storeRoot(instance),
    volumes: volumes.filter((volume) => volume !== root),
    interfaces: interfacesOf(document, instance.id).map((eni) => ({
      id: eni.id,
      deviceIndex: eni.attachment?.deviceIndex ?? 0,
      macAddress: macAddressOf(eni.id),
      privateIp: live(eni.id)?.privateIp ?? eni.privateIpAddress ?? '',
      subnetCidr: getKind(document, eni.subnetId, 'subnet')?.cidrBlock ?? '',
    })),
    dhcp: {
      domainName: domain.join('.'),
      domainNameServers: vpc?.enableDnsSupport === false ? [] : ['169.254.169.253'],
    },
    hostName,
    ...(instance.keyName === undefined ? {} : { keyName: instance.keyName }),
    ...(userData.ok ? { userData: userData.value } : {}),
    disk: EMPTY_DISK,
  };
}

function volumeOf(disk: ResourceOf<'volume'>, live: LiveFields | undefined, cause: BootCause): BootVolume {
  const fromSnapshot = disk.attachment?.root === true || disk.snapshotId !== undefined;
  return {
    id: disk.id,
    device: disk.attachment?.device ?? '/dev/sdf',
    sizeGib: disk.size,
    blocks: fromSnapshot && cause === 'launch' ? 'snapshot' : 'present',
    formatted: fromSnapshot || (live?.data?.length ?? 0) > 0,
  };
}

const storeRoot = (instance: Instance): BootVolume => ({
  id: instance.id,
  device: '/dev/sda1',
  sizeGib: 10,
  blocks: 'instance-store-image',
  formatted: true,
});
