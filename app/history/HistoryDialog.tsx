/** Every undo step, newest first. Choosing one takes the document there; the list stays open to look on. */
import { useMemo, useState } from 'react';
import { Check } from 'lucide-react';
import { FrameDialog } from '../frame/FrameDialog';
import { documentStore, redo, undo } from '../state/document-store';
import { useDocument } from '../state/hooks';
import { announce } from '../state/view-store';
import { historyText as text } from '../strings/en/history';
import { SearchList, type SearchListRow } from '../ui/SearchList';
import { historyLines, stepsTo, type HistoryLine } from './steps';
import './history.css';

export default function HistoryDialog() {
  const past = useDocument((state) => state.past);
  const future = useDocument((state) => state.future);
  const [query, setQuery] = useState('');
  const [stood, setStood] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      historyLines(past, future)
        .filter(({ label }) => (label ?? text.opened).toLowerCase().includes(query.trim().toLowerCase()))
        .map((line): SearchListRow<HistoryLine> => ({
          type: 'option',
          id: String(line.applied),
          disabled: false,
          item: line,
        })),
    [past, future, query],
  );
  const now = String(past.length);
  const has = (id: string | null): boolean => rows.some((row) => row.id === id);
  const active = has(stood) ? stood : has(now) ? now : (rows[0]?.id ?? null);

  return (
    <FrameDialog title={text.title} whole="history" clear>
      <p className="history-hint">{text.hint(past.length, future.length)}</p>
      <SearchList
        label={text.search}
        placeholder={text.search}
        query={query}
        onQuery={setQuery}
        rows={rows}
        active={active}
        onActive={setStood}
        onChoose={(id) => {
          setStood(id);
          goTo(Number(id));
        }}
        show={(line) => <Line line={line} />}
        empty={<p className="search-list-empty">{text.nothing(query.trim())}</p>}
      />
    </FrameDialog>
  );
}

function Line({ line }: { readonly line: HistoryLine }) {
  return (
    <span className="history-line" data-when={line.when}>
      <Check aria-hidden size={15} />
      <span className="search-list-main">{line.label ?? text.opened}</span>
      {line.when !== 'before' && <span className="search-list-detail">{text.when[line.when]}</span>}
    </span>
  );
}

function goTo(applied: number): void {
  const steps = stepsTo(documentStore.getState().past, applied);
  for (let done = 0; done < Math.abs(steps); done++) if ((steps < 0 ? undo() : redo()) === null) break;
  const label = documentStore.getState().past.at(-1)?.label ?? text.opened;
  announce(steps === 0 ? text.here : text.went(label, Math.abs(steps)));
}
