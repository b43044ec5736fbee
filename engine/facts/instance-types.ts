/**
 * Typed access to the instance type facts. The data is large: only what runs in the worker or in Node may import
 * this file; the page has `instance-type-names.ts`. Sources and dates: `data/SOURCES.md`.
 */
import table from './data/instance-types.json';

/** What the playground uses of a type; the data file holds more. */
export interface InstanceTypeFacts {
  readonly type: string;
  readonly family: string;
  readonly category: string;
  readonly currentGeneration: boolean;
  readonly bareMetal: boolean;
  /** `null`: bare metal. */
  readonly hypervisor: 'nitro' | 'xen' | null;
  readonly architectures: readonly string[];
  readonly vCpus: number;
  readonly threadsPerCore: number;
  readonly memoryMiB: number;
  /** Over all network cards. */
  readonly maxEnis: number;
  readonly ipv4PerEni: number;
  /** `null`: none. */
  readonly instanceStore: { readonly totalGB: number } | null;
  readonly networkPerformance: string;
  readonly burstable: boolean;
  readonly supportedRootDevices: readonly string[];
  readonly supportedUsageClasses: readonly string[];
  readonly placementStrategies: readonly string[];
  readonly hibernation: boolean;
  readonly enclaves: boolean;
  readonly dedicatedHosts: boolean;
  readonly bootModes: readonly string[];
  readonly enaSupport: 'required' | 'supported' | 'unsupported';
  readonly ebsNvme: 'required' | 'supported' | 'unsupported';
  readonly maxEbsVolumes: number | null;
  readonly autoRecovery: boolean;
  /** Digits of the zone ids that offer it, by Region; `null`: no longer to be had, an absent Region: not known. */
  readonly zoneIds: Readonly<Record<string, string | null>> | null;
}

interface Table {
  readonly families: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly types: readonly (Readonly<Record<string, unknown>> & { readonly type: string })[];
  readonly meta: { readonly zoneIdPrefix: Readonly<Record<string, string>> };
}

const { families, types, meta } = table as unknown as Table;

const facts = new Map<string, InstanceTypeFacts>();
for (const own of types) {
  const family = own.type.slice(0, own.type.indexOf('.'));
  facts.set(own.type, { ...families[family], ...own, family } as unknown as InstanceTypeFacts);
}

/** All known types, in the order of the data. */
export const INSTANCE_TYPES: readonly string[] = [...facts.keys()];

/** @returns `undefined` for a type the data does not know, which EC2 may well know. */
export const instanceTypeFacts = (type: string): InstanceTypeFacts | undefined => facts.get(type);

/**
 * Is a type offered in a zone?
 * @param zoneId as AWS has it: `use1-az4`.
 * @returns `undefined` where the data does not say.
 */
export function isOffered(type: string, regionName: string, zoneId: string): boolean | undefined {
  const known = facts.get(type);
  const prefix = meta.zoneIdPrefix[regionName];
  if (!known || prefix === undefined || !zoneId.startsWith(prefix)) return undefined;
  if (known.zoneIds === null) return false;
  const digits = known.zoneIds[regionName];
  if (digits === undefined) return undefined;
  return digits !== null && digits.includes(zoneId.slice(prefix.length));
}
