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
  /** The same for the thing of that number, whose name need not be looked up each time. */
  integerFor(stream: string, subject: number, low: number, high: number): number;
}

export interface StreamsSnapshot {
  /** Names of the streams in the order they were first drawn from: the nth has its state at 4n. */
  readonly names: readonly (readonly [stream: string, thing: string])[];
  readonly states: Int32Array;
}

export interface SeededStreams extends RandomStreams {
  snapshot(): StreamsSnapshot;
}

/** 32-bit words of a generator's state. */
const WORDS = 4;

interface Stream {
  readonly byThing: Map<string, number>;
  /** By number of a thing: 1 more than the place of its state; 0 where it is not known yet. */
  readonly bySubject: Int32Array;
}

/**
 * @param seed 32-bit unsigned
 * @param from states to go on with
 * @param things names by number, for `integerFor`
 */
export function createRandomStreams(
  seed: number,
  from?: StreamsSnapshot,
  things: readonly string[] = [],
): SeededStreams {
  const streams = new Map<string, Stream>();
  const names: (readonly [string, string])[] = [...(from?.names ?? [])];
  /** Shared by snapshots between which no stream was added. */
  let kept: StreamsSnapshot['names'] = from?.names ?? [];
  let states = new Int32Array(64 * WORDS);
  if (from) {
    states = new Int32Array(Math.max(64 * WORDS, from.states.length));
    states.set(from.states);
    names.forEach(([stream, thing], place) => streamOf(stream).byThing.set(thing, place));
  }

  /** xoroshiro128+ 1.0 on a state that stays where it is, as pure-rand has it on an object of its own. */
  const generator = {
    word: 0,
    next(): number {
      const { word } = generator;
      const s01 = states[word] as number;
      const s00 = states[word + 1] as number;
      const s11 = states[word + 2] as number;
      const s10 = states[word + 3] as number;
      const a0 = s10 ^ s00;
      const a1 = s11 ^ s01;
      states[word] = (s01 << 24) ^ (s00 >>> 8) ^ a1 ^ ((a1 << 16) | (a0 >>> 16));
      states[word + 1] = (s00 << 24) ^ (s01 >>> 8) ^ a0 ^ (a0 << 16);
      states[word + 2] = (a0 << 5) ^ (a1 >>> 27);
      states[word + 3] = (a1 << 5) ^ (a0 >>> 27);
      return (s00 + s10) | 0;
    },
    clone: () => xoroshiro128plusFromState(generator.getState()),
    getState: () => Array.from(states.subarray(generator.word, generator.word + WORDS)),
  };

  function streamOf(name: string): Stream {
    const known = streams.get(name);
    if (known) return known;
    const stream = { byThing: new Map<string, number>(), bySubject: new Int32Array(things.length) };
    streams.set(name, stream);
    return stream;
  }

  function placeOf(name: string, stream: Stream, thing: string): number {
    const known = stream.byThing.get(thing);
    if (known !== undefined) return known;
    const place = names.length;
    if ((place + 1) * WORDS > states.length) {
      const wider = new Int32Array(states.length * 2);
      wider.set(states);
      states = wider;
    }
    const first = xoroshiro128plus((hashText(`${name}/${thing}`) ^ seed) | 0);
    // Neighbouring seeds start alike; the first draws are thrown away.
    for (let draw = 0; draw < 4; draw += 1) first.next();
    states.set(first.getState(), place * WORDS);
    names.push([name, thing]);
    stream.byThing.set(thing, place);
    return place;
  }

  return {
    integer(name, thing, low, high) {
      generator.word = placeOf(name, streamOf(name), thing) * WORDS;
      return uniformInt(generator, low, high);
    },
    integerFor(name, subject, low, high) {
      const stream = streamOf(name);
      let next = stream.bySubject[subject] ?? 0;
      if (next === 0) {
        const thing = things[subject];
        if (thing === undefined) throw new Error(`There is no thing ${subject} to draw for.`);
        next = placeOf(name, stream, thing) + 1;
        stream.bySubject[subject] = next;
      }
      generator.word = (next - 1) * WORDS;
      return uniformInt(generator, low, high);
    },
    snapshot() {
      if (kept.length !== names.length) kept = names.slice();
      return { names: kept, states: states.slice(0, names.length * WORDS) };
    },
  };
}
