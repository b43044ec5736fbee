/** Console output of Linux: kernel, network, the stages of cloud-init, what scripts print, the login prompt. */
import { isFirstBoot } from '../boot-input';
import { IMAGES, type ImageFacts } from '../images';
import type { BootEntry } from '../play-boot';
import { mailDate, momentAt } from './calendar';
import { keyLines, networkTables, routerOf } from './ci-info';
import type { BootRecord } from './record';

const PROCESS = 1243;

interface Clock {
  /** ms since the kernel has started, before and after the step. */
  readonly from: number;
  readonly to: number;
  /** ms of the run at which the step ends. */
  readonly at: number;
}

export function linuxConsole(record: BootRecord): string[] {
  const lines: string[] = [];
  let uptimeMs = 0;
  let at = record.bootsAtMs;
  for (const entry of record.entries) {
    const { durationMs } = entry.outcome;
    const runs = uptimeMs > 0 || ['kernel', 'resume-memory'].includes(entry.step.id);
    const clock = { from: uptimeMs, to: runs ? uptimeMs + durationMs : 0, at: at + durationMs };
    lines.push(...linesOf(entry, clock, record));
    at = clock.at;
    uptimeMs = clock.to;
  }
  return lines;
}

function linesOf(entry: BootEntry, clock: Clock, record: BootRecord): string[] {
  const { input } = record;
  const facts = IMAGES[input.family];
  const { step, outcome } = entry;
  const stamp = stamped(clock.from);
  const ends = stamped(clock.to);
  const stage = (name: string): string => `${ends} ${stageLine(name, clock, record)}`;
  switch (step.id) {
    case 'placement':
    case 'root-volume':
    case 'data-volume':
    case 'network-interfaces':
    case 'status-checks':
      return [];
    case 'resume-memory':
      return [
        `${stamp} PM: hibernation: resume from hibernation`,
        `${ends} PM: hibernation: Basic memory bitmaps freed`,
        `${ends} OOM killer enabled.`,
        `${ends} Restarting tasks ... done.`,
      ];
    case 'kernel':
      return kernelLines(record, clock);
    case 'root-file-system':
      return [
        ...mountLines(facts.rootFileSystem === 'xfs', stamp, ends),
        `${ends} systemd[1]: Detected virtualization amazon.`,
        '',
        `Welcome to ${facts.title}!`,
        '',
        '[  OK  ] Reached target local-fs.target - Local File Systems.',
      ];
    case 'mount':
      return outcome.result === 'ok'
        ? [`[  OK  ] Mounted ${step.label}`]
        : [...outcome.output.map((line) => `${ends} ${line}`), `[FAILED] Failed to mount: ${step.label}`];
    case 'dhcp': {
      const primary = input.interfaces[0];
      if (!primary) return [];
      const bits = primary.subnetCidr.slice(primary.subnetCidr.indexOf('/'));
      const router = routerOf(primary.subnetCidr);
      return DHCP_LINES[facts.dhcpClient]({
        name: facts.interfaceName,
        address: primary.privateIp,
        bits,
        router,
        servers: input.dhcp.domainNameServers.join(', '),
      }).map((line) => `${ends} ${line}`);
    }
    case 'metadata':
      return outcome.result === 'ok'
        ? []
        : outcome.output.map((line) => `${ends} cloud-init[${PROCESS}]: ${line}`);
    case 'cloud-init-local':
      return [stage('init-local')];
    case 'cloud-init-network':
      return [
        stage('init'),
        ...networkTables(input).map((line) => `${ends} cloud-init[${PROCESS}]: ${line}`),
        ...(isFirstBoot(input)
          ? [`${ends} cloud-init[${PROCESS}]: Generating public/private ed25519 key pair.`]
          : []),
      ];
    case 'cloud-init-config':
      return [stage('modules:config')];
    case 'services':
      return step.effects.flatMap((effect) =>
        effect.kind === 'listens' ? [`[  OK  ] Started ${effect.listener.name}.service.`] : [],
      );
    case 'cloud-init-final':
      return [stage('modules:final')];
    case 'user-data':
      return outcome.result === 'skipped'
        ? []
        : [...scriptLines(entry)].map((line) => `${ends} cloud-init[${PROCESS}]: ${line}`);
    case 'ready':
      return [...lastWords(record, clock), '', ...prompt(record)];
    case 'windows-setup':
    case 'ec2-launch':
      return [];
  }
}

/** What a command prints; of one that is not simulated only that it stands there is known. */
function scriptLines({ step, outcome }: BootEntry): readonly string[] {
  return outcome.result === 'not-simulated' && outcome.output.length === 0
    ? [`(not simulated: ${step.label})`]
    : outcome.output;
}

interface Lease {
  readonly name: string;
  readonly address: string;
  /** `/24` */
  readonly bits: string;
  readonly router: string;
  readonly servers: string;
}

/** Each client in its own words. */
const DHCP_LINES: Readonly<Record<ImageFacts['dhcpClient'], (lease: Lease) => string[]>> = {
  'systemd-networkd': ({ name, address, bits, router, servers }) => [
    `systemd-networkd[1180]: ${name}: DHCPv4 address ${address}${bits}, gateway ${router} acquired from ${router}`,
    `systemd-resolved[1183]: ${name}: DNS servers ${servers}`,
  ],
  dhclient: ({ name, address, router }) => [
    `dhclient[1180]: DHCPACK from ${router} (${name})`,
    `dhclient[1180]: bound to ${address} -- renewal in 1800 seconds.`,
  ],
  NetworkManager: ({ name, address, bits }) => [
    `NetworkManager[1180]: <info> dhcp4 (${name}): state changed new lease, address=${address}${bits}`,
  ],
};

