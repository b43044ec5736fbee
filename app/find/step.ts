/** From hit to hit with the search closed: the last query goes on. Without one, the search opens. */
import { setView } from '../state/view-store';
import { findStore, lookAgain, showNext, startFinding } from './find-store';

export async function stepToHit(by: 1 | -1): Promise<void> {
  if (findStore.getState().query.trim() === '') {
    setView({ finding: true });
    return;
  }
  await startFinding();
  lookAgain();
  showNext(by);
}
