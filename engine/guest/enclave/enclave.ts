/** A Nitro enclave and the instance it is carved from. https://docs.aws.amazon.com/enclaves/latest/user/nitro-enclave.html */

export interface Enclave {
  readonly name: string;
  readonly vCpus: number;
  readonly memoryMiB: number;
}

export interface EnclaveParent {
  readonly subject: number;
  /** The id that messages name. */
  readonly id: string;
  /** Launched with enclaves switched on. */
  readonly enabled: boolean;
  /** `undefined`: a type nothing is known of. */
  readonly supported: boolean | undefined;
  readonly hibernates: boolean;
  readonly instanceType: string;
  readonly vCpus: number;
  /** 2 with hyper-threading, 1 without, as on Graviton: enclaves take whole cores. */
  readonly threadsPerCore: number;
  readonly memoryMiB: number;
}

/** What the allocator of nitro-cli keeps ready unless it is told otherwise. */
export const USUAL_ENCLAVE = { name: 'enclave', vCpus: 2, memoryMiB: 512 } as const satisfies Enclave;

/** `signer (2 vCPU, 512 MiB)` */
export const makeEnclave = ({ name, vCpus, memoryMiB }: Enclave): string =>
  `${name} (${vCpus} vCPU, ${memoryMiB} MiB)`;

/** @returns `undefined` for what `makeEnclave` has not made */
export function parseEnclave(text: string): Enclave | undefined {
  const [, name, vCpus, memoryMiB] = /^(.*) \((\d+) vCPU, (\d+) MiB\)$/s.exec(text) ?? [];
  return name === undefined ? undefined : { name, vCpus: Number(vCpus), memoryMiB: Number(memoryMiB) };
}

/** Those of a live state. */
export const parseEnclaves = (texts: readonly string[] = []): readonly Enclave[] =>
  texts.flatMap((text) => parseEnclave(text) ?? []);
