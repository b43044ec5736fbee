/** A field for a time; what can't be read is said below it and changes nothing. */
import { useId } from 'react';
import { scriptTabWords as words } from '../strings/en/script';

export interface TimeInputProps {
  readonly label: string;
  readonly text: string;
  readonly wrong: string | null;
  readonly onText: (text: string) => void;
  readonly onCommit?: () => void;
  readonly onLeave?: () => void;
}

export function TimeInput({ label, text, wrong, onText, onCommit, onLeave }: TimeInputProps) {
  const id = useId();
  return (
    <span className="inline-flex min-w-0 flex-col">
      <input
        aria-label={label}
        title={words.timeHelp}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : id}
        value={text}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        onBlur={onCommit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && onCommit) {
            event.preventDefault();
            onCommit();
          }
          if (event.key === 'Escape' && onLeave) {
            event.stopPropagation();
            onLeave();
          }
        }}
        className={`bg-raised h-7 w-28 rounded border px-1.5 text-sm tabular-nums ${wrong === null ? 'border-line' : 'border-bad'}`}
      />
      {wrong !== null && (
        <span id={id} role="alert" className="text-bad max-w-80 text-xs">
          {wrong}
        </span>
      )}
    </span>
  );
}
