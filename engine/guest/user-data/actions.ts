/** The closed list of what a command can be, and what each needs from outside the instance. docs/user-data.md lists them. */

/** `own`: the one the image comes with; cloud-config names none. */
export const PACKAGE_MANAGERS = ['yum', 'dnf', 'apt', 'zypper', 'own'] as const;
export type PackageManager = (typeof PACKAGE_MANAGERS)[number];

export const SERVICE_VERBS = ['start', 'stop', 'restart', 'enable', 'disable', 'enable-now'] as const;
export type ServiceVerb = (typeof SERVICE_VERBS)[number];

export interface Listener {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
  readonly name: string;
}

/** A line of /etc/fstab, as far as mounting goes. */
export interface MountEntry {
  readonly source: MountSource;
  readonly mountPoint: string;
  /** `nofail`: a boot goes on without it. */
  readonly nofail: boolean;
}

export type MountSource =
  | { readonly kind: 'device'; readonly device: string }
  /** A host name, an address or an id `fs-…`. */
  | { readonly kind: 'file-system'; readonly fileSystem: string };

export type Action =
  | {
      readonly kind: 'install-packages';
      readonly manager: PackageManager;
      readonly packages: readonly string[];
      /** Packages given by their address. */
      readonly urls: readonly string[];
      /** Without `-y` the package manager asks, and nobody answers. */
      readonly assumeYes: boolean;
      /** Topics of amazon-linux-extras, of which `packages` follow. */
      readonly extras?: readonly string[];
    }
  | { readonly kind: 'update-packages'; readonly manager: PackageManager; readonly assumeYes: boolean }
  | { readonly kind: 'refresh-package-lists'; readonly manager: PackageManager }
  | { readonly kind: 'control-service'; readonly verb: ServiceVerb; readonly services: readonly string[] }
  | { readonly kind: 'listen'; readonly program: string; readonly port: number; readonly background: boolean }
  | {
      readonly kind: 'fetch-s3';
      readonly bucket: string;
      readonly key: string;
      readonly to: string;
      /** The object goes to the bucket, not from it. */
      readonly upload: boolean;
    }
  | {
      readonly kind: 'fetch-url';
      readonly tool: 'curl' | 'wget' | 'cloud-init' | 'powershell';
      readonly url: string;
      readonly host: string;
      readonly port: number;
      /** ms until one attempt to connect is given up; absent: the system's own. */
      readonly connectTimeoutMs?: number;
      readonly attempts: number;
    }
  | { readonly kind: 'read-metadata'; readonly path: string; readonly version: 'v1' | 'v2' }
  | {
      readonly kind: 'call-aws';
      readonly service: string;
      readonly operation: string;
      readonly region?: string;
    }
  | {
      readonly kind: 'make-file-system';
      readonly device: string;
      readonly type: string;
      /** What happens to a file system that is there already: xfs refuses, ext does not ask without a terminal. */
      readonly existing: 'refuse' | 'overwrite' | 'keep';
    }
  | {
      readonly kind: 'mount';
      readonly source: MountSource;
      readonly mountPoint: string;
      /** Also written into /etc/fstab, so that it is there after a reboot. */
      readonly lasting: boolean;
    }
  /** What the script has written into /etc/fstab before it. */
  | { readonly kind: 'mount-all'; readonly entries: readonly MountEntry[] }
  | { readonly kind: 'write-file'; readonly path: string; readonly fstab?: readonly MountEntry[] }
  | {
      readonly kind: 'signal-ready';
      readonly how: 'cfn-signal' | 'marker';
      /** `by-status`: what the command before it ended with. */
      readonly success: boolean | 'by-status';
      readonly region?: string;
    }
  | { readonly kind: 'install-feature'; readonly features: readonly string[] }
  | { readonly kind: 'sleep'; readonly durationMs: number }
  | { readonly kind: 'print'; readonly text: string }
  | { readonly kind: 'exit'; readonly status: number | 'last' }
  | { readonly kind: 'end-with'; readonly status: 0 | 1 }
  /** Options, variables, and commands that change nothing this simulation looks at. */
  | { readonly kind: 'local'; readonly what: 'options' | 'variable' | 'command' | 'setting' }
  | {
      readonly kind: 'not-simulated';
      readonly reason: string;
      /** What comes after it cannot be told either: a condition. */
      readonly statusUnknown: boolean;
    };
