/** Properties of a internet: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const internetFields: readonly Field[] = [
  { key: 'clientAddress', label: 'Client address', type: 'ipv4' },
];
