/** Sets one property through the engine, which may refuse: one edit, one undo step. */
import type { ResourceId } from '../../engine';
import { propose, type Refusal } from '../state/perform';

export interface SetProblem {
  readonly message: string;
  readonly refusal?: Refusal;
}

/** @param value null takes an optional property away. */
export async function setProperty(id: ResourceId, key: string, value: unknown): Promise<SetProblem | null> {
  const outcome = await propose({ type: 'set', id, key, value });
  return outcome.ok ? null : outcome;
}
