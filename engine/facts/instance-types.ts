/**
 * What EC2 says of an instance type. The figures are frozen in `data/instance-types.json`, which dates them.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html
 */
import catalogue from './data/instance-types.json';

export interface InstanceTypeFacts {
  readonly type: string;
  readonly vCpus: number;
  readonly memoryMiB: number;
  /** Interfaces that can be attached, over all network cards. */
  readonly maxEnis: number;
  readonly ipv4PerEni: number;
  readonly hypervisor: 'nitro' | 'xen' | null;
  readonly burstable: boolean;
  readonly instanceStore: {
    readonly totalGB: number;
    readonly disks: readonly { readonly count: number; readonly sizeGB: number; readonly kind: string }[];
  } | null;
  readonly placementStrategies: readonly string[];
  readonly supportedRootDevices: readonly string[];
  readonly hibernation: boolean;
}

const families = catalogue.families as unknown as Readonly<Record<string, object>>;
const types = new Map(
  (catalogue.types as unknown as readonly { readonly type: string }[]).map((own) => [own.type, own]),
);

/** @returns the facts of a type; `undefined` for a type that is not in the catalogue. */
export function instanceTypeFacts(type: string): InstanceTypeFacts | undefined {
  const own = types.get(type);
  if (!own) return undefined;
  // What most sizes of a family share is said once; an own value wins.
  return { ...families[type.slice(0, type.indexOf('.'))], ...own } as unknown as InstanceTypeFacts;
}

/** Every type of the catalogue, in its order: family by family, small to large. */
export const instanceTypeNames = (): readonly string[] => [...types.keys()];
