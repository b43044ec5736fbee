/** Properties of a dedicated host: types, limits, words. The schema and the inspector's form derive from them. */
import type { Field } from '../../model/kind';

const SWITCH = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
];

export const dedicatedHostFields: readonly Field[] = [
  { key: 'region', label: 'Region', type: 'reference', to: ['region'], relation: 'in', fixed: true },
  {
    key: 'availabilityZone',
    label: 'Availability Zone',
    type: 'reference',
    to: ['zone'],
    relation: 'in',
  },
  {
    key: 'instanceType',
    label: 'Family or type',
    type: 'text',
    maxLength: 32,
    help: 'm5 takes every size of m5 that fits; m5.large takes only that type.',
  },
  {
    key: 'autoPlacement',
    label: 'Auto-placement',
    type: 'choice',
    optional: true,
    choices: SWITCH,
    help: 'On: takes instances with host tenancy that name no host. Not set: on.',
  },
  {
    key: 'hostRecovery',
    label: 'Host recovery',
    type: 'choice',
    optional: true,
    choices: SWITCH,
    help: 'On: if it fails, its instances start on a new host by themselves. Not set: off.',
  },
];
