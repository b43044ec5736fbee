/** How rows and columns are put together, which traffic is looked for, which names. */
import { TRAFFIC_SUGGESTIONS } from '../inspector/rules/traffic';
import { matrixWords as words } from '../strings/en/matrix';
import type { Grouping, Line } from './lines';
import { setMatrix, type MatrixView } from './matrix-store';

const START = { row: 0, column: 0 } as const;

export interface MatrixToolsProps {
  readonly view: MatrixView;
  /** The one in use. */
  readonly grouping: Grouping;
  readonly groupings: readonly Grouping[];
  readonly families: readonly (4 | 6)[];
  readonly family: 4 | 6;
  /** Whether what is typed as traffic means something. */
  readonly isUnderstood: boolean;
  readonly lines: readonly Line[];
}

export function MatrixTools(props: MatrixToolsProps) {
  const { view, grouping: current, groupings, families, family, isUnderstood, lines } = props;
  const ends = new Set(lines.flatMap(({ parts }) => parts.flatMap(({ members }) => members)));
  return (
    <div className="matrix-tools">
      <label>
        {words.grouping}
        <select
          value={current}
          onChange={(event) => setMatrix({ grouping: event.target.value as Grouping, at: START })}
        >
          {groupings.map((grouping) => (
            <option key={grouping} value={grouping}>
              {labelOf(grouping)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.traffic}
        <input
          value={view.traffic}
          placeholder={words.trafficHint}
          list="matrix-traffic"
          aria-invalid={!isUnderstood || undefined}
          onChange={(event) => setMatrix({ traffic: event.target.value })}
        />
        <datalist id="matrix-traffic">
          {TRAFFIC_SUGGESTIONS.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      </label>
      <label>
        {words.find}
        <input
          type="search"
          value={view.find}
          placeholder={words.findHint}
          onChange={(event) => setMatrix({ find: event.target.value, at: START })}
        />
      </label>
      {families.length > 1 && (
        <label>
          {words.family}
          <select
            value={family}
            onChange={(event) => setMatrix({ family: event.target.value === '6' ? 6 : 4, at: START })}
          >
            {families.map((one) => (
              <option key={one} value={one}>
                {words.families[one]}
              </option>
            ))}
          </select>
        </label>
      )}
      <span className="text-soft">{words.size(lines.length, ends.size)}</span>
    </div>
  );
}

const labelOf = (grouping: Grouping): string =>
  grouping.startsWith('tag:')
    ? words.byTag(grouping.slice('tag:'.length))
    : words.groupings[grouping as keyof typeof words.groupings];
