/** Beside the hops: why, and what one may ask next. Each part is loaded and asked for when it is opened. */
import { lazy, Suspense, useState, type ComponentType } from 'react';
import type { ScenarioPath } from '../../engine';
import { useLastEdit } from '../asking/last-edit';
import { answerWords as words } from '../strings/en/paths';
import { Why } from './Why';

const ChangedLine = lazy(() => import('../asking/ChangedLine'));

const PARTS = ['why', 'repair', 'close', 'flows', 'keep'] as const;
type Part = (typeof PARTS)[number];

const PANELS: Readonly<Record<Exclude<Part, 'why'>, ComponentType>> = {
  repair: lazy(() => import('./RepairPanel')),
  close: lazy(() => import('./ClosePanel')),
  flows: lazy(() => import('./FlowsPanel')),
  keep: lazy(() => import('./KeepPanel')),
};

/** What makes sense for a verdict: nothing to repair where all arrives, nothing to stop where nothing does. */
const fits = (part: Part, { verdict }: ScenarioPath): boolean =>
  part === 'repair' ? verdict !== 'reachable' : part === 'close' ? verdict !== 'unreachable' : true;

export function Answer({ result }: { readonly result: ScenarioPath }) {
  const [asked, setAsked] = useState<Part>('why');
  const edit = useLastEdit();
  const part = fits(asked, result) ? asked : 'why';
  const Panel = part === 'why' ? null : PANELS[part];
  return (
    <aside aria-label={words.title} className="relative w-80 flex-none overflow-auto text-sm lg:w-[27rem]">
      <div className="answer-head" role="group" aria-label={words.parts}>
        {PARTS.filter((one) => fits(one, result)).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={part === one}
            onClick={() => setAsked(one)}
            className={`h-6 rounded-full border px-2.5 text-xs ${
              part === one ? 'border-accent bg-accent-soft font-semibold' : 'border-line text-soft'
            }`}
          >
            {one === 'why' && result.verdict === 'reachable' ? words.answer : words[one]}
          </button>
        ))}
      </div>
      {edit && (
        <Suspense fallback={null}>
          <ChangedLine key={edit.revision} edit={edit} />
        </Suspense>
      )}
      {Panel ? (
        <Suspense fallback={null}>
          <Panel />
        </Suspense>
      ) : (
        <Why result={result} />
      )}
    </aside>
  );
}
