/** Results of checks as JUnit's XML, which continuous integration reads. https://github.com/testmoapp/junitxml */
import type { CheckResult } from '../engine/model/check';

/** @param subject what was checked: the document's title. Unknown is an error: it could not be tested. */
export function junitOf(subject: string, results: readonly Omit<CheckResult, 'read'>[]): string {
  const count = (outcome: CheckResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  const counts = `tests="${results.length}" failures="${count('fails')}" errors="${count('unknown')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ec2-playground" ${counts}>`,
    `  <testsuite name="${escaped(subject)}" ${counts} skipped="0" time="0">`,
    ...results.flatMap(testcase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testcase({
  id,
  type,
  title,
  outcome,
  message,
  code,
  counterExample,
}: Omit<CheckResult, 'read'>): readonly string[] {
  const open = `    <testcase name="${escaped(title)}" classname="${escaped(`${type}.${id}`)}" time="0"`;
  if (outcome === 'holds') return [`${open}/>`];
  const tag = outcome === 'fails' ? 'failure' : 'error';
  const body = counterExample ? `${message}\nFor example: ${JSON.stringify(counterExample)}` : message;
  return [
    `${open}>`,
    `      <${tag} message="${escaped(message)}" type="${escaped(code ?? outcome)}">${escaped(body, true)}</${tag}>`,
    '    </testcase>',
  ];
}

/** Characters that XML 1.0 does not know are taken out: https://www.w3.org/TR/xml/#charsets */
const escaped = (text: string, isBody = false): string => {
  const known = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
  const marked = known
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return isBody ? marked : marked.replace(/[\t\n\r]/g, ' ');
};
