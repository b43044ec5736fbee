/** The six states with the ways between them, the present one lit, and what each call does in each of them. */
import { useState } from 'react';
import type { CallRow, StatesAnswer } from '../../engine';
import { insideWords as words } from '../strings/en/inside';
import { Panel, Part } from './Panel';
import { useInside } from './use-inside';

const MARKS = { acts: '●', nothing: '–', error: '✕' } as const;
const TONES = { acts: 'text-good', nothing: 'text-soft', error: 'text-bad' } as const;

export default function StatesPanel({ id }: { readonly id: string }) {
  return <Panel inside={useInside(id, 'states')}>{(value) => <States {...value} />}</Panel>;
}

export function States({ state, calls }: StatesAnswer) {
  const [chosen, setChosen] = useState<string | null>(null);
  const states = calls[0]?.cells.map((cell) => cell.state) ?? [];
  const listed = chosen ?? (states.includes(state) ? state : states[0]);
  const unknown = calls.some((row) => row.cells.some((cell) => cell.known === 'unknown'));
  return (
    <>
      <Diagram state={state} />
      <Part title={words.calls}>
        <table className="w-full table-fixed border-collapse text-center text-xs">
          <thead>
            <tr className="border-line border-b">
              <th scope="col" className="text-soft w-[22%] py-1 text-left font-normal">
                {words.call}
              </th>
              {states.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`p-0 font-normal ${column === state ? 'bg-accent-soft' : ''}`}
                >
                  <button
                    type="button"
                    aria-pressed={column === listed}
                    aria-label={words.chooseState(column)}
                    title={words.chooseState(column)}
                    lang="en"
                    className={`min-h-7 w-full px-0.5 ${column === listed ? 'font-semibold underline' : 'hover:underline'}`}
                    onClick={() => setChosen(column)}
                  >
                    {column}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calls.map((row) => (
              <tr key={row.call} className="border-line border-b">
                <th scope="row" lang="en" className="py-0.5 text-left font-normal">
                  {row.label}
                </th>
                {row.cells.map((cell) => (
                  <Cell key={cell.state} cell={cell} now={cell.state === state} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {unknown && <p className="text-soft m-0 pt-1 text-xs">{words.unknownHelp}</p>}
      </Part>
      {listed !== undefined && (
        <Part title={words.inState(listed)}>
          <dl className="m-0 grid grid-cols-[minmax(90px,auto)_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
            {calls.map((row) => (
              <Detail key={row.call} row={row} state={listed} />
            ))}
          </dl>
        </Part>
      )}
    </>
  );
}

type CellOf = CallRow['cells'][number];

function Cell({ cell, now }: { readonly cell: CellOf; readonly now: boolean }) {
  const note = words.known[cell.known];
  return (
    <td
      title={[cell.detail, note].filter(Boolean).join(' · ')}
      className={`${TONES[cell.does]} ${now ? 'bg-accent-soft' : ''}`}
    >
      <span aria-hidden>{MARKS[cell.does]} </span>
      {words.does[cell.does]}
      {cell.known === 'unknown' && <sup className="text-warn pl-0.5 font-semibold">{words.unknownMark}</sup>}
    </td>
  );
}

function Detail({ row, state }: { readonly row: CallRow; readonly state: string }) {
  const cell = row.cells.find((one) => one.state === state);
  if (!cell) return null;
  const note = words.known[cell.known];
  return (
    <>
      <dt lang="en" className="text-soft">
        {row.label}
      </dt>
      <dd className="m-0">
        {cell.does === 'nothing' ? (
          <span className={TONES.nothing}>{words.does.nothing}</span>
        ) : (
          <>
            <span className={`${TONES[cell.does]} font-medium`}>{words.does[cell.does]}</span>{' '}
            <span lang="en">{cell.detail}</span>
          </>
        )}
        {note !== '' && <span className="text-warn text-xs"> · {note}</span>}
      </dd>
    </>
  );
}

const W = 92;
const H = 30;
const PLACES = {
  pending: { x: 0, y: 42 },
  running: { x: 152, y: 42 },
  stopping: { x: 304, y: 42 },
  stopped: { x: 456, y: 42 },
  'shutting-down': { x: 152, y: 120 },
  terminated: { x: 456, y: 120 },
} as const;
const WAYS: readonly {
  readonly d: string;
  readonly word?: keyof typeof words.arrows;
  readonly at?: readonly [number, number];
}[] = [
  { d: `M${W} 57H146` },
  { d: `M${152 + W} 57H298`, word: 'stop', at: [274, 51] },
  { d: `M${304 + W} 57H450` },
  { d: 'M502 42V14H46V36', word: 'start', at: [274, 10] },
  { d: 'M198 72V114', word: 'terminate', at: [228, 97] },
  { d: `M${152 + W} 135H450` },
  { d: 'M502 72V114', word: 'terminate', at: [472, 97] },
  { d: 'M166 72v14h-30V66h10', word: 'reboot', at: [112, 84] },
];

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html */
function Diagram({ state }: { readonly state: string }) {
  return (
    <svg
      viewBox="-2 0 552 154"
      role="img"
      aria-label={words.diagram(state)}
      className="mb-3 block w-full text-xs"
    >
      <defs>
        <marker
          id="inside-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0l8 4-8 4z" fill="var(--line-strong)" />
        </marker>
      </defs>
      {WAYS.map(({ d, word, at }) => (
        <g key={d}>
          <path
            d={d}
            fill="none"
            stroke="var(--line-strong)"
            strokeWidth="1.5"
            markerEnd="url(#inside-arrow)"
          />
          {word && at && (
            <text x={at[0]} y={at[1]} textAnchor="middle" fill="var(--text-soft)" fontSize="11">
              {words.arrows[word]}
            </text>
          )}
        </g>
      ))}
      {Object.entries(PLACES).map(([name, { x, y }]) => {
        const lit = name === state;
        return (
          <g key={name}>
            <rect
              x={x}
              y={y}
              width={W}
              height={H}
              rx="8"
              fill={lit ? 'var(--accent)' : 'var(--raised)'}
              stroke={lit ? 'var(--accent)' : 'var(--line-strong)'}
              strokeWidth={lit ? 2 : 1}
            />
            <text
              x={x + W / 2}
              y={y + H / 2 + 4}
              textAnchor="middle"
              fontSize="12"
              fontWeight={lit ? 700 : 400}
              fill={lit ? 'var(--accent-text)' : 'var(--text)'}
            >
              {name}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
