/**
 * How long each step takes. AWS publishes none of these figures, only that an instance with an EBS root volume
 * usually boots in under a minute (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ComponentsAMIs.html): they
 * are illustrative, and drawn by the run.
 */

/** A whole number from `low` to `high`, both included, for one thing. */
export type Draw = (thing: string, low: number, high: number) => number;

/** Shortest and longest, in ms. */
export const BOOT_DURATIONS_MS = {
  placement: [400, 1500],
  rootVolume: [500, 1500],
  dataVolume: [400, 1200],
  networkInterfaces: [500, 1500],
  resumeMemory: [5000, 20_000],
  kernel: [1500, 3500],
  windowsKernel: [8000, 15_000],
  /** Blocks are on the volume. */
  rootPresent: [500, 1200],
  /** Each block that is touched comes from S3 first. */
  rootFromSnapshot: [3000, 8000],
  rootFromInstanceStoreImage: [60_000, 240_000],
  mount: [100, 400],
  windowsSetup: [60_000, 150_000],
  dhcp: [150, 600],
  metadata: [50, 200],
  cloudInitLocal: [400, 1000],
  cloudInitNetwork: [600, 1500],
  cloudInitConfig: [300, 800],
  ec2Launch: [3000, 8000],
  services: [300, 1200],
  cloudInitFinal: [200, 500],
  ready: [100, 400],
  statusChecks: [60_000, 120_000],
  installPackages: [4000, 12_000],
  updatePackages: [8000, 30_000],
  refreshPackageLists: [2000, 5000],
  controlService: [200, 900],
  listen: [100, 400],
  fetch: [200, 1500],
  readMetadata: [5, 30],
  callAws: [400, 1500],
  makeFileSystem: [500, 2000],
  mountFileSystem: [300, 1200],
  signal: [300, 900],
  installFeature: [30_000, 90_000],
  local: [1, 10],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;
export type BootDuration = keyof typeof BOOT_DURATIONS_MS;

export function drawMs(draw: Draw, duration: BootDuration, thing: string): number {
  const [low, high] = BOOT_DURATIONS_MS[duration];
  return draw(thing, low, high);
}

/**
 * How long commands wait for what does not answer. The kernel gives up after six repeats of the first packet
 * (net.ipv4.tcp_syn_retries: 1 + 2 + … + 64 s).
 */
export const TCP_CONNECT_MS = 127_000;
/** cloud-init asks for metadata for two minutes: https://cloudinit.readthedocs.io/en/latest/reference/datasources/ec2.html */
export const METADATA_WAIT_MS = 120_000;
/** AWS CLI: 60 s to connect, three attempts. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-retries.html */
export const AWS_CLI_WAIT_MS = 180_000;
/** mount.nfs in the foreground tries again for two minutes (nfs(5), retry). */
export const NFS_WAIT_MS = 120_000;
/** Package managers: illustrative, seen between one and six minutes. */
export const PACKAGE_WAIT_MS = {
  yum: 60_000,
  dnf: 180_000,
  apt: 120_000,
  zypper: 120_000,
  own: 120_000,
} as const;
/** A name that is not known is told at once. */
export const NAME_WAIT_MS = 200;
