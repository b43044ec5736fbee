/** One trace in a network of 1,000 interfaces, warm: µs a question, everything explained. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xorshift128plus } from 'pure-rand/generator/xorshift128plus';
import { designLive } from '../../engine/catalog/design-live';
import { compileNetwork, trace } from '../../engine/catalog/network-roles';
import type { PathQuery } from '../../engine/model/path';
import { shareSample } from '../../engine/testing/share-sample';
import { plainTrace } from '../peers/plain-trace';
import type { Row } from '../row';

const INTERFACES = 1000;
const QUESTIONS = 2000;
const ROUNDS = 12;
const PORTS = [443, 8080, 5432] as const;

interface Question extends PathQuery {
  readonly port: number;
}

/** Pairs of instances and ports, the same in every run; a tenth of them go out to the internet. */
function questions(): readonly Question[] {
  const random = xorshift128plus(7);
  const instance = (): string => `i-${uniformInt(random, 1, INTERFACES)}`;
  return Array.from({ length: QUESTIONS }, (_, index) => ({
    from: instance(),
    to: index % 10 === 0 ? 'internet:203.0.113.7' : instance(),
    protocol: 'tcp',
    port: PORTS[uniformInt(random, 0, PORTS.length - 1)] ?? 443,
  }));
}

const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Median over the rounds of the time a question takes, µs; the first rounds warm up and are not counted. */
function timePerQuestion(
  asked: readonly Question[],
  answer: (question: Question) => unknown,
  rounds: number,
): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    for (const question of asked) answer(question);
    times.push(((performance.now() - began) * 1000) / asked.length);
  }
  return medianOf(times.slice(Math.floor(rounds / 3)));
}

export function measure(): Promise<readonly Row[]> {
  const document = shareSample(INTERFACES);
  const network = compileNetwork({ document, at: 'design', live: designLive(document) });
  const asked = questions();
  const between = asked.filter(({ from, to }) => from !== to && !to.startsWith('internet'));

  const differing = between.filter((question) => {
    const answer = trace(network, question);
    const reached = answer.ok && answer.value.verdict === 'reachable';
    return reached !== plainTrace(document, question.from, question.to, question.port);
  });
  const first = differing[0];
  if (first) {
    const sample = `${first.from} to ${first.to}:${first.port}`;
    throw new Error(`The plain way answers ${differing.length} questions otherwise, e.g. ${sample}.`);
  }

  const ours = timePerQuestion(asked, (question) => trace(network, question), ROUNDS);
  const plain = timePerQuestion(
    between.slice(0, 200),
    (question) => plainTrace(document, question.from, question.to, question.port),
    ROUNDS,
  );
  return Promise.resolve([
    {
      what: 'one trace, 1,000 interfaces, warm',
      figure: ours,
      unit: 'µs',
      budget: 50,
      peer: { name: 'Batfish (published)', figure: '75-92 µs' },
    },
    { what: 'the same by plain look-ups with ipaddr.js, yes or no only', figure: plain, unit: 'µs' },
  ]);
}
