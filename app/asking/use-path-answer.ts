/** A further question about the path that is shown: asked of the same design or moment as the path itself. */
import type { PathQuery } from '../../engine';
import type { Moment, Reply } from '../../workers/contract';
import { useAnswer, type Answer, type Engine } from '../engine-client/use-answer';
import { usePath } from '../state/hooks';

export function usePathAnswer<T>(
  name: string,
  question: (engine: Engine, query: PathQuery, at: Moment) => Promise<Reply<T>>,
): Answer<T> {
  const query = usePath((state) => state.query);
  const at = usePath((state) => state.result?.askedOf ?? 'design');
  return useAnswer((engine) => question(engine, query, at), `${name} ${at} ${JSON.stringify(query)}`);
}
