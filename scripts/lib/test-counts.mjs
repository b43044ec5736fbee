/** Sums up the JSON reports of Vitest and Playwright. */
import { readFileSync } from 'node:fs';

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * @param {{ unit: string, e2e: string }} reports paths; a report that is not there counts nothing
 * @returns {{ passed: number, failed: number, skipped: number, secondTry: number, ran: boolean }}
 *   `secondTry`: how many of those that passed needed two tries
 */
export function countTests(reports) {
  const unit = read(reports.unit);
  const stats = read(reports.e2e)?.stats;
  return {
    passed: (unit?.numPassedTests ?? 0) + (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: (unit?.numFailedTests ?? 0) + (stats?.unexpected ?? 0),
    skipped: (unit?.numPendingTests ?? 0) + (stats?.skipped ?? 0),
    secondTry: stats?.flaky ?? 0,
    ran: unit !== undefined || stats !== undefined,
  };
}
