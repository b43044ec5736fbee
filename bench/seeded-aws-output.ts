import { toAwsOutput } from '../engine/testing/seeded-network/aws-output';
import { seededNetwork, type SeededNetworkShape } from '../engine/testing/seeded-network/seeded-network';

/** The texts that `aws ec2 describe-*` would print of a seeded network, by file name. */
export const seededAwsOutput = (shape: SeededNetworkShape): Readonly<Record<string, string>> =>
  toAwsOutput(seededNetwork(shape));
