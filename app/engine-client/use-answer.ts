/** Asks the engine about the document as it is and keeps the answer up to date. */
import { useEffect, useRef, useState } from 'react';
import type * as Comlink from 'comlink';
import type { Failure } from '../../engine';
import type { Reply, SimulationContract } from '../../workers/contract';
import { useDocument } from '../state/hooks';
import { ask } from './engine-client';

export interface Answer<T> {
  /** The last answer; stays while a newer one is on its way. */
  readonly value: T | null;
  readonly failure: Failure | null;
}

/** The engine as a question gets it. */
export type Engine = Comlink.Remote<SimulationContract>;

const NOTHING: Answer<never> = { value: null, failure: null };

/**
 * @param question what to ask; null to ask nothing.
 * @param key names the question: another key, or another revision of the document, asks again.
 */
export function useAnswer<T>(
  question: ((engine: Engine) => Promise<Reply<T>>) | null,
  key: string,
): Answer<T> {
  const revision = useDocument((state) => state.revision);
  const [answer, setAnswer] = useState<{ key: string; answer: Answer<T> }>({ key: '', answer: NOTHING });
  // The question is a fresh closure on every render; its key says whether it is another one.
  const latest = useRef(question);
  useEffect(() => {
    latest.current = question;
  });
  const asking = question !== null;
  useEffect(() => {
    const current = latest.current;
    if (!asking || !current) return;
    let stale = false;
    void ask(current).then((reply) => {
      if (stale) return;
      setAnswer({
        key,
        answer: reply.ok ? { value: reply.value, failure: null } : { value: null, failure: reply.failure },
      });
    });
    return () => {
      stale = true;
    };
  }, [key, revision, asking]);
  return question && answer.key === key ? answer.answer : NOTHING;
}
