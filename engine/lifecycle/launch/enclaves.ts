/** https://docs.aws.amazon.com/enclaves/latest/user/nitro-enclave.html */
import { refuse, type LaunchCheck } from './launch-request';

export const canHoldEnclaves: LaunchCheck = ({ enclaves, hibernates, type }) => {
  if (!enclaves) return undefined;
  if (type.facts && !type.facts.enclaves)
    return refuse(
      'InvalidParameterCombination',
      `The instance type ${type.name} does not support Nitro Enclaves. Choose a type on Nitro with at least four vCPUs (two on Graviton), or switch enclaves off.`,
    );
  if (hibernates)
    return refuse(
      'InvalidParameterCombination',
      "Nitro Enclaves and hibernation can't both be enabled on one instance. Switch one of them off.",
    );
  return undefined;
};
