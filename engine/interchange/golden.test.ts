/** Whole imports: describe output in, the report and the verdicts of a few questions out, as text that people review. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileNetwork, trace } from '../catalog/network-roles';
import { knownIdOf, sorted } from '../catalog/lookup';
import type { Scenario } from '../catalog/descriptors';
import type { ImportLine, InputFile } from '../model/import';
import type { PathQuery } from '../model/path';
import { makeScenario, parseScenario, validateScenario } from '../persistence/scenario-file';
import { openInput } from './open';

const SCENARIOS = join(import.meta.dirname, '../scenarios');
const names = readdirSync(SCENARIOS).filter((name) => name.startsWith('aws-'));

function filesOf(folder: string): readonly InputFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      name: relative(folder, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }));
}

const showLine = ({ severity, where, message }: ImportLine): string => `${severity}  ${where}: ${message}`;

const showThings = (document: Scenario): readonly string[] =>
  sorted(document).map(({ id, name }) =>
    [id, knownIdOf(document, id), name]
      .filter((text, index) => text !== undefined && (index !== 1 || text !== id))
      .join('  '),
  );

function showAnswers(document: Scenario, queries: readonly PathQuery[]): readonly string[] {
  const network = compileNetwork({ document, at: 'design', live: {} });
  return queries.map((query) => {
    const path = trace(network, query);
    if (!path.ok) return `${query.id ?? ''}: ${path.error.message}`;
    const { verdict, code, direction, blockers } = path.value;
    const stops = blockers.map(
      ({ resource, rule }) => `${knownIdOf(document, resource)}${rule === undefined ? '' : ` ${rule}`}`,
    );
    return [
      `${query.id ?? ''}:`,
      verdict,
      code,
      direction,
      stops.length > 0 ? `at ${stops.join(', ')}` : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' ');
  });
}

describe.each(names)('%s', (name) => {
  const folder = join(SCENARIOS, name);
  const opened = openInput(filesOf(join(folder, 'describe')));
  if (!opened.ok) throw new Error(opened.error.message);
  const { document, report } = opened.value;

  it('is taken over with this report', async () => {
    const lines = [...report.map(showLine), '', ...showThings(document)];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(folder, 'expected.report.txt'));
  });

  it('answers these questions', async () => {
    const queries = JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')) as readonly PathQuery[];
    await expect(`${showAnswers(document, queries).join('\n')}\n`).toMatchFileSnapshot(
      join(folder, 'expected.paths.txt'),
    );
  });

  it('is a document that can be saved and read again', () => {
    expect(validateScenario(document)).toEqual({ ok: true, value: document });
    expect(parseScenario(makeScenario(document))).toEqual({ ok: true, value: document });
  });
});