const mountLines = (xfs: boolean, starts: string, ends: string): string[] =>
  xfs
    ? [`${starts} XFS (nvme0n1p1): Mounting V5 Filesystem`, `${ends} XFS (nvme0n1p1): Ending clean mount`]
    : [`${ends} EXT4-fs (nvme0n1p1): mounted filesystem with ordered data mode.`];

/** The kernel’s release ends in the architecture, but for Debian’s family, which calls it its own way. */
function release({ family, architecture }: BootRecord['input']): string {
  const { kernel } = IMAGES[family];
  const machine = machineOf(architecture);
  return family === 'ubuntu' || family === 'debian' ? kernel : `${kernel}.${machine}`;
}

const machineOf = (architecture: BootRecord['input']['architecture']): string =>
  architecture === 'arm64' ? 'aarch64' : 'x86_64';

/** `[    1.234000]` */
const stamped = (ms: number): string => `[${(ms / 1000).toFixed(6).padStart(12)}]`;

function stageLine(stage: string, { to, at }: Clock, { input, startsAt }: BootRecord): string {
  const version = `Cloud-init v. ${IMAGES[input.family].cloudInit}`;
  const date = mailDate(momentAt(startsAt, at));
  return `cloud-init[${PROCESS}]: ${version} running '${stage}' at ${date}. Up ${(to / 1000).toFixed(2)} seconds.`;
}

function kernelLines({ input }: BootRecord, { from, to }: Clock): string[] {
  const kernel = release(input);
  const part = (share: number): string => stamped(from + Math.floor(((to - from) * share) / 10));
  return [
    `${part(0)} Linux version ${kernel} #1 SMP PREEMPT_DYNAMIC`,
    `${part(0)} Command line: BOOT_IMAGE=(hd0,gpt1)/boot/vmlinuz-${kernel} ro console=tty0 console=ttyS0,115200n8 nvme_core.io_timeout=4294967295`,
    `${part(0)} DMI: Amazon EC2 ${input.instanceType}/, BIOS 1.0 10/16/2017`,
    `${part(0)} Hypervisor detected: KVM`,
    `${part(3)} NET: Registered PF_INET protocol family`,
    `${part(5)} nvme nvme0: pci function 0000:00:04.0`,
    ...input.volumes.map(
      (_, index) => `${part(6)} nvme nvme${index + 1}: pci function 0000:00:${(0x1f - index).toString(16)}.0`,
    ),
    ...input.interfaces.map(
      ({ macAddress }, index) =>
        `${part(8)} ena 0000:00:0${5 + index}.0: Elastic Network Adapter (ENA) found at mem febf4000, mac addr ${macAddress}`,
    ),
    `${part(10)} Run /init as init process`,
  ];
}

/** Scripts that have failed, keys, and that cloud-init is done; it is not while a program runs in the foreground. */
function lastWords(record: BootRecord, clock: Clock): string[] {
  const { input, startsAt, entries } = record;
  const say = (line: string): string => `${stamped(clock.from)} cloud-init[${PROCESS}]: ${line}`;
  const held = entries.some(({ step }) => {
    const action = step.command?.step.action;
    return action?.kind === 'listen' && !action.background;
  });
  if (held) return [];
  const source = entries.some(({ step, outcome }) => step.id === 'metadata' && outcome.result !== 'ok')
    ? 'DataSourceNone'
    : 'DataSourceEc2';
  const date = mailDate(momentAt(startsAt, clock.at));
  const seconds = (clock.from / 1000).toFixed(2);
  return [
    ...failedScripts(entries).map((key) =>
      say(`scripts-user[WARNING]: Failed running /var/lib/cloud/instance/scripts/${key}`),
    ),
    ...(isFirstBoot(input) && source === 'DataSourceEc2' ? keyLines(input).map(say) : []),
    say(
      `Cloud-init v. ${IMAGES[input.family].cloudInit} finished at ${date}. Datasource ${source}.  Up ${seconds} seconds`,
    ),
  ];
}

/** A script has failed when its last command has, with the status of that. */
function failedScripts(entries: readonly BootEntry[]): string[] {
  const last = new Map<string, number | 'unknown'>();
  for (const { step, outcome } of entries) {
    const command = step.command;
    if (!command || command.step.onFailure === 'ignored' || outcome.result === 'skipped') continue;
    const { module } = command.step;
    if (module !== undefined && module !== 'runcmd') continue;
    const part = Number(command.scriptKey.split('/')[0]) + 1;
    last.set(module ?? `part-${String(part).padStart(3, '0')}`, outcome.exitStatus);
  }
  return [...last].flatMap(([key, status]) =>
    typeof status === 'number' && status !== 0 ? [`${key} [${status}]`] : [],
  );
}

function prompt({ input }: BootRecord): string[] {
  const { title } = IMAGES[input.family];
  const { hostName, family } = input;
  if (family === 'ubuntu' || family === 'debian')
    return [`${title} ${hostName} ttyS0`, '', `${hostName} login: `];
  return [
    title,
    `Kernel ${release(input)} on an ${machineOf(input.architecture)} (-)`,
    '',
    `${hostName} login: `,
  ];
}
