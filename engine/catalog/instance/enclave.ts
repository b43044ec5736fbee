/** An instance as the parent of enclaves. */
import { instanceTypeFacts } from '../../facts/instance-types';
import { makeEnclave, parseEnclaves, USUAL_ENCLAVE, type EnclaveParent } from '../../guest/enclave/enclave';
import { enclaveRefusal, parentRefusal, roomForEnclaves } from '../../guest/enclave/enclave-rules';
import type { Fact } from '../../model/inspection';
import type { LiveFields } from '../../model/live';
import type { ResourceOf, Scenario } from '../descriptors';
import { knownIdOf } from '../lookup';

type Instance = ResourceOf<'instance'>;

/** @param subject as a run numbers it; outside of a run any number does. */
export function enclaveParentOf(document: Scenario, instance: Instance, subject = 0): EnclaveParent {
  const facts = instanceTypeFacts(instance.instanceType);
  return {
    subject,
    id: knownIdOf(document, instance.id),
    enabled: instance.enclaveOptions?.enabled === true,
    supported: facts?.enclaves,
    hibernates: instance.hibernationOptions?.configured === true,
    instanceType: instance.instanceType,
    vCpus: facts?.vCpus ?? 4,
    threadsPerCore: facts?.threadsPerCore ?? 2,
    memoryMiB: facts?.memoryMiB ?? 8192,
  };
}

/** Of an instance that was launched with enclaves: why not now; `null`: nothing is in the way. */
export function enclaveOptions(
  document: Scenario,
  instance: Instance,
  now: Readonly<LiveFields>,
): { readonly run: string | null; readonly terminate: string | null } | undefined {
  const parent = enclaveParentOf(document, instance);
  if (!parent.enabled) return undefined;
  const running = parseEnclaves(now.enclaves);
  const up = now.state === 'running' && now.guest === 'up' && now.systemStatus !== 'failed';
  const refusal = enclaveRefusal(parent, running, USUAL_ENCLAVE);
  const worded =
    refusal && (refusal.code === undefined ? refusal.message : `${refusal.code}: ${refusal.message}`);
  return {
    run: up ? (worded ?? null) : 'No system answers in it that could start an enclave.',
    terminate: running.length === 0 ? 'No enclave runs in it.' : null,
  };
}

/** What runs in enclaves, and what is left for more. */
export function enclaveFacts(
  document: Scenario,
  instance: Instance,
  now: Readonly<LiveFields> | undefined,
): readonly Fact[] {
  const parent = enclaveParentOf(document, instance);
  if (!parent.enabled) return [];
  const refused = parentRefusal(parent);
  if (refused) return [{ label: 'Enclaves', value: 'none', note: refused.message }];
  const running = parseEnclaves(now?.enclaves);
  const { vCpus, memoryMiB } = roomForEnclaves(parent, running);
  return [
    {
      label: 'Enclaves',
      value: running.map(makeEnclave).join(', ') || 'none runs',
      note: `room for ${vCpus} vCPU and ${memoryMiB} MiB more; vsock only; gone when it stops`,
    },
  ];
}
