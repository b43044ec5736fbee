/** Properties of an egress-only internet gateway: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const egressOnlyInternetGatewayFields: readonly Field[] = [
  { key: 'vpcId', label: 'VPC', type: 'reference', to: ['vpc'], relation: 'in', fixed: true },
];
