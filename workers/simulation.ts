/**
 * The contract over a session: revisions on every answer, mistakes as data, long work in slices.
 * The worker exposes one of these; tests and the page's in-process twin use the very same.
 */
import { Session, type Breathe } from '../engine/session';
import type { Failure, Result } from '../engine/model/result';
import type { Footprint, Reply, SimulationContract } from './contract';

/** How long a step of long work may keep a command waiting. */
const SLICE_MS = 6;

export interface Timing {
  /** A clock that only ever moves forward, in ms. */
  readonly nowMs: () => number;
  /** Resolves after messages that are waiting have been taken. */
  readonly yieldToMessages: () => Promise<void>;
}

export function createSimulation(timing: Timing): SimulationContract {
  const session = new Session();
  let runTurn = 0;
  let compareTurn = 0;

  const answer = <T>(value: T, footprint: Footprint = 'all'): Reply<T> => ({
    ok: true,
    revision: session.revision,
    footprint,
    value,
  });
  const refuse = (failure: Failure): Reply<never> => ({ ok: false, revision: session.revision, failure });
  const reply = <T>(result: Result<T>, footprint: Footprint = 'all'): Reply<T> =>
    result.ok ? answer(result.value, footprint) : refuse(result.error);

  return {
    hello: async () => answer({ engine: 'ec2-playground' }),
    load: async (document, revision) => {
      session.load(document, revision);
      return answer(null);
    },
    apply: async (changes, from, to) => reply(session.apply(changes, from, to)),

    problems: async () => answer(await session.problems()),
    places: async (carried) => answer(await session.places(carried)),
    connections: async (id, at = 'design') => answer(await session.connections(id, at)),
    propose: async (intent, at = 'design') => answer(await session.propose(intent, at)),
    inspect: async (id, at) => reply(await session.inspect(id, at)),
    inside: async (id, question, at, from) => reply(await session.inside(id, question, at, from)),
    reviewRules: async (id) => reply(await session.reviewRules(id)),
    arrange: async (selection) => answer(await session.arrange(selection)),

    trace: async (query, at) => reply(await session.trace(query, at)),
    flows: async (from, to, at) => reply(await session.flows(from, to, at)),
    reach: async (at) => answer(await session.reach(at)),
    exposure: async (at) => answer(await session.exposure(at)),
    exposureReasons: async (question, at) => reply(await session.exposureReasons(question, at)),
    repair: async (query, at) => reply(await session.repair(query, at)),
    close: async (query, at) => reply(await session.close(query, at)),
    checks: async (at) => answer(await session.checks(at)),
    difference: async (question, at) => reply(await session.difference(question, at)),

    compareFuture: async (other) => {
      const mine = ++compareTurn;
      let sliceEndMs = timing.nowMs() + SLICE_MS;
      const breathe: Breathe = async () => {
        if (timing.nowMs() < sliceEndMs) return true;
        await timing.yieldToMessages();
        sliceEndMs = timing.nowMs() + SLICE_MS;
        return mine === compareTurn;
      };
      return reply(await session.compareFuture(other, breathe));
    },
    run: async () => {
      const mine = ++runTurn;
      let sliceEndMs = timing.nowMs() + SLICE_MS;
      const breathe: Breathe = async () => {
        if (timing.nowMs() < sliceEndMs) return true;
        await timing.yieldToMessages();
        sliceEndMs = timing.nowMs() + SLICE_MS;
        return mine === runTurn;
      };
      return reply(await session.run(breathe));
    },
    cancelRun: async () => {
      runTurn += 1;
      return answer(null);
    },
    log: async (query) => answer(await session.log(query)),
    momentAt: async (at) => answer(await session.momentAt(at)),

    open: async (files) => reply(await session.open(files)),
    makeFile: async () => answer(await session.makeFile()),
    makeLink: async (state) => reply(await session.makeLink(state)),
  };
}
