/** Derived facts and actions of one thing at the moment shown; the last answer stays until the next is there. */
import { useEffect, useState } from 'react';
import type { Inspection, ResourceId } from '../../engine';
import { ask } from '../engine-client/engine-client';
import { useDocument, useRun } from '../state/hooks';

/** While the clock runs, facts are asked at most this often. */
const EVERY_MS = 250;
/** An engine that is busy for longer keeps nobody from what is known without it. */
const PATIENCE_MS = 1_000;

/** @returns null if the engine cannot say, undefined until it has said anything: what stands below would be pushed aside. */
export function useInspection(id: ResourceId): Inspection | null | undefined {
  const revision = useDocument((state) => state.revision);
  const moment = useRun((state) => state.moment);
  const live = useRun((state) => state.live[id]);
  const [inspection, setInspection] = useState<Inspection | null>();
  // The facts follow from the document and the state of things; the clock's own ticking changes neither.
  const at = moment === 'design' ? 'design' : Math.floor(moment / EVERY_MS);
  const settled = JSON.stringify(live ?? null);
  useEffect(() => {
    let stale = false;
    void ask((engine) => engine.inspect(id, at === 'design' ? 'design' : at * EVERY_MS + EVERY_MS - 1)).then(
      (reply) => {
        if (!stale) setInspection(reply.ok ? reply.value : null);
      },
    );
    return () => {
      stale = true;
    };
  }, [id, revision, at, settled]);
  useEffect(() => {
    const timer = setTimeout(() => setInspection((known) => known ?? null), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return inspection && inspection.id !== id ? undefined : inspection;
}
