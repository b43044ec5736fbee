/**
 * Ways of many lines, found by and by: a crowded drawing asks for hundreds of searches at once. Each line is there from
 * the beginning, as it was before or by a rough way, and is led around what it crosses when its turn comes.
 */
import type { Drawing, Rect } from '../../../engine';
import { attachmentLine, type Ends, type Line } from '../projection/lines';
import { roughWay, wayBetween } from './way';

export interface Ways {
  readonly drawing: Drawing;
  readonly ends: readonly Ends[];
  /** In the order of `ends`. */
  readonly lines: readonly Line[];
  /** Lines before this one have their way. */
  readonly done: number;
}

/** @param before what was shown until now: a line whose ends stand where they stood keeps its way until it has another. */
export function begin(drawing: Drawing, ends: readonly Ends[], before: Ways | null): Ways {
  const known = new Map(before?.ends.map((one, index) => [one.id, { one, line: before.lines[index] }]));
  const lines = ends.map((one) => {
    const was = known.get(one.id);
    const stays = was && isSame(was.one.from, one.from) && isSame(was.one.to, one.to);
    return attachmentLine(one, (stays ? was.line?.points : undefined) ?? roughWay(one.from, one.to));
  });
  return { drawing, ends, lines, done: 0 };
}

export const isDone = ({ ends, done }: Ways): boolean => done >= ends.length;

/** @param mayGoOn asked after each line. */
export function goOn(ways: Ways, mayGoOn: () => boolean): Ways {
  const lines = [...ways.lines];
  let { done } = ways;
  for (; done < ways.ends.length; done++) {
    const one = ways.ends[done];
    const line = one && lines[done];
    if (!one || !line) break;
    const points = wayBetween(ways.drawing, one.from, one.to);
    // A line that stays the same is not drawn anew.
    if (points !== line.points) lines[done] = attachmentLine(one, points);
    if (!mayGoOn()) return { ...ways, lines, done: done + 1 };
  }
  return { ...ways, lines, done };
}

type Placed = Pick<Ends['from'], 'key' | 'left' | 'top'> & Pick<Rect, 'width' | 'height'>;

const isSame = (a: Placed, b: Placed): boolean =>
  a.key === b.key && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
