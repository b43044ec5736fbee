/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-key-pairs.html */
import { refuse, type LaunchCheck } from './launch-request';

export const keyPairFits: LaunchCheck = ({ keyPair, windows }) => {
  if (keyPair?.known === 'no')
    return refuse(
      'InvalidKeyPair.NotFound',
      `The key pair '${keyPair.name}' does not exist in ${keyPair.regionName}. Key pairs belong to one Region: import it there, or choose another.`,
    );
  if (keyPair?.type === 'ed25519' && windows)
    return refuse(
      'InvalidParameterCombination',
      `ED25519 key pairs are not supported with Windows AMIs, and '${keyPair.name}' is one. Use an RSA key pair.`,
    );
  return undefined;
};
