/** Questions about a seeded network, the same in every run. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import type { PathQuery } from '../engine/model/path';

const PORTS = [443, 8080, 5432, 22] as const;

export interface Question extends PathQuery {
  readonly port: number;
}

/** Pairs of instances `i-1` to `i-N` and ports; a tenth of them go out to the internet. */
export function seededQuestions(instances: number, count: number): readonly Question[] {
  const random = xorshift128plus(7);
  const instance = (): string => `i-${uniformInt(random, 1, instances)}`;
  return Array.from({ length: count }, (_, index) => ({
    from: instance(),
    to: index % 10 === 0 ? 'internet:203.0.113.7' : instance(),
    protocol: 'tcp',
    port: PORTS[uniformInt(random, 0, PORTS.length - 1)] ?? 443,
  }));
}
