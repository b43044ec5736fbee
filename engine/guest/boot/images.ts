/** What differs from image to image: package manager and its repository, what is installed, how the console looks. */
import type { Listener, PackageManager } from '../user-data/actions';

export const IMAGE_FAMILIES = [
  'amazon-linux-2023',
  'amazon-linux-2',
  'ubuntu',
  'debian',
  'rhel',
  'other-linux',
  'windows',
] as const;
export type ImageFamily = (typeof IMAGE_FAMILIES)[number];

export interface ImageFacts {
  /** As the console names it. */
  readonly title: string;
  /** Without the architecture. */
  readonly kernel: string;
  readonly cloudInit: string;
  /** Commands of package managers that the image has. */
  readonly managers: readonly string[];
  readonly own: PackageManager;
  readonly packages: readonly string[];
  /** A package that is installed starts its service: Debian and what comes of it. */
  readonly startsOnInstall: boolean;
  readonly awsCli: boolean;
  readonly cfnSignal: boolean;
  /** What listens once it has booted. */
  readonly listens: readonly Listener[];
  /** Name of the primary interface. */
  readonly interfaceName: string;
  readonly rootFileSystem: 'xfs' | 'ext4' | 'ntfs';
  /** What asks for an address. */
  readonly dhcpClient: 'systemd-networkd' | 'dhclient' | 'NetworkManager';
}

const SSH: Listener = { protocol: 'tcp', port: 22, name: 'sshd' };
/** https://docs.aws.amazon.com/AWSEC2/latest/WindowsGuide/connecting_to_windows_instance.html */
const RDP: Listener = { protocol: 'tcp', port: 3389, name: 'TermService' };

const BASE = ['openssh-server', 'chrony', 'cronie', 'cron'];

/** Versions are examples of their kind, so that the console reads as it does; nothing depends on them. */
export const IMAGES: Readonly<Record<ImageFamily, ImageFacts>> = {
  'amazon-linux-2023': {
    title: 'Amazon Linux 2023',
    kernel: '6.1.112-122.189.amzn2023',
    cloudInit: '22.2.2',
    managers: ['dnf', 'yum'],
    own: 'dnf',
    packages: [...BASE, 'amazon-ssm-agent'],
    startsOnInstall: false,
    awsCli: true,
    cfnSignal: true,
    listens: [SSH],
    interfaceName: 'ens5',
    rootFileSystem: 'xfs',
    dhcpClient: 'systemd-networkd',
  },
  'amazon-linux-2': {
    title: 'Amazon Linux 2',
    kernel: '5.10.226-214.880.amzn2',
    cloudInit: '19.3-46.amzn2',
    managers: ['yum', 'amazon-linux-extras'],
    own: 'yum',
    packages: [...BASE, 'amazon-ssm-agent'],
    startsOnInstall: false,
    awsCli: true,
    cfnSignal: true,
    listens: [SSH],
    interfaceName: 'eth0',
    rootFileSystem: 'xfs',
    dhcpClient: 'dhclient',
  },
  ubuntu: {
    title: 'Ubuntu 24.04.1 LTS',
    kernel: '6.8.0-1018-aws',
    cloudInit: '24.3.1-0ubuntu0~24.04.2',
    managers: ['apt'],
    own: 'apt',
    packages: [...BASE, 'amazon-ssm-agent'],
    startsOnInstall: true,
    awsCli: false,
    cfnSignal: false,
    listens: [SSH],
    interfaceName: 'ens5',
    rootFileSystem: 'ext4',
    dhcpClient: 'systemd-networkd',
  },
  debian: {
    title: 'Debian GNU/Linux 12',
    kernel: '6.1.0-26-cloud',
    cloudInit: '22.4.2',
    managers: ['apt'],
    own: 'apt',
    packages: BASE,
    startsOnInstall: true,
    awsCli: false,
    cfnSignal: false,
    listens: [SSH],
    interfaceName: 'ens5',
    rootFileSystem: 'ext4',
    dhcpClient: 'systemd-networkd',
  },
  rhel: {
    title: 'Red Hat Enterprise Linux 9.4 (Plow)',
    kernel: '5.14.0-427.37.1.el9_4',
    cloudInit: '23.4-7.el9_4',
    managers: ['dnf', 'yum'],
    own: 'dnf',
    packages: BASE,
    startsOnInstall: false,
    awsCli: false,
    cfnSignal: false,
    listens: [SSH],
    interfaceName: 'eth0',
    rootFileSystem: 'xfs',
    dhcpClient: 'NetworkManager',
  },
  'other-linux': {
    title: 'Linux',
    kernel: '6.1.0',
    cloudInit: '24.1',
    managers: ['yum', 'dnf', 'apt', 'zypper', 'amazon-linux-extras'],
    own: 'own',
    packages: BASE,
    startsOnInstall: false,
    awsCli: true,
    cfnSignal: true,
    listens: [SSH],
    interfaceName: 'eth0',
    rootFileSystem: 'ext4',
    dhcpClient: 'dhclient',
  },
  windows: {
    title: 'Windows_Server-2022-English-Full-Base',
    kernel: 'Microsoft Windows NT 10.0.20348.0',
    cloudInit: '',
    managers: [],
    own: 'own',
    packages: [],
    startsOnInstall: false,
    awsCli: false,
    cfnSignal: false,
    listens: [RDP],
    interfaceName: 'Ethernet',
    rootFileSystem: 'ntfs',
    dhcpClient: 'dhclient',
  },
};

/** Where packages come from. */
export interface PackageRepository {
  /** As the package manager names it. */
  readonly name: string;
  /** Absent: somewhere on the internet. */
  readonly host?: string;
  readonly port: number;
  /** It is a bucket of the Region, so that a gateway endpoint for S3 leads to it. */
  readonly bucket?: string;
}

/**
 * Amazon Linux takes its packages from buckets of the Region:
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html. Ubuntu, Debian and RHEL have mirrors on the internet.
 */
export function repositoryOf(family: ImageFamily, region: string): PackageRepository {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const inS3 = (name: string, bucket: string): PackageRepository => ({
    name,
    host: `${bucket}.s3.dualstack.${region}.${domain}`,
    port: 443,
    bucket,
  });
  switch (family) {
    case 'amazon-linux-2023':
      return inS3('amazonlinux', `al2023-repos-${region}-de612dc2`);
    case 'amazon-linux-2':
      return inS3('amzn2-core/2/x86_64', `amazonlinux-2-repos-${region}`);
    case 'ubuntu':
      return { name: 'noble', host: `${region}.ec2.archive.ubuntu.com`, port: 80 };
    case 'debian':
      return { name: 'bookworm', host: 'cdn-aws.deb.debian.org', port: 443 };
    case 'rhel':
      return { name: 'rhel-9-baseos-rhui-rpms', host: `rhui.${region}.aws.ce.redhat.com`, port: 443 };
    case 'other-linux':
    case 'windows':
      return { name: 'base', port: 443 };
  }
}

/** Debian's family goes by `apt`, so `apt` and `apt-get` count as one. */
export const hasManager = (facts: ImageFacts, manager: PackageManager, extras: boolean): boolean =>
  manager === 'own' || facts.managers.includes(extras ? 'amazon-linux-extras' : manager);
