/** Beside the hops: why, and what one may ask next. */
import type { ScenarioPath } from '../../engine';
import { answerWords as words } from '../strings/en/paths';
import { Why } from './Why';

export function Answer({ result }: { readonly result: ScenarioPath }) {
  return (
    <aside aria-label={words.title} className="w-80 flex-none overflow-auto text-sm lg:w-[27rem]">
      <Why result={result} />
    </aside>
  );
}