export type ActionKind = Action['kind'];

export type Need =
  | { readonly kind: 'package-repository'; readonly manager: PackageManager }
  | { readonly kind: 'host'; readonly host: string; readonly protocol: 'tcp'; readonly port: number }
  | { readonly kind: 's3-bucket'; readonly bucket: string }
  | {
      readonly kind: 'file-system';
      readonly fileSystem: string;
      readonly protocol: 'tcp';
      readonly port: 2049;
    }
  | { readonly kind: 'aws-api'; readonly service: string; readonly region?: string; readonly port: 443 }
  | { readonly kind: 'metadata'; readonly version: 'v1' | 'v2' }
  | { readonly kind: 'device'; readonly device: string };
export type NeedKind = Need['kind'];

/** NFS: https://docs.aws.amazon.com/efs/latest/ug/network-access.html */
const NFS_PORT = 2049;

/** What has to answer for an action to succeed. */
export function needsOf(action: Action): readonly Need[] {
  switch (action.kind) {
    case 'install-packages':
      return [
        ...(action.packages.length > 0 || action.urls.length === 0
          ? [{ kind: 'package-repository', manager: action.manager } as const]
          : []),
        ...action.urls.flatMap((url): Need[] => {
          const place = placeOf(url);
          return place ? [{ kind: 'host', protocol: 'tcp', ...place }] : [];
        }),
      ];
    case 'update-packages':
    case 'refresh-package-lists':
      return [{ kind: 'package-repository', manager: action.manager }];
    case 'fetch-s3':
      return [{ kind: 's3-bucket', bucket: action.bucket }];
    case 'fetch-url':
      return [{ kind: 'host', host: action.host, protocol: 'tcp', port: action.port }];
    case 'read-metadata':
      return [{ kind: 'metadata', version: action.version }];
    case 'call-aws':
      return [awsApi(action.service, action.region)];
    case 'signal-ready':
      return action.how === 'marker' ? [] : [awsApi('cloudformation', action.region)];
    case 'make-file-system':
      return [{ kind: 'device', device: action.device }];
    case 'mount':
      return [mountNeed(action.source)];
    case 'mount-all':
      return action.entries.map(({ source }) => mountNeed(source));
    case 'control-service':
    case 'listen':
    case 'write-file':
    case 'install-feature':
    case 'sleep':
    case 'print':
    case 'exit':
    case 'end-with':
    case 'local':
    case 'not-simulated':
      return [];
  }
}

export function mountNeed(source: MountSource): Need {
  return source.kind === 'device'
    ? { kind: 'device', device: source.device }
    : { kind: 'file-system', fileSystem: source.fileSystem, protocol: 'tcp', port: NFS_PORT };
}

function awsApi(service: string, region: string | undefined): Need {
  const need = { kind: 'aws-api', service, port: 443 } as const;
  return region === undefined ? need : { ...need, region };
}

const URL_FORM =
  /^(https?|ftp):\/\/(?:[^/@\s]*@)?([A-Za-z0-9._-]+|\[[0-9a-fA-F:.]+\])(?::(\d{1,5}))?(?:[/?#]|$)/;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

/** Host and port of an address; `undefined` if it is none. Without a scheme it is taken as http, as curl does. */
export function placeOf(url: string): { readonly host: string; readonly port: number } | undefined {
  const match = URL_FORM.exec(url.includes('://') ? url : `http://${url}`);
  if (!match) return undefined;
  const [, scheme = 'http', host = ''] = match;
  const port = match[3] === undefined ? (DEFAULT_PORTS[scheme] ?? 80) : Number(match[3]);
  if (port < 1 || port > 65535) return undefined;
  return { host: host.replace(/^\[|\]$/g, '').toLowerCase(), port };
}

/** A step that is shown and not played. */
export function notSimulated(reason: string, statusUnknown = false): Action {
  return { kind: 'not-simulated', reason, statusUnknown };
}
