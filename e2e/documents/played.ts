/** A run of the corner shop with much happening in it, as plain text: asked for in Node and in the browser. */
import { createRun } from '../../engine/catalog/run';
import { parseScenario } from '../../engine/persistence/scenario-file';

const HOUR_MS = 3_600_000;

/** @param text a scenario file; @returns hash, log and the state of everything at three moments */
export function playedText(text: string): string {
  const parsed = parseScenario(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const instances = Object.values(parsed.value.resources).filter(({ kind }) => kind === 'instance');
  const script = instances.flatMap(({ id }, index) => {
    const repeated = { target: id, every: 24 * HOUR_MS, times: 30 };
    return [
      { id: `act-${3 * index + 1001}`, at: (index + 1) * HOUR_MS, type: 'stop', ...repeated } as const,
      { id: `act-${3 * index + 1002}`, at: (index + 3) * HOUR_MS, type: 'start', ...repeated } as const,
      { id: `act-${3 * index + 1003}`, at: (index + 9) * HOUR_MS, type: 'fail-host', target: id } as const,
    ];
  });
  const run = createRun({ ...parsed.value, script: [...parsed.value.script, ...script] });
  while (run.advance(1000) === 'more');
  const moments = [0, 100, 700].map((hours) => run.momentAt(hours * HOUR_MS + 1234));
  return JSON.stringify([run.outline(), moments]);
}
