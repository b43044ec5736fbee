/** Every rule on a document, in the order of docs/rules.md. */
import { FILTER_RULES } from './filter-rules';
import { INTERFACE_RULES } from './interface-rules';
import { MACHINE_RULES } from './machine-rules';
import { ROUTING_RULES } from './routing-rules';
import type { Rule } from './rule';
import { SUBNET_RULES } from './subnet-rules';
import { VPC_RULES } from './vpc-rules';

export const RULES: readonly Rule[] = [
  ...VPC_RULES,
  ...SUBNET_RULES,
  ...ROUTING_RULES,
  ...INTERFACE_RULES,
  ...FILTER_RULES,
  ...MACHINE_RULES,
];
