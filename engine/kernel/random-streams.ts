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

/** Generator states by stream, then by thing. */
export type StreamsSnapshot = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

export interface SeededStreams extends RandomStreams {
  snapshot(): StreamsSnapshot;
}

type Generator = ReturnType<typeof xoroshiro128plus>;

/** @param seed 32-bit unsigned; @param from states to go on with. */
export function createRandomStreams(seed: number, from?: StreamsSnapshot): SeededStreams {
  const streams = new Map<string, Map<string, Generator>>();
  for (const [name, states] of from ?? [])
    streams.set(
      name,
      mapValues(states, (state) => xoroshiro128plusFromState(state)),
    );

  function generatorOf(stream: string, thing: string): Generator {
    let generators = streams.get(stream);
    if (!generators) {
      generators = new Map();
      streams.set(stream, generators);
    }
    let generator = generators.get(thing);
    if (!generator) {
      generator = xoroshiro128plus((hashText(`${stream}/${thing}`) ^ seed) | 0);
      // Neighbouring seeds start alike; the first draws are thrown away.
      for (let draw = 0; draw < 4; draw += 1) generator.next();
      generators.set(thing, generator);
    }
    return generator;
  }

  return {
    integer: (stream, thing, low, high) => uniformInt(generatorOf(stream, thing), low, high),
    snapshot: () =>
      mapValues(streams, (generators) => mapValues(generators, (generator) => generator.getState())),
  };
}

function mapValues<T, U>(from: ReadonlyMap<string, T>, make: (value: T) => U): Map<string, U> {
  const to = new Map<string, U>();
  for (const [key, value] of from) to.set(key, make(value));
  return to;
}
