/** What tint and shape of a cell mean. */
import { matrixWords as words } from '../strings/en/matrix';

const EXTENTS = ['all', 'some', 'none', 'unknown', 'self'] as const;

export function Legend() {
  return (
    <ul className="matrix-legend" aria-label={words.legend}>
      {EXTENTS.map((extent) => (
        <li key={extent}>
          <span className="matrix-key" data-extent={extent} aria-hidden>
            <span className="matrix-sign" />
          </span>
          {words.extents[extent]}
        </li>
      ))}
    </ul>
  );
}
