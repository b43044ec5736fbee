/** Properties of a key pair: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

export const keyPairFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  { key: 'keyName', label: 'Key name', type: 'text', maxLength: 255 },
  {
    key: 'keyType',
    label: 'Type',
    type: 'choice',
    choices: [
      { value: 'rsa', label: 'RSA' },
      { value: 'ed25519', label: 'ED25519' },
    ],
    help: 'Windows instances take RSA only.',
  },
  {
    key: 'privateKeyKept',
    label: 'The private key is at hand',
    type: 'boolean',
    optional: true,
    help: 'Not set: it is. EC2 gives it out once.',
  },
];
