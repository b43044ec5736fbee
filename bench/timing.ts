/** How long something takes, and how that grows. */

/** Median of the times of a job, ms; the first third of the rounds warms up and is not counted. */
export function medianTime(rounds: number, job: () => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(timeOf(job));
  return medianOf(times.slice(Math.floor(rounds / 3)));
}

/** ms */
export function timeOf(job: () => unknown): number {
  const began = performance.now();
  job();
  return performance.now() - began;
}

export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);

/** The smallest value that is not exceeded by that share of the values. */
export const quantileOf = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

/** The exponent of growth: the slope of a straight line through the logarithms, least squares. */
export function growthOf(points: readonly (readonly [size: number, figure: number])[]): number {
  const logs = points.map(([size, figure]) => [Math.log(size), Math.log(figure)] as const);
  const meanOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = meanOf(logs.map(([size]) => size));
  const y = meanOf(logs.map(([, figure]) => figure));
  const above = logs.reduce((sum, [size, figure]) => sum + (size - x) * (figure - y), 0);
  const below = logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0);
  return above / below;
}
