/** What an instance was made from, as far as the drawing tells. */
import type { ResourceOf, Scenario } from '../descriptors';
import { imageOfInstance } from './instance-image';

export interface KnownImage {
  readonly operatingSystem: ResourceOf<'image'>['operatingSystem'] | 'linux';
  /** The image in words: `Amazon Linux 2023`. */
  readonly title: string;
  /** `v2.0`: tokens are required and two hops allowed, unless the launch says otherwise. */
  readonly imdsSupport?: 'v2.0';
}

export const OPERATING_SYSTEM_NAMES: Readonly<Record<KnownImage['operatingSystem'], string>> = {
  'amazon-linux-2023': 'Amazon Linux 2023',
  'amazon-linux-2': 'Amazon Linux 2',
  'ubuntu-24.04': 'Ubuntu 24.04',
  'debian-12': 'Debian 12',
  'rhel-9': 'Red Hat Enterprise Linux 9',
  'windows-2022': 'Windows Server 2022',
  linux: 'a Linux that is not drawn',
};

/**
 * The image in the drawing or of the public list; without one, Amazon Linux 2023, whose images support version 2 of
 * the metadata service:
 * https://docs.aws.amazon.com/linux/al2023/ug/imdsv2.html. Of an AMI by its id alone only the platform is known.
 */
export function knownImage(document: Scenario, instance: ResourceOf<'instance'>): KnownImage {
  const found = imageOfInstance(document, instance);
  switch (found.from) {
    case 'drawing': {
      const { operatingSystem, imdsSupport } = found.image;
      return {
        operatingSystem,
        title: OPERATING_SYSTEM_NAMES[operatingSystem],
        ...(imdsSupport === undefined ? {} : { imdsSupport }),
      };
    }
    case 'list': {
      const { operatingSystem, title } = found.image;
      return {
        operatingSystem,
        title,
        ...(operatingSystem === 'amazon-linux-2023' ? { imdsSupport: 'v2.0' } : {}),
      };
    }
    case 'elsewhere':
    case 'nowhere':
      return instance.platform === 'windows'
        ? { operatingSystem: 'windows-2022', title: OPERATING_SYSTEM_NAMES['windows-2022'] }
        : { operatingSystem: 'linux', title: OPERATING_SYSTEM_NAMES.linux };
  }
}
