/** What an instance was made from, as far as logging in and its metadata depend on it. */
import type { ResourceOf, Scenario } from '../descriptors';
import { imageOfInstance } from './instance-image';

export interface KnownImage {
  /** `linux`: one of which nothing more is known, an appliance for instance. */
  readonly operatingSystem: ResourceOf<'image'>['operatingSystem'] | 'linux';
  /** The image in words: `Amazon Linux 2023`. */
  readonly title: string;
  /** Its default user, where it is not that of the system. */
  readonly user?: string;
  /** `v2.0`: tokens are required and two hops allowed, unless the launch says otherwise. */
  readonly imdsSupport?: 'v2.0';
  /** Made from an instance, whose keys are in it. */
  readonly copied?: true;
}

const SYSTEM_NAMES: Readonly<Record<KnownImage['operatingSystem'], string>> = {
  'amazon-linux-2023': 'Amazon Linux 2023',
  'amazon-linux-2': 'Amazon Linux 2',
  'ubuntu-24.04': 'Ubuntu 24.04',
  'debian-12': 'Debian 12',
  'rhel-9': 'Red Hat Enterprise Linux 9',
  'windows-2022': 'Windows Server 2022',
  linux: 'a Linux that is not drawn',
};

/** Images of Amazon Linux 2023 support version 2 of the metadata service: https://docs.aws.amazon.com/linux/al2023/ug/imdsv2.html */
export function knownImage(document: Scenario, instance: ResourceOf<'instance'>): KnownImage {
  const found = imageOfInstance(document, instance);
  switch (found.from) {
    case 'drawing': {
      const { operatingSystem, imdsSupport, sourceInstanceId, appliance } = found.image;
      return {
        operatingSystem: appliance === undefined ? operatingSystem : 'linux',
        title: SYSTEM_NAMES[operatingSystem],
        ...(imdsSupport === undefined ? {} : { imdsSupport }),
        ...(sourceInstanceId === undefined ? {} : { copied: true }),
      };
    }
    case 'list': {
      const { operatingSystem, title, defaultUser, appliance } = found.image;
      return {
        operatingSystem: appliance === undefined ? operatingSystem : 'linux',
        title,
        user: defaultUser,
        ...(operatingSystem === 'amazon-linux-2023' ? { imdsSupport: 'v2.0' } : {}),
      };
    }
    case 'elsewhere':
    case 'nowhere': {
      const system = instance.platform === 'windows' ? 'windows-2022' : 'linux';
      return { operatingSystem: system, title: SYSTEM_NAMES[system] };
    }
  }
}
