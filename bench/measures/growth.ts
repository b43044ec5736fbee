/** How compiling, tracing and all pairs grow with the network. */
import { designLive } from '../../engine/catalog/design-live';
import type { Scenario } from '../../engine/catalog/descriptors';
import { compileNetwork, trace } from '../../engine/catalog/network-roles';
import { allPairs } from '../../engine/network/symbolic/all-pairs';
import { Diagrams } from '../../engine/network/symbolic/diagram';
import { createGround } from '../../engine/network/symbolic/ground';
import { seededNetwork } from '../../engine/testing/seeded-network/seeded-network';
import { seededQuestions } from '../questions';
import type { Row } from '../row';
import { growthOf, medianTime } from '../timing';

const SIZES = [100, 400, 1600, 6400] as const;
const QUESTIONS = 1000;
const ROUNDS = 12;

export function measure(): Promise<readonly Row[]> {
  const compiled: (readonly [number, number])[] = [];
  const traced: (readonly [number, number])[] = [];
  const paired: (readonly [number, number])[] = [];
  for (const instances of SIZES) {
    const document = seededNetwork({ instances, seed: 1 });
    const live = designLive(document);
    // A document of its own for each round: what an earlier one found out of a resource must not help.
    const documents = Array.from({ length: ROUNDS }, () => structuredClone(document));
    const compile = (of: Scenario) => compileNetwork({ document: of, at: 'design', live });
    compiled.push([instances, medianTime(ROUNDS, () => compile(documents.pop() ?? document))]);
    const network = compile(document);
    const asked = seededQuestions(instances, QUESTIONS);
    const all = medianTime(9, () => {
      for (const question of asked) trace(network, question);
    });
    traced.push([instances, (all * 1000) / QUESTIONS]);
    paired.push([instances, medianTime(5, () => allPairs(createGround(network, 4, new Diagrams())))]);
  }
  const rows = (what: string, unit: Row['unit'], points: readonly (readonly [number, number])[]): Row[] => [
    ...points.map(([instances, figure]): Row => ({ what: `${what}, ${instances} instances`, figure, unit })),
    { what: `${what}: exponent of growth`, figure: growthOf(points), unit: 'exponent' },
  ];
  return Promise.resolve([
    ...rows('compile', 'ms', compiled),
    ...rows('one trace', 'µs', traced),
    ...rows('all pairs', 'ms', paired),
  ]);
}
