/** Asks for the inside of an instance at the moment shown, again whenever the moment or the drawing has changed. */
import { useEffect, useState } from 'react';
import type { Failure, InsideAnswer, InsideQuestion, ResourceId } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { useDocument } from '../state/hooks';
import { runStore, type RunState } from '../state/run-store';

/** While the clock runs it is asked this often and not more. */
const STEP_MS = 350;

export type AnswerTo<Q extends InsideQuestion> = Extract<InsideAnswer, { readonly question: Q }>;

export interface Inside<Q extends InsideQuestion> {
  /** The last answer; stays while a newer one is on its way. */
  readonly value: AnswerTo<Q> | null;
  readonly failure: Failure | null;
}

/** The moment shown, as it was a fraction of a second ago while the clock runs. */
export function useSteadyMoment(): RunState['moment'] {
  const [moment, setMoment] = useState(() => runStore.getState().moment);
  useEffect(() => {
    let timer = 0;
    const take = () => {
      timer = 0;
      setMoment(runStore.getState().moment);
    };
    const stop = runStore.subscribe((state, before) => {
      if (state.moment === before.moment || timer !== 0) return;
      timer = window.setTimeout(take, state.playing ? STEP_MS : 0);
    });
    take();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return moment;
}

export function useInside<Q extends InsideQuestion>(id: ResourceId, question: Q): Inside<Q> {
  const moment = useSteadyMoment();
  const revision = useDocument((state) => state.revision);
  const subject = `${id} ${question}`;
  const [last, setLast] = useState<{ readonly subject: string; readonly answer: Inside<Q> } | null>(null);
  useEffect(() => {
    let stale = false;
    void ask((engine) => engine.inside(id, question, moment)).then((reply) => {
      if (stale) return;
      const answer: Inside<Q> = reply.ok
        ? { value: isAnswerTo(reply.value, question) ? reply.value : null, failure: null }
        : { value: null, failure: reply.failure };
      setLast({ subject, answer });
    });
    return () => {
      stale = true;
    };
  }, [id, question, subject, moment, revision]);
  return last?.subject === subject ? last.answer : { value: null, failure: null };
}

const isAnswerTo = <Q extends InsideQuestion>(answer: InsideAnswer, question: Q): answer is AnswerTo<Q> =>
  answer.question === question;
