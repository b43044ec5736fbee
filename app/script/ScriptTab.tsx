/** What the script does, as a list that can be edited, and beside it the other future where there is one. */
import { GitBranch, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useDocument } from '../state/hooks';
import { scriptTabWords as words } from '../strings/en/script';
import { Button } from '../ui/Button';
import { ActionRow } from './ActionRow';
import { AddAction } from './AddAction';
import { inOrder } from './changes';
import { branchHere } from './futures';
import { FuturesPanel } from './FuturesPanel';

/** A script may have thousands of lines; so many are made at once. */
const PAGE = 200;

export default function ScriptTab() {
  const script = useDocument((state) => state.document.script);
  const looking = useDocument((state) => state.viewOnly);
  const [adding, setAdding] = useState(false);
  const [most, setMost] = useState(PAGE);
  const ordered = useMemo(() => inOrder(script), [script]);
  return (
    <div className="flex h-full min-h-0">
      <fieldset disabled={looking} className="m-0 min-h-0 min-w-0 flex-1 overflow-auto border-0 px-3 py-2">
        {adding ? (
          <AddAction onDone={() => setAdding(false)} />
        ) : (
          <div className="flex flex-wrap gap-1">
            <Button icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
              {words.add}
            </Button>
            <Button
              look="quiet"
              title={words.branchHelp}
              icon={<GitBranch size={14} aria-hidden />}
              onClick={() => void branchHere()}
            >
              {words.branch}
            </Button>
          </div>
        )}
        {ordered.length === 0 && <p className="text-soft m-0 pt-2 text-sm">{words.empty}</p>}
        <ol aria-label={words.list} className="m-0 list-none p-0 pt-1">
          {ordered.slice(0, most).map((action) => (
            <ActionRow key={`${action.id} ${action.at}`} action={action} />
          ))}
        </ol>
        {ordered.length > most && (
          <Button look="quiet" onClick={() => setMost(most + PAGE)}>
            {words.more(ordered.length - most)}
          </Button>
        )}
      </fieldset>
      <FuturesPanel />
    </div>
  );
}
