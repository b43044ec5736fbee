/** A cell in words: one line where all pairs fare alike, else one line for each way to fare. */
import type { ReachMatrix } from '../../engine';
import { matrixWords as words } from '../strings/en/matrix';
import type { Cell, Sample } from './cell';
import type { Line } from './lines';
import type { Narrowed } from './narrow';

export interface Told {
  readonly from: Line;
  readonly to: Line;
  readonly cell: Cell;
  readonly matrix: ReachMatrix;
  readonly sets: readonly Narrowed[];
  /** The traffic looked for, as typed; empty for everything. */
  readonly asked: string;
}

export interface CellLine {
  readonly pair: string;
  readonly text: string;
}

const MOST_LINES = 4;
const MOST_TEXTS = 6;

/** @returns the lines, and how many there are beyond them */
export function linesOfCell(told: Told): { readonly lines: readonly CellLine[]; readonly more: number } {
  const { from, to, cell } = told;
  const whole = words.pair(from.label, to.label);
  if (cell.samples.length === 0) return { lines: [{ pair: whole, text: words.extents.self }], more: 0 };
  const [only] = cell.samples;
  if (cell.samples.length === 1 && only)
    return { lines: [{ pair: whole, text: textOf(told, only) }], more: 0 };
  const shown = cell.samples.slice(0, MOST_LINES);
  return {
    lines: [
      { pair: whole, text: words.differs },
      ...shown.map((sample) => ({
        pair: words.pair(sample.from.label, sample.to.label),
        text: textOf(told, sample),
      })),
    ],
    more: cell.samples.length - shown.length,
  };
}

/** For ears. */
export function sentenceOf(told: Told): string {
  const { lines, more } = linesOfCell(told);
  const said = lines.map(({ pair, text }) => `${pair}: ${text}`);
  return [...said, ...(more > 0 ? [words.more(more)] : [])].join('. ');
}

function textOf({ matrix, sets, asked }: Told, { set }: Sample): string {
  const [whole, part] = [matrix.sets[set], sets[set]];
  if (!whole || !part) return words.nothing;
  const why = whole.unknown[0]?.message;
  const doubt = why === undefined ? [] : [words.unknown(why)];
  if (part.extent === 'unknown') return doubt[0] ?? words.extents.unknown;
  const texts = part.texts.slice(0, MOST_TEXTS);
  const left = part.texts.length - texts.length;
  const works = [...texts, ...(left > 0 ? [words.more(left)] : [])].join('; ');
  if (asked === '') return [works === '' ? words.nothing : works, ...doubt].join('; ');
  const said = asked.trim();
  if (part.extent === 'none') return words.noneOf(said);
  return `${part.extent === 'all' ? words.allOf(said) : words.someOf(said)}: ${works}`;
}
