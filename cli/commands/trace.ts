/** `trace`: one packet there and back, or many of a file. */
import { trace } from '../../engine/catalog/network-roles';
import type { Scenario, ScenarioPath } from '../../engine/catalog/descriptors';
import type { PathQuery } from '../../engine/model/path';
import { ok, type Failure, type Result } from '../../engine/model/result';
import { inKnownWords, withKnownIds } from '../known-ids';
import type { Options, OptionShape } from '../options';
import { INPUT_HELP, JSON_OPTION, type Command, type Outcome } from '../command';
import { readQueries, readQuery } from '../queries';
import { showPath } from '../show-path';
import { terminatedEnd } from '../terminated-end';
import { unownedAddress } from '../unowned-address';
import { AT_OPTION, askedOf, remarksOn } from '../view';

const OPTIONS: readonly OptionShape[] = [
  {
    name: 'from',
    value: 'X',
    help: 'where the packet starts: a resource id, an AWS id, a Name tag, an IPv4 or IPv6 address, internet or internet:203.0.113.7',
  },
  { name: 'to', value: 'Y', help: 'where it goes: the same, or a DNS name' },
  { name: 'protocol', value: 'tcp', help: 'tcp (default), udp, icmp, icmpv6 or a protocol number' },
  { name: 'port', value: '443', help: 'destination port; left out: every port' },
  { name: 'source-port', value: 'N', help: 'source port; left out: any a client may use' },
  { name: 'icmp-type', value: 'N', help: 'type of icmp or icmpv6; left out: echo request' },
  { name: 'icmp-code', value: 'N', help: 'its code' },
  {
    name: 'source-address',
    value: 'ADDRESS',
    help: 'an address the sender puts into its packets instead of its own',
  },
  { name: 'ignore-services', help: 'count every machine as listening, whatever its services say' },
  AT_OPTION,
  {
    name: 'queries',
    value: 'FILE',
    help: 'many at once: a JSON array of { id?, from, to, protocol?, port?, sourcePort?, icmpType?, icmpCode?, sourceAddress?, ignoreServices? }; one JSON result a line, in the same order',
  },
  JSON_OPTION,
];

export const traceCommand: Command = {
  name: 'trace',
  usage: 'trace INPUT --from X --to Y [--protocol tcp] [--port 443] [--at 5m] | trace INPUT --queries FILE',
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
  const asked = askedOf(options);
  if (!asked.ok) return asked;
  const { opened, network } = asked.value;
  const { document } = opened;
  const answer = (query: PathQuery): Result<ScenarioPath> => {
    const path = trace(network, query);
    if (path.ok) return path;
    const known =
      terminatedEnd(query, path.error, opened.terminated ?? []) ??
      unownedAddress(query, path.error, network.at);
    return known ? ok(known) : path;
  };
  if (file !== undefined) return ok(many(document, queries.value, answer));
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
    remarks: json ? [] : remarksOn(opened),
  });
}

const single = (options: Options): Result<readonly PathQuery[]> => {
  const query = readQuery(options);
  return query.ok ? ok([query.value]) : query;
};

/** One answer at a time: a file may hold a million questions. */
function many(
  document: Scenario,
  queries: readonly PathQuery[],
  answer: (query: PathQuery) => Result<ScenarioPath>,
): Outcome {
  let all = true;
  function* lines(): Iterable<string> {
    for (const query of queries) {
      const path = answer(query);
      all &&= path.ok && path.value.verdict === 'reachable';
      yield JSON.stringify(
        path.ok ? resultOf(document, path.value) : unanswered(query.id, inWords(document, path.error)),
      );
    }
  }
  return { lines: lines(), holds: () => all };
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
