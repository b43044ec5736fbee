/** `diff`: what works otherwise in a second document than in a first. */
import { inIdsOf } from '../../engine/analysis/counterparts';
import { difference } from '../../engine/analysis/difference/difference';
import type { Scenario } from '../../engine/catalog/descriptors';
import type { Difference, PairDifference } from '../../engine/model/difference';
import { fail, ok, type Result } from '../../engine/model/result';
import { INPUT_HELP, JSON_OPTION, type Command, type Outcome } from '../command';
import { refuseInvertedRanges } from '../inverted-range';
import { inKnownWords, withKnownIds } from '../known-ids';
import type { Options } from '../options';
import { readInput } from '../read-input';
import { remarksOn, viewOf } from '../view';
import { optionsOf } from '../question-options';

const MARKS = { gained: '+', lost: '-', changed: '~' } as const;

export const diffCommand: Command = {
  name: 'diff',
  usage: 'diff INPUT_A INPUT_B',
  summary: 'say what works in B and not in A (gained), and in A and not in B (lost)',
  options: [JSON_OPTION],
  help: `Each INPUT is one file, folder or share link. ${INPUT_HELP} Machines are the same by AWS id, by id, or by a Name tag that occurs once in each. Exit status 0 if nothing differs, 1 if something does.`,
  run: runDiff,
};

function runDiff(options: Options): Result<Outcome> {
  const [first, second, ...more] = options.inputs;
  if (first === undefined || second === undefined || more.length > 0)
    return fail(
      'not-allowed',
      `diff takes two inputs and was given ${options.inputs.length}; allowed: INPUT_A INPUT_B, each a file, a folder or a share link.`,
    );
  const before = readInput([first]);
  if (!before.ok) return before;
  const after = readInput([second]);
  if (!after.ok) return after;
  for (const { value } of [before, after]) {
    const ranges = refuseInvertedRanges(value.document);
    if (!ranges.ok) return ranges;
  }
  const a = before.value.document;
  const b = inIdsOf(a, after.value.document);
  const answer = difference(viewOf(a, null), viewOf(b, null));
  if (!answer.ok) return answer;
  // A check that only one of the documents has is no difference of what works.
  const { pairs, checks: all } = answer.value;
  const checks = all.filter((check) => check.before !== null);
  const known: Scenario = {
    ...b,
    resources: { ...b.resources, ...a.resources },
    observed: { ...b.observed, ...a.observed },
  };
  const found: Pick<Difference, 'pairs' | 'checks' | 'summary'> = {
    pairs,
    checks,
    summary: answer.value.summary,
  };
  const json = options.switches.has('json');
  return ok({
    lines: json ? asJson(known, found) : asText(known, found),
    holds: pairs.length === 0 && checks.length === 0,
    remarks: json ? [] : [...remarksOn(before.value), ...remarksOn(after.value)],
  });
}

type Found = Pick<Difference, 'pairs' | 'checks' | 'summary'>;

/** One document, a pair a line. */
function* asJson(document: Scenario, { pairs, checks, summary }: Found): Iterable<string> {
  yield `{"summary":${JSON.stringify(inKnownWords(document, summary))},"pairs":[`;
  for (const [index, pair] of pairs.entries())
    yield `${JSON.stringify(inKnownTerms(document, pair))}${index + 1 < pairs.length ? ',' : ''}`;
  const changed = checks.map(({ before, after: { read: _read, ...after } }) => ({ before, after }));
  yield `],"checks":${JSON.stringify(withKnownIds(document, changed))}}`;
}

const inKnownTerms = (document: Scenario, pair: PairDifference): PairDifference => {
  const known = withKnownIds(document, pair);
  return {
    ...known,
    from: { ...known.from, label: pair.from.label },
    to: { ...known.to, label: pair.to.label },
  };
};

function* asText(document: Scenario, { pairs, checks, summary }: Found): Iterable<string> {
  for (const pair of pairs) {
    const { from, to, family, type, gained, lost, example } = pair;
    yield `${MARKS[type]} ${from.label} → ${to.label}${family === 6 ? '  (IPv6)' : ''}`;
    for (const text of gained) yield `    + ${text}`;
    for (const text of lost) yield `    - ${text}`;
    yield `    For example: trace ${optionsOf(withKnownIds(document, example))}`;
  }
  for (const { before, after } of checks)
    yield `! check "${after.title}": ${before ?? 'not there'} before, ${after.outcome} now. ${inKnownWords(document, after.message)}`;
  yield inKnownWords(document, summary);
}
