/**
 * How much of a Dedicated Host an instance takes. AWS prints the figures of some families; a host of any other holds
 * what its largest size does, since that size has the whole server.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-hosts-overview.html
 */
import { INSTANCE_TYPES, instanceTypeFacts } from './instance-types';

/** 192 up to medium, 96 large, 48 xlarge, 24 2xlarge. */
const T3_SHARES: Readonly<Record<string, number>> = { large: 2, xlarge: 4, '2xlarge': 8 };
const T3_CAPACITY = 192;

const capacities = new Map<string, number>();

/** In shares; `undefined` for a family that the data does not know. */
export function hostCapacityOf(family: string): number | undefined {
  if (family === 't3') return T3_CAPACITY;
  if (capacities.size === 0)
    for (const type of INSTANCE_TYPES) {
      const facts = instanceTypeFacts(type);
      if (facts) capacities.set(facts.family, Math.max(capacities.get(facts.family) ?? 0, facts.vCpus));
    }
  return capacities.get(family);
}

export function hostShareOf(instanceType: string): number {
  const [family = '', size = ''] = instanceType.split('.');
  return family === 't3' ? (T3_SHARES[size] ?? 1) : (instanceTypeFacts(instanceType)?.vCpus ?? 1);
}
