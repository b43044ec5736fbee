/** The enclaves of a run: which instances may have some, and what the script asks for. */
import type { EnclaveParent } from '../guest/enclave/enclave';
import type { EnclaveWorld } from '../guest/enclave/enclave-handlers';
import { enclaveParentOf } from './instance/enclave';
import type { LifecycleRoles } from './lifecycle-roles';
import { allOf, getKind } from './lookup';

export function enclaveWorldOf({ document, subjects, script }: LifecycleRoles): EnclaveWorld {
  const parents = allOf(document, 'instance').flatMap((instance): readonly EnclaveParent[] =>
    instance.enclaveOptions?.enabled === true
      ? [enclaveParentOf(document, instance, subjects.of(instance.id))]
      : [],
  );
  return {
    parents,
    parentOf: (subject) => {
      const instance = getKind(document, subjects.ids[subject], 'instance');
      return instance && enclaveParentOf(document, instance, subject);
    },
    requestOf: (action) => {
      const { vCpus, memoryMiB, name } = script[action] ?? {};
      return {
        ...(vCpus === undefined ? {} : { vCpus }),
        ...(memoryMiB === undefined ? {} : { memoryMiB }),
        ...(name === undefined ? {} : { name }),
      };
    },
  };
}
