/** `trace`: one packet there and back, or many of a file. */
import { compileNetwork, trace } from '../../engine/catalog/network-roles';
import type { Scenario, ScenarioPath, ScenarioView } from '../../engine/catalog/descriptors';
import { designLive } from '../../engine/catalog/design-live';
import { createRun } from '../../engine/catalog/run';
import type { Opened } from '../../engine/interchange/open';
import type { PathQuery } from '../../engine/model/path';
import { ok, type Failure, type Result } from '../../engine/model/result';
import { parseDuration } from '../duration';
import { inKnownWords, withKnownIds } from '../known-ids';
import type { Options, OptionShape } from '../options';
import { INPUT_HELP, JSON_OPTION, type Command, type Outcome } from '../command';
import { readQueries, readQuery } from '../queries';
import { readInput } from '../read-input';
import { showPath } from '../show-path';
import { terminatedEnd } from '../terminated-end';

const OPTIONS: readonly OptionShape[] = [
  {
    name: 'from',
    value: 'X',
    help: 'where the packet starts: a resource id, an AWS id, a Name tag, an IP address, internet or internet:203.0.113.7',
  },
  { name: 'to', value: 'Y', help: 'where it goes: the same' },
  { name: 'protocol', value: 'tcp', help: 'tcp (default), udp, icmp or a protocol number' },
  { name: 'port', value: '443', help: 'destination port; left out: every port' },
  { name: 'source-port', value: 'N', help: 'source port; left out: any a client may use' },
  { name: 'icmp-type', value: 'N', help: 'ICMP type; left out: echo request' },
  { name: 'icmp-code', value: 'N', help: 'ICMP code' },
  {
    name: 'at',
    value: '5m',
    help: 'ask of the run at that time; left out: of the design, as if everything were running',
  },
  {
    name: 'queries',
    value: 'FILE',
    help: 'many at once: a JSON array of { id?, from, to, protocol?, port?, sourcePort?, icmpType?, icmpCode? }; one JSON result a line, in the same order',
  },
  JSON_OPTION,
];

export const traceCommand: Command = {
  name: 'trace',
  usage: 'trace INPUT --from X --to Y [--protocol tcp] [--port 443] [--at 5m]',
  summary: 'follow one packet there and back; says every rule that decided and everything that stops it',
  options: OPTIONS,
  help: INPUT_HELP,
  run: runTrace,
};

function runTrace(options: Options): Result<Outcome> {
  const file = options.values.get('queries');
  const queries: Result<readonly PathQuery[]> =
    file === undefined ? single(options) : readQueries(file, options);
  if (!queries.ok) return queries;
  const opened = readInput(options.inputs);
  if (!opened.ok) return opened;
  const view = viewOf(opened.value.document, options);
  if (!view.ok) return view;
  const network = compileNetwork(view.value);
  const { document } = view.value;
  const answer = (query: PathQuery): Result<ScenarioPath> => {
    const path = trace(network, query);
    if (path.ok) return path;
    const ended = terminatedEnd(query, path.error, opened.value.terminated ?? []);
    return ended ? ok(ended) : path;
  };
  if (file !== undefined) return ok(many(document, queries.value.map(answer), queries.value));
  const [query] = queries.value;
  if (!query) return ok({ lines: [], holds: true });
  const path = answer(query);
  if (!path.ok) return { ok: false, error: inWords(document, path.error) };
  const json = options.switches.has('json');
  const lines = json
    ? [JSON.stringify(resultOf(document, path.value))]
    : showPath(document, query, path.value);
  return ok({
    lines,
    holds: path.value.verdict === 'reachable',
    remarks: json ? [] : remarksOn(opened.value),
  });
}

/** What the answer may lack is said, but not listed with every answer. */
function remarksOn({ report }: Opened): readonly string[] {
  const warnings = report.filter(({ severity }) => severity === 'warning').length;
  if (warnings === 0) return [];
  return [
    `(Not everything of the input is held: ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}; the command import lists them.)`,
  ];
}

const single = (options: Options): Result<readonly PathQuery[]> => {
  const query = readQuery(options);
  return query.ok ? ok([query.value]) : query;
};

function viewOf(document: Scenario, { values }: Options): Result<ScenarioView> {
  const given = values.get('at');
  if (given === undefined) return ok({ document, at: 'design', live: designLive(document) });
  const at = parseDuration('--at', given);
  if (!at.ok) return at;
  const run = createRun(document, { until: at.value });
  while (run.advance(100_000) === 'more');
  return ok({ document, at: at.value, live: run.momentAt(at.value).live });
}

function many(
  document: Scenario,
  paths: readonly Result<ScenarioPath>[],
  queries: readonly PathQuery[],
): Outcome {
  const lines = paths.map((path, index) =>
    JSON.stringify(
      path.ok
        ? resultOf(document, path.value)
        : unanswered(queries[index]?.id, inWords(document, path.error)),
    ),
  );
  return { lines, holds: paths.every((path) => path.ok && path.value.verdict === 'reachable') };
}

const inWords = (document: Scenario, error: Failure): Failure => ({
  ...error,
  message: inKnownWords(document, error.message),
});

/** A fix is shown as its label and changes; what to select afterwards is the page's business. */
const resultOf = (document: Scenario, path: ScenarioPath): ScenarioPath => withKnownIds(document, path);

/** One query of many that names what is not there: a line like the others, so that order and number hold. */
const unanswered = (id: string | undefined, { message }: Failure): ScenarioPath => ({
  ...(id === undefined ? {} : { id }),
  verdict: 'unknown',
  code: 'UNKNOWN_RESOURCE',
  blockers: [],
  forward: { hops: [] },
  return: { hops: [] },
  notes: [{ code: 'UNKNOWN_RESOURCE', message }],
  notModelled: [],
  askedOf: 'design',
});
