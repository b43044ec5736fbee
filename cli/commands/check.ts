/** `check`: do the statements of the document hold? */
import { evaluateChecks } from '../../engine/analysis/checks/checks';
import type { Scenario } from '../../engine/catalog/descriptors';
import type { CheckResult } from '../../engine/model/check';
import { ok, type Result } from '../../engine/model/result';
import { INPUT_HELP, JSON_OPTION, type Command, type Outcome } from '../command';
import { junitOf } from '../junit';
import { inKnownWords, withKnownIds } from '../known-ids';
import type { Options } from '../options';
import { optionsOf } from '../question-options';
import { AT_OPTION, askedOf } from '../view';
import { writeFile } from '../write-file';

const MARKS = { holds: '✓', fails: '✗', unknown: '?' } as const;

export const checkCommand: Command = {
  name: 'check',
  usage: 'check INPUT [--junit FILE] [--at 5m]',
  summary: 'run the checks of the document',
  options: [
    { name: 'junit', value: 'FILE', help: 'write the results as JUnit XML too' },
    AT_OPTION,
    { ...JSON_OPTION, help: 'print one JSON result a line' },
  ],
  help: `${INPUT_HELP} Exit status 1 if a check fails or can't be told; 0 where there are none, which is said.`,
  run: runCheck,
};

function runCheck(options: Options): Result<Outcome> {
  const asked = askedOf(options);
  if (!asked.ok) return asked;
  const { view, network } = asked.value;
  const { document } = view;
  const results = evaluateChecks(view, network).map((result) => inKnownTerms(document, result));
  const file = options.values.get('junit');
  if (file !== undefined) {
    const written = writeFile('--junit', file, junitOf(document.title, results));
    if (!written.ok) return written;
  }
  return ok({
    lines: options.switches.has('json')
      ? results.map((result) => JSON.stringify(result))
      : results.length > 0
        ? asText(results)
        : [],
    holds: results.every(({ holds }) => holds),
    remarks:
      results.length > 0
        ? []
        : ['The input has no checks, so none fails. A scenario lists them under "checks".'],
  });
}

/** What a check was read from is the page's business. */
function inKnownTerms(
  document: Scenario,
  { read: _read, ...result }: CheckResult,
): Omit<CheckResult, 'read'> {
  return {
    ...withKnownIds(document, result),
    id: result.id,
    title: result.title,
    message: inKnownWords(document, result.message),
  };
}

function* asText(results: readonly Omit<CheckResult, 'read'>[]): Iterable<string> {
  for (const { outcome, title, message, code, counterExample } of results) {
    yield `${MARKS[outcome]} ${title}`;
    yield `    ${message}${code === undefined ? '' : ` [${code}]`}`;
    if (counterExample) yield `    For example: trace ${optionsOf(counterExample)}`;
  }
  const count = (wanted: CheckResult['outcome']): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  yield '';
  yield `${count('holds')} of ${results.length} hold, ${count('fails')} fail, ${count('unknown')} can't be told.`;
}
