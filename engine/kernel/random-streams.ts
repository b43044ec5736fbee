/**
 * Random integers by name. Every name, and every thing within a name, has its own stream, all from one seed: a
 * new consumer or a new thing does not disturb what the others draw.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { hashText } from './trace-hash';

export interface RandomStreams {
  /** A uniform integer from `low` to `high`, both included, for one thing of one stream. */
  integer(stream: string, thing: string, low: number, high: number): number;
}

/** Generator states by stream and thing. */
export type StreamsSnapshot = ReadonlyMap<string, readonly number[]>;

export interface SeededStreams extends RandomStreams {
  snapshot(): StreamsSnapshot;
}

/** @param seed 32-bit unsigned; @param from states to go on with. */
export function createRandomStreams(seed: number, from?: StreamsSnapshot): SeededStreams {
  const generators = new Map<string, ReturnType<typeof xoroshiro128plus>>();
  for (const [name, state] of from ?? []) generators.set(name, xoroshiro128plusFromState(state));
  return {
    integer(stream, thing, low, high) {
      const name = `${stream}/${thing}`;
      let generator = generators.get(name);
      if (!generator) {
        generator = xoroshiro128plus((hashText(name) ^ seed) | 0);
        // Neighbouring seeds start alike; the first draws are thrown away.
        for (let draw = 0; draw < 4; draw += 1) generator.next();
        generators.set(name, generator);
      }
      return uniformInt(generator, low, high);
    },
    snapshot: () => new Map([...generators].map(([name, generator]) => [name, generator.getState()])),
  };
}
