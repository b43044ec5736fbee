/** One line of the table that `npm run bench` prints. */
export interface Row {
  readonly what: string;
  readonly figure: number;
  /** `KB` is 1,000 bytes, `MB` 1,000,000; `shift` is the browser's cumulative layout shift. */
  readonly unit: 'KB' | 'MB' | 'characters' | 'µs' | 'ms' | 'exponent' | 'points' | 'shift';
  /** What the figure must not exceed, in the same unit; a row without one is for comparison only. */
  readonly budget?: number;
  /** Somebody else's figure for the same job, and whose. */
  readonly peer?: { readonly name: string; readonly figure: string };
  /** What the figure consists of. */
  readonly parts?: Readonly<Record<string, number>>;
}

export type Measure = () => Promise<readonly Row[]>;
