/**
 * A short list of images that everybody finds: by a name of ours, since AWS gives each an id of its own per Region
 * and per build. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html
 */
export interface PublicImage {
  /** What an instance names in `imageId`. */
  readonly id: string;
  readonly title: string;
  readonly operatingSystem:
    'amazon-linux-2023' | 'amazon-linux-2' | 'ubuntu-24.04' | 'debian-12' | 'rhel-9' | 'windows-2022';
  readonly platform: 'linux' | 'windows';
  /** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/managing-users.html */
  readonly defaultUser: string;
  /** Each has an image; the one of the type's processor is taken. */
  readonly architectures: readonly ('x86_64' | 'arm64')[];
  /** GiB of its root snapshot. */
  readonly rootSizeGib: number;
  readonly owner: 'amazon' | 'aws-marketplace';
  readonly appliance?: 'firewall' | 'vpn';
}

export const DEFAULT_PUBLIC_IMAGE = 'ami-amazon-linux-2023';

const BOTH = ['x86_64', 'arm64'] as const;
const INTEL = ['x86_64'] as const;

export const PUBLIC_IMAGES: readonly PublicImage[] = [
  {
    id: DEFAULT_PUBLIC_IMAGE,
    title: 'Amazon Linux 2023',
    operatingSystem: 'amazon-linux-2023',
    platform: 'linux',
    defaultUser: 'ec2-user',
    architectures: BOTH,
    rootSizeGib: 8,
    owner: 'amazon',
  },
  {
    id: 'ami-amazon-linux-2',
    title: 'Amazon Linux 2',
    operatingSystem: 'amazon-linux-2',
    platform: 'linux',
    defaultUser: 'ec2-user',
    architectures: BOTH,
    rootSizeGib: 8,
    owner: 'amazon',
  },
  {
    id: 'ami-ubuntu-24.04',
    title: 'Ubuntu 24.04',
    operatingSystem: 'ubuntu-24.04',
    platform: 'linux',
    defaultUser: 'ubuntu',
    architectures: BOTH,
    rootSizeGib: 8,
    owner: 'amazon',
  },
  {
    id: 'ami-debian-12',
    title: 'Debian 12',
    operatingSystem: 'debian-12',
    platform: 'linux',
    defaultUser: 'admin',
    architectures: BOTH,
    rootSizeGib: 8,
    owner: 'amazon',
  },
  {
    id: 'ami-rhel-9',
    title: 'Red Hat Enterprise Linux 9',
    operatingSystem: 'rhel-9',
    platform: 'linux',
    defaultUser: 'ec2-user',
    architectures: BOTH,
    rootSizeGib: 10,
    owner: 'amazon',
  },
  {
    id: 'ami-windows-2022',
    title: 'Windows Server 2022',
    operatingSystem: 'windows-2022',
    platform: 'windows',
    defaultUser: 'Administrator',
    architectures: INTEL,
    rootSizeGib: 30,
    owner: 'amazon',
  },
  // Stand for what AWS Marketplace sells; subscribed to, since nobody chooses one without.
  {
    id: 'ami-marketplace-firewall',
    title: 'Firewall appliance (AWS Marketplace)',
    operatingSystem: 'amazon-linux-2',
    platform: 'linux',
    defaultUser: 'admin',
    architectures: INTEL,
    rootSizeGib: 60,
    owner: 'aws-marketplace',
    appliance: 'firewall',
  },
  {
    id: 'ami-marketplace-vpn',
    title: 'VPN appliance (AWS Marketplace)',
    operatingSystem: 'ubuntu-24.04',
    platform: 'linux',
    defaultUser: 'ubuntu',
    architectures: INTEL,
    rootSizeGib: 8,
    owner: 'aws-marketplace',
    appliance: 'vpn',
  },
];

const byId = new Map(PUBLIC_IMAGES.map((image) => [image.id, image]));

export const publicImage = (id: string): PublicImage | undefined => byId.get(id);
