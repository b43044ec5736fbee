/** Fleets that move for 30 days: the engine with all its domains, each in a process of its own for the memory. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lifecycleRoles } from '../../engine/catalog/lifecycle-roles';
import { createPlayback } from '../../engine/catalog/playback';
import { DAY_MS, DAYS, makeFleet } from '../fleet';
import type { Row } from '../row';
import { medianOf, timeOf } from '../timing';

const CHILD = '--fleet-of';

interface Answer {
  /** The document translated for the domains; not part of `ms`. */
  readonly rolesMs: number;
  readonly ms: number;
  readonly events: number;
  /** Resident memory at its highest, the document included. */
  readonly peakMb: number;
}

function played(instances: number, daily: boolean, rounds: number): Answer {
  const document = makeFleet({ instances, daily, seed: 1 });
  const began = performance.now();
  const roles = lifecycleRoles(document);
  const rolesMs = performance.now() - began;
  let events = 0;
  const times = Array.from({ length: rounds }, () =>
    timeOf(() => {
      const playback = createPlayback(roles, { maxEvents: 2 ** 28 });
      while (playback.nextAt() <= DAYS * DAY_MS && playback.step());
      events = playback.processed;
    }),
  );
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  return { rolesMs, ms: medianOf(times.slice(Math.floor(rounds / 3))), events, peakMb };
}

function measured(instances: number, daily: boolean, rounds: number): Answer {
  const file = fileURLToPath(import.meta.url);
  const child = spawnSync(
    process.execPath,
    [file, CHILD, String(instances), daily ? 'daily' : 'once', String(rounds)],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(child.stderr.trim().split('\n').slice(-3).join(' '));
  return JSON.parse(child.stdout) as Answer;
}

const CLOUDSIM = { name: 'CloudSim Plus, 10,000 machines hourly (published)', figure: '6800 ms' };

export function measure(): Promise<readonly Row[]> {
  const row = (instances: number, daily: boolean, rounds: number, budget?: number, mb?: number): Row[] => {
    const { ms, rolesMs, events, peakMb } = measured(instances, daily, rounds);
    const millions = Number((events / 1e6).toFixed(2));
    const what = `${instances.toLocaleString('en')} instances for 30 days${daily ? ', stopped and started daily' : ''}, ${millions} million events`;
    return [
      {
        what,
        figure: ms,
        unit: 'ms',
        ...(budget === undefined ? {} : { budget }),
        peer: CLOUDSIM,
        parts: {
          'ns an event': Math.round((ms * 1e6) / events),
          'translating the document, ms': Math.round(rolesMs),
        },
      },
      {
        what: `${what}: peak memory of the process`,
        figure: peakMb,
        unit: 'MB',
        ...(mb === undefined ? {} : { budget: mb }),
      },
    ];
  };
  return Promise.resolve([
    ...row(10_000, false, 6, 300),
    ...row(10_000, true, 4, 600),
    ...row(100_000, false, 1, 3000, 512),
  ]);
}

const [, , flag, instances = '', daily = '', rounds = ''] = process.argv;
if (flag === CHILD)
  process.stdout.write(JSON.stringify(played(Number(instances), daily === 'daily', Number(rounds))));
