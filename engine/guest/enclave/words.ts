/** The sentences of enclaves' notes. */
import type { Words } from '../../model/wording';
import type { EnclaveRefusal } from './enclave-rules';

const USER_GUIDE = 'https://docs.aws.amazon.com/enclaves/latest/user/';

export const ENCLAVE_WORDS: Words = {
  'enclave-runs': {
    severity: 'good',
    source: `${USER_GUIDE}nitro-enclave-concepts.html`,
    text: (name, detail) =>
      `The enclave ${String(detail)} runs, carved out of ${name}. Only ${name} can speak to it, by vsock: it has no network and no disk.`,
  },
  'enclave-terminated': {
    severity: 'info',
    source: `${USER_GUIDE}cmd-nitro-terminate-enclave.html`,
    text: (name, detail) =>
      `${detail === undefined ? 'The enclaves' : `The enclave ${String(detail)}`} of ${name} ended; vCPUs and memory are ${name}'s again.`,
  },
  'enclave-refused': {
    severity: 'warning',
    source: `${USER_GUIDE}cli-errors.html`,
    text: (name, detail) => {
      const { code, message } = detail as EnclaveRefusal;
      return `Enclave of ${name}: ${code === undefined ? '' : `${code}: `}${message}`;
    },
  },
};
