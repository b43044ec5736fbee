/** `import` and `link`: from one form of a document to another. */
import { arrangeAll } from '../../engine/drawing/arrange';
import type { Opened } from '../../engine/interchange/open';
import { applyChanges } from '../../engine/model/change';
import type { ImportLine } from '../../engine/model/import';
import { fail, ok, type Result } from '../../engine/model/result';
import { makeScenario } from '../../engine/persistence/scenario-file';
import { makeLink } from '../../engine/share/link';
import { INPUT_HELP, JSON_OPTION, type Command } from '../command';
import type { Options } from '../options';
import { readInput } from '../read-input';
import { writeFile } from '../write-file';

/** Where a link opens when nothing else is said: the address of `npm start`. */
const DEFAULT_BASE = 'http://localhost:4173/';

export const importCommand: Command = {
  name: 'import',
  usage: 'import INPUT [-o scenario.json]',
  summary: 'make a scenario of AWS output; the report of what could not be taken over goes to standard error',
  options: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE',
      help: 'where to write the scenario; left out: standard output',
    },
    { name: 'json', help: 'print the report as JSON, one line a line; needs -o' },
  ],
  help: INPUT_HELP,
  run(options) {
    const output = options.values.get('output');
    if (output === undefined && options.switches.has('json'))
      return fail(
        'not-allowed',
        '--json prints the report, so the scenario needs a file of its own: add -o scenario.json.',
      );
    const opened = placed(readInput(options.inputs));
    if (!opened.ok) return opened;
    const { document, report } = opened.value;
    const scenario = makeScenario(document);
    if (output === undefined)
      return ok({ lines: [scenario.trimEnd()], remarks: report.map(showLine), holds: true });
    const written = writeFile('-o', output, scenario);
    if (!written.ok) return written;
    const lines = options.switches.has('json')
      ? report.map((line) => JSON.stringify(line))
      : report.map(showLine);
    return ok({ lines, holds: true });
  },
};

export const linkCommand: Command = {
  name: 'link',
  usage: 'link INPUT [--base https://…]',
  summary: 'print the share link of a document',
  options: [
    { name: 'base', value: 'ADDRESS', help: `where the page is served; left out: ${DEFAULT_BASE}` },
    JSON_OPTION,
  ],
  help: INPUT_HELP,
  run(options) {
    const base = baseOf(options);
    if (!base.ok) return base;
    const opened = placed(readInput(options.inputs));
    if (!opened.ok) return opened;
    const link = `${base.value}#${makeLink(opened.value.document)}`;
    const line = options.switches.has('json') ? JSON.stringify({ link, characters: link.length }) : link;
    return ok({ lines: [line], remarks: opened.value.report.map(showLine), holds: true });
  },
};

function baseOf({ values }: Options): Result<string> {
  const given = values.get('base') ?? DEFAULT_BASE;
  return URL.canParse(given) && /^(?:https?|file):/.test(given)
    ? ok(given.replace(/#.*$/s, ''))
    : fail(
        'not-allowed',
        `--base is "${given}"; allowed: an address such as https://example.org/playground/.`,
      );
}

/** AWS output says nothing of where things are drawn. */
function placed(opened: Result<Opened>): Result<Opened> {
  if (!opened.ok || opened.value.from !== 'aws') return opened;
  const arranged = applyChanges(opened.value.document, arrangeAll(opened.value.document));
  return arranged.ok ? ok({ ...opened.value, document: arranged.value.document }) : arranged;
}

const showLine = ({ severity, where, message, count }: ImportLine): string =>
  `${severity === 'warning' ? '!' : ' '} ${where}: ${message}${count !== undefined && count > 1 && !message.includes(String(count)) ? ` (${count} times)` : ''}`;
