/** From AWS text in memory to a network that can be asked, the check against the schema included. */
import { designLive } from '../../engine/catalog/design-live';
import { compileNetwork } from '../../engine/catalog/network-roles';
import { importAws } from '../../engine/interchange/aws/import-aws';
import type { InputFile } from '../../engine/model/import';
import { validateScenario } from '../../engine/persistence/scenario-file';
import type { Row } from '../row';
import { seededAwsOutput } from '../seeded-aws-output';
import { medianOf, timeOf } from '../timing';

const INSTANCES = 5000;
const ROUNDS = 12;

const STEPS = ['read and translate', 'check against the schema', 'compile'] as const;

/** Times of the steps, ms. */
function ready(files: readonly InputFile[]): readonly number[] {
  const times: number[] = [];
  const step = <T>(job: () => T): T => {
    let made: T | undefined;
    times.push(timeOf(() => (made = job())));
    return made as T;
  };
  const imported = step(() => importAws(files));
  if (!imported.ok) throw new Error(imported.error.message);
  const checked = step(() => validateScenario(imported.value.document));
  if (!checked.ok) throw new Error(checked.error.message);
  const document = checked.value;
  const network = step(() => compileNetwork({ document, at: 'design', live: designLive(document) }));
  if (network.hosts.size !== INSTANCES) throw new Error(`Only ${network.hosts.size} instances arrived.`);
  return times;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export function measure(): Promise<readonly Row[]> {
  const output = seededAwsOutput({ instances: INSTANCES, seed: 1 });
  const files = Object.entries(output).map(([name, text]) => ({ name, text }));
  const texts = files.filter(({ name }) => name !== 'VpcAttributes.json').map(({ text }) => text);
  const parseOnly = (): void => {
    for (const text of texts) JSON.parse(text);
  };

  const cold = sumOf(ready(files));
  // One after the other in each round, so that both meet the machine in the same mood.
  const rounds = Array.from({ length: ROUNDS }, () => ({
    plain: timeOf(parseOnly),
    steps: ready(files),
  })).slice(Math.floor(ROUNDS / 3));
  const plain = medianOf(rounds.map((round) => round.plain));
  const parts = Object.fromEntries(
    STEPS.map((name, index) => [name, medianOf(rounds.map(({ steps }) => steps[index] ?? Number.NaN))]),
  );
  const size = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  return Promise.resolve([
    {
      what: 'AWS text of 5,000 instances to a network, warm',
      figure: medianOf(rounds.map(({ steps }) => sumOf(steps))),
      unit: 'ms',
      budget: 300,
      peer: { name: `JSON.parse alone of ${size.toFixed(0)} MB`, figure: `${plain.toFixed(0)} ms` },
      parts,
    },
    { what: 'the same, first time in the process', figure: cold, unit: 'ms' },
  ]);
}
