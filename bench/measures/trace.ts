/** One trace in a network of 1,000 interfaces, warm: µs a question, everything explained. */
import { designLive } from '../../engine/catalog/design-live';
import type { Scenario } from '../../engine/catalog/descriptors';
import { compileNetwork, trace } from '../../engine/catalog/network-roles';
import { seededNetwork } from '../../engine/testing/seeded-network/seeded-network';
import { shareSample } from '../../engine/testing/share-sample';
import { plainTrace } from '../peers/plain-trace';
import { seededQuestions, type Question } from '../questions';
import type { Row } from '../row';
import { medianTime } from '../timing';

const INTERFACES = 1000;
const QUESTIONS = 2000;
const ROUNDS = 12;

/** µs */
const timePerQuestion = (asked: readonly Question[], answer: (question: Question) => unknown): number =>
  (medianTime(ROUNDS, () => {
    for (const question of asked) answer(question);
  }) *
    1000) /
  asked.length;

export function measure(): Promise<readonly Row[]> {
  const asked = seededQuestions(INTERFACES, QUESTIONS);
  const compiled = (document: Scenario) =>
    compileNetwork({ document, at: 'design', live: designLive(document) });
  const seeded = compiled(seededNetwork({ instances: INTERFACES, seed: 1 }));
  // The plain way knows one VPC whose groups and ACLs are simple, so it is compared in such a one.
  const document = shareSample(INTERFACES);
  const network = compiled(document);
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

  const plain = timePerQuestion(between.slice(0, 200), (question) =>
    plainTrace(document, question.from, question.to, question.port),
  );
  return Promise.resolve([
    {
      what: 'one trace, 1,000 interfaces, warm',
      figure: timePerQuestion(asked, (question) => trace(seeded, question)),
      unit: 'µs',
      budget: 50,
      peer: { name: 'Batfish (published)', figure: '75-92 µs' },
    },
    {
      what: 'one trace, 1,000 interfaces of three policies, warm',
      figure: timePerQuestion(asked, (question) => trace(network, question)),
      unit: 'µs',
      budget: 50,
      peer: { name: 'plain look-ups with ipaddr.js, yes or no only', figure: `${plain.toFixed(0)} µs` },
    },
  ]);
}
