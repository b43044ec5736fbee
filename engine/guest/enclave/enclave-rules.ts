/**
 * What an enclave takes and what has to stay, with the codes of nitro-cli.
 * https://docs.aws.amazon.com/enclaves/latest/user/cli-errors.html
 */
import type { Enclave, EnclaveParent } from './enclave';

export interface EnclaveRefusal {
  /** Of nitro-cli; absent where it has none for the case. */
  readonly code?: string;
  readonly message: string;
}

/** https://docs.aws.amazon.com/enclaves/latest/user/multiple-enclaves.html */
export const MAX_ENCLAVES = 4;
export const MIN_ENCLAVE_MEMORY_MIB = 64;
/** Ours, since AWS publishes none: the system of the parent does not run on less. */
export const PARENT_MEMORY_MIB = 256;

/** What is left for one more. */
export interface EnclaveRoom {
  readonly vCpus: number;
  readonly memoryMiB: number;
}

/** One core stays with the parent, whatever happens. */
export function roomForEnclaves(parent: EnclaveParent, running: readonly Enclave[]): EnclaveRoom {
  const taken = (of: (enclave: Enclave) => number): number =>
    running.reduce((sum, enclave) => sum + of(enclave), 0);
  return {
    vCpus: Math.max(0, parent.vCpus - parent.threadsPerCore - taken(({ vCpus }) => vCpus)),
    memoryMiB: Math.max(0, parent.memoryMiB - PARENT_MEMORY_MIB - taken(({ memoryMiB }) => memoryMiB)),
  };
}

/** Why the parent can't have enclaves at all. */
export function parentRefusal(parent: EnclaveParent): EnclaveRefusal | undefined {
  if (!parent.enabled)
    return {
      message: `Nitro Enclaves are not switched on for '${parent.id}'. They are switched on at launch: enclaveOptions.`,
    };
  if (parent.supported === false)
    return {
      message: `${parent.instanceType} has no Nitro Enclaves: they take a type on the Nitro System with four vCPUs or more, on Graviton two or more.`,
    };
  return parent.hibernates
    ? { message: `'${parent.id}' is set up for hibernation, with which there are no enclaves.` }
    : undefined;
}

/** Why one more enclave does not start; `undefined`: it does. */
export function enclaveRefusal(
  parent: EnclaveParent,
  running: readonly Enclave[],
  { vCpus, memoryMiB }: Omit<Enclave, 'name'>,
): EnclaveRefusal | undefined {
  const refused = parentRefusal(parent);
  if (refused) return refused;
  if (running.length >= MAX_ENCLAVES)
    return {
      message: `${MAX_ENCLAVES} enclaves run in '${parent.id}', the most there may be. Terminate one.`,
    };
  const room = roomForEnclaves(parent, running);
  if (vCpus < 1 || vCpus % parent.threadsPerCore !== 0)
    return {
      message: `${vCpus} vCPUs are not whole cores: a core of ${parent.instanceType} has ${parent.threadsPerCore}. Take a multiple of ${parent.threadsPerCore}.`,
    };
  if (vCpus > room.vCpus)
    return {
      code: 'E22',
      message: `Insufficient CPUs available: ${vCpus} vCPUs are asked for, ${room.vCpus} are to be had. A core stays with the parent.`,
    };
  if (memoryMiB < MIN_ENCLAVE_MEMORY_MIB)
    return {
      code: 'E26',
      message: `Insufficient memory requested: ${memoryMiB} MiB. At least ${MIN_ENCLAVE_MEMORY_MIB} MiB are needed, and more than the enclave's image.`,
    };
  if (memoryMiB > room.memoryMiB)
    return {
      code: 'E27',
      message: `Insufficient memory available: ${memoryMiB} MiB are asked for, ${room.memoryMiB} MiB are to be had.`,
    };
  return undefined;
}

/** A name that is taken gets a number. */
export function freeName(running: readonly Enclave[], wanted: string): string {
  const taken = (name: string): boolean => running.some((enclave) => enclave.name === name);
  if (!taken(wanted)) return wanted;
  let number = 1;
  while (taken(`${wanted}_${number}`)) number += 1;
  return `${wanted}_${number}`;
}
