import type { Point } from '../../engine';
import type { Line } from './projection/lines';

export const pointsText = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `${x},${y}`).join(' ');

export function LineShape({ line }: { readonly line: Line }) {
  return <polyline className={`line-${line.look}`} points={pointsText(line.points)} strokeLinejoin="round" />;
}
