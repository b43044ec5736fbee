/** What an edit changes, as lines before and after. */
import type { DiffLine } from '../../engine';
import { reveal } from '../state/view-store';
import { diffWords as words } from '../strings/en/paths';

export function DiffLines({ lines }: { readonly lines: readonly DiffLine[] }) {
  return (
    <ul aria-label={words.title} className="m-0 list-none p-0">
      {lines.map((line, index) => (
        <li key={`${line.resource} ${index}`} className="diff">
          <button
            type="button"
            className="text-accent min-h-6 hover:underline"
            onClick={() => reveal(line.resource)}
          >
            {line.label}
          </button>
          {line.before !== null && (
            <del>
              <span className="sr-only">{words.before} </span>
              {line.before}
            </del>
          )}
          {line.after !== null && (
            <ins>
              <span className="sr-only">{words.after} </span>
              {line.after}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
