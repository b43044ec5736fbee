/** What everything may send to everything: time and memory, in a process of its own so that nothing else is counted. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compileNetwork, trace } from '../../engine/catalog/network-roles';
import { allPairs } from '../../engine/network/symbolic/all-pairs';
import { Diagrams } from '../../engine/network/symbolic/diagram';
import { createGround } from '../../engine/network/symbolic/ground';
import { seededNetwork } from '../../engine/testing/seeded-network/seeded-network';
import type { Row } from '../row';
import { medianOf, timeOf } from '../timing';

const CHILD = '--all-pairs-of';

interface Answer {
  readonly firstMs: number;
  readonly warmMs: number;
  readonly groups: number;
  readonly pairs: number;
  /** Resident memory at its highest, of the whole process, the document included. */
  readonly peakMb: number;
  /** One packet traced for each pair of groups: from a sample, scaled up. */
  readonly tracedMs: number;
}

function answerFor(instances: number, rounds: number): Answer {
  const document = seededNetwork({ instances, seed: 1 });
  const times: number[] = [];
  let found = { groups: 0, pairs: 0 };
  for (let round = 0; round < rounds; round += 1) {
    // A network and a store of its own for each round: nothing is known from the round before.
    const network = compileNetwork({ document, at: 'design', live: {} });
    times.push(
      timeOf(() => {
        const { groups, pairs } = allPairs(createGround(network, 4, new Diagrams()));
        found = { groups: groups.length, pairs: pairs.targets.length };
      }),
    );
  }
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  const network = compileNetwork({ document, at: 'design', live: {} });
  const SAMPLE = 2000;
  const step = Math.max(1, Math.floor(instances / 50));
  const sampled = timeOf(() => {
    for (let index = 0; index < SAMPLE; index += 1)
      trace(network, {
        from: `i-${((index * 7) % instances) + 1}`,
        to: `i-${((index * step) % instances) + 1}`,
        port: 443,
      });
  });
  return {
    firstMs: times[0] ?? Number.NaN,
    warmMs: medianOf(times.slice(rounds > 1 ? 1 : 0)),
    ...found,
    peakMb,
    tracedMs: (sampled / SAMPLE) * found.groups ** 2,
  };
}

function measured(instances: number, rounds: number): Answer {
  const file = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [file, CHILD, String(instances), String(rounds)], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stderr.trim().split('\n').slice(-3).join(' '));
  return JSON.parse(child.stdout) as Answer;
}

export function measure(): Promise<readonly Row[]> {
  const rows = (instances: number, rounds: number, ms: number, mb?: number): Row[] => {
    const answer = measured(instances, rounds);
    const size = instances.toLocaleString('en');
    return [
      {
        what: `all pairs of ${size} instances, ${answer.groups} groups, warm`,
        figure: answer.warmMs,
        unit: 'ms',
        budget: ms,
        peer: {
          name: 'one packet traced for each pair of groups',
          figure: `${Math.round(answer.tracedMs)} ms`,
        },
        parts: { 'first time': answer.firstMs, 'pairs of groups with traffic': answer.pairs },
      },
      {
        what: `all pairs of ${size} instances, peak memory of the process`,
        figure: measured(instances, 1).peakMb,
        unit: 'MB',
        ...(mb === undefined ? {} : { budget: mb }),
      },
    ];
  };
  return Promise.resolve([...rows(400, 12, 100), ...rows(10_000, 3, 2000, 512)]);
}

const [, , flag, instances = '', rounds = ''] = process.argv;
if (flag === CHILD) process.stdout.write(JSON.stringify(answerFor(Number(instances), Number(rounds))));
