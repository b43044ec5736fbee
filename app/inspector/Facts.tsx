/** What follows from the document and the run: read, never typed. */
import type { Inspection } from '../../engine';
import { usePath } from '../state/hooks';
import { ladderOf } from '../state/path-store';
import { reveal } from '../state/view-store';
import { inspector as text } from '../strings';
import { Section } from './Section';

export function FactList({ facts }: { readonly facts: Inspection['facts'] }) {
  if (facts.length === 0) return null;
  return (
    <Section title={text.facts}>
      <dl lang="en" className="grid grid-cols-[minmax(64px,auto)_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
        {facts.map((fact, index) => (
          <div key={index} className="contents">
            <dt className="text-soft">{fact.label}</dt>
            <dd className="break-words">
              {fact.value} {fact.note !== undefined && <span className="text-soft text-xs">{fact.note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const LIT = {
  pass: 'bg-good-soft text-good font-semibold',
  stop: 'bg-bad-soft text-bad font-semibold',
} as const;

export function FactTables({ tables }: { readonly tables: Inspection['tables'] }) {
  const result = usePath((state) => state.result);
  const step = usePath((state) => state.step);
  const hop = result ? ladderOf(result)[step]?.hop : undefined;
  return tables.map((table) => (
    <Section key={table.title} title={table.title}>
      <table lang="en" className="w-full table-fixed text-sm">
        {table.columns.length === 3 && (
          <colgroup>
            <col className="w-[42%]" />
          </colgroup>
        )}
        <thead>
          <tr className="border-line border-b text-left">
            {table.columns.map((column, index) => (
              <th key={index} scope="col" className="text-soft px-1 py-0.5 text-xs font-normal">
                {column === '' ? <span className="sr-only">{text.what}</span> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => {
            const holder = table.holders?.[index];
            const lit =
              holder && hop?.decidedBy?.resource === holder.resource && hop.decidedBy.rule === holder.rule
                ? hop.verdict
                : 'not-reached';
            const [first, ...rest] = row;
            return (
              <tr key={index} className={`border-line border-b ${lit === 'not-reached' ? '' : LIT[lit]}`}>
                <td className="truncate px-1 py-1" title={first}>
                  {first}
                </td>
                {rest.map((cell, at) => (
                  <td key={at} className="truncate px-1 py-1" title={cell}>
                    {holder && at === rest.length - 1 && table.columns.at(-1) === 'group' ? (
                      <button
                        type="button"
                        title={text.rulesOf(cell)}
                        className="text-accent min-h-6 max-w-full truncate hover:underline"
                        onClick={() => reveal(holder.resource)}
                      >
                        {cell}
                      </button>
                    ) : (
                      cell
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          {hop?.verdict === 'stop' &&
            hop.decidedBy &&
            table.whenNoneMatches?.rule === hop.decidedBy.rule &&
            table.whenNoneMatches.resources.includes(hop.decidedBy.resource) && (
              <tr className={`border-line border-b ${LIT.stop}`}>
                <td className="truncate px-1 py-1" title={hop.packetIn.source}>
                  {table.whenNoneMatches.rule === 'inbound' ? hop.packetIn.source : hop.packetIn.destination}
                </td>
                <td colSpan={table.columns.length - 1} className="px-1 py-1">
                  {hop.decidedBy.text}
                </td>
              </tr>
            )}
          {table.rows.length === 0 && (
            <tr>
              <td colSpan={table.columns.length} className="text-soft px-1 py-1.5 text-xs">
                {text.none}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  ));
}
