/** Every rule on a document, in the order of docs/rules.md. */
import { ELASTIC_IP_RULES } from './elastic-ip-rules';
import { ENDPOINT_RULES } from './endpoint-rules';
import { FILTER_RULES } from './filter-rules';
import { INSTANCE_RULES } from './instance-rules';
import { INTERFACE_RULES } from './interface-rules';
import { INTERNET_GATEWAY_RULES } from './internet-gateway-rules';
import { IPV6_RULES } from './ipv6-rules';
import { LOAD_BALANCER_RULES } from './load-balancer-rules';
import { NAT_GATEWAY_RULES } from './nat-gateway-rules';
import { PEERING_RULES } from './peering-rules';
import { PLACEMENT_RULES } from './placement-rules';
import { ROUTE_RULES } from './route-rules';
import type { Rule } from './rule';
import { SUBNET_RULES } from './subnet-rules';
import { TARGET_GROUP_RULES } from './target-group-rules';
import { VOLUME_RULES } from './volume-rules';
import { VPC_RULES } from './vpc-rules';

export const RULES: readonly Rule[] = [
  ...VPC_RULES,
  ...SUBNET_RULES,
  ...ROUTE_RULES,
  ...INTERNET_GATEWAY_RULES,
  ...NAT_GATEWAY_RULES,
  ...IPV6_RULES,
  ...PEERING_RULES,
  ...ENDPOINT_RULES,
  ...LOAD_BALANCER_RULES,
  ...TARGET_GROUP_RULES,
  ...ELASTIC_IP_RULES,
  ...INTERFACE_RULES,
  ...FILTER_RULES,
  ...INSTANCE_RULES,
  ...VOLUME_RULES,
  ...PLACEMENT_RULES,
];
