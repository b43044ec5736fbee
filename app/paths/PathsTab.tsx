/** Ask for a path, walk it hop by hop, see what it rests on and what would open or close it. */
import { usePath } from '../state/hooks';
import { pathWords as words } from '../strings/en/paths';
import { Answer } from './Answer';
import { Ladder } from './Ladder';
import { QuestionRow } from './QuestionRow';
import { VerdictLine } from './VerdictLine';
import './paths.css';

export default function PathsTab() {
  const result = usePath((state) => state.result);
  const failure = usePath((state) => state.failure);
  return (
    <div className="paths flex h-full min-h-0 flex-col">
      <QuestionRow>{result && <VerdictLine result={result} />}</QuestionRow>
      {failure && (
        <p role="alert" className="text-bad m-0 px-3 text-sm">
          {failure}
        </p>
      )}
      {!result && !failure && <p className="text-soft m-0 px-3 text-sm">{words.ask}</p>}
      {result && (
        <div className="flex min-h-0 flex-1 gap-2 px-3 pb-1">
          <Ladder result={result} />
          <Answer result={result} />
        </div>
      )}
    </div>
  );
}
