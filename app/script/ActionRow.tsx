/** One action of the script: when, what, with what; another time can be typed. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ScriptAction } from '../../engine';
import { titleOf } from '../canvas/projection/chips';
import { useDocument } from '../state/hooks';
import { runStore } from '../state/run-store';
import { announce, reveal } from '../state/view-store';
import { scriptTabWords as words } from '../strings/en/script';
import { scriptWords } from '../strings/en/timeline';
import { Button } from '../ui/Button';
import { changeAction, nameOf, removeAction } from './changes';
import { readTime, spellTime } from './time-text';
import { TimeInput } from './TimeInput';

export function ActionRow({ action }: { readonly action: ScriptAction }) {
  const title = useDocument((state) => titleOf(state.document, action.target));
  const name = useDocument((state) => nameOf(state.document, action));
  const [text, setText] = useState(() => spellTime(action.at));
  const [wrong, setWrong] = useState<string | null>(null);
  const take = () => {
    if (text === spellTime(action.at)) return;
    const read = readTime(text, momentMs());
    if (!read.ok) {
      setWrong(read.message);
      return;
    }
    setWrong(null);
    setText(spellTime(read.value));
    if (read.value === action.at) return;
    const done = changeAction(action, { at: read.value });
    if (!done.ok) announce(done.error.message, 'bad');
  };
  const detail = detailOf(action);
  return (
    <li className="border-line flex items-start gap-2 border-b py-1 text-sm last:border-b-0">
      <TimeInput
        label={words.timeOf(name)}
        text={text}
        wrong={wrong}
        onText={setText}
        onCommit={take}
        onLeave={() => {
          setText(spellTime(action.at));
          setWrong(null);
        }}
      />
      <span className="flex min-h-7 min-w-0 flex-1 flex-wrap items-center gap-x-1.5">
        {scriptWords[action.type]}
        <button
          type="button"
          className="min-h-6 font-semibold hover:underline"
          onClick={() => reveal(action.target)}
        >
          {title}
        </button>
        {detail !== '' && <span className="text-soft text-xs">{detail}</span>}
      </span>
      <Button
        look="quiet"
        aria-label={words.remove(name)}
        title={words.remove(name)}
        onClick={() => removeAction(action)}
        icon={<Trash2 size={14} aria-hidden />}
      />
    </li>
  );
}

export const momentMs = (): number => {
  const { moment } = runStore.getState();
  return moment === 'design' ? 0 : Math.round(moment);
};

/** A day, where the document says nothing. */
const DEFAULT_DELAY_MS = 86_400_000;

function detailOf({ type, label, to, code, delayMs, every, times }: ScriptAction): string {
  const parts = [
    type === 'schedule-event'
      ? words.due(code ?? 'instance-retirement', spellTime(delayMs ?? DEFAULT_DELAY_MS))
      : undefined,
    label,
    to === undefined ? undefined : to in words.places ? words.places[to as keyof typeof words.places] : to,
    every === undefined ? undefined : words.repeats(spellTime(every), times ?? 1),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
