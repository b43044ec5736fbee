/** `reach`: what everything may send to everything, answers included. */
import type { Scenario } from '../../engine/catalog/descriptors';
import { knownIdOf } from '../../engine/catalog/lookup';
import type { PortRange, ReachGroup, ReachMember, ReachSet, TrafficBox } from '../../engine/model/traffic';
import { fail, ok, type Result } from '../../engine/model/result';
import { INPUT_HELP, JSON_OPTION, type Command, type Outcome } from '../command';
import { csvRow } from '../csv';
import { inKnownWords, withKnownIds } from '../known-ids';
import type { Options } from '../options';
import { pairsOf, type Pair, type Pairs } from '../reach-pairs';
import { AT_OPTION, askedOf, remarksOn } from '../view';

const FORMATS = ['table', 'csv', 'json'] as const;
type Format = (typeof FORMATS)[number];

export const reachCommand: Command = {
  name: 'reach',
  usage: 'reach INPUT [--from X] [--to Y] [--format table|csv|json] [--expand]',
  summary:
    'say what everything may send to everything: exact protocols, ports and addresses, answers included',
  options: [
    {
      name: 'from',
      value: 'X',
      help: 'only from the group that holds X: an id, a Name tag, an address, internet',
    },
    { name: 'to', value: 'Y', help: 'only to the group that holds Y; with --from: exactly these two ends' },
    { name: 'format', value: 'FORMAT', help: 'table (default), csv or json' },
    { name: 'expand', help: 'one line for every single pair instead of every pair of groups' },
    AT_OPTION,
    { ...JSON_OPTION, help: 'the same as --format json' },
  ],
  help: `${INPUT_HELP} Exit status 1 where --from and --to are given and nothing works between them.`,
  run: runReach,
};

/** How one line names its ends. */
interface Line {
  readonly family: 4 | 6;
  readonly from: Named;
  readonly to: Named;
  readonly set: ReachSet;
}

interface Named {
  readonly ids: string;
  readonly label: string;
}

function runReach(options: Options): Result<Outcome> {
  const format = formatOf(options);
  if (!format.ok) return format;
  const asked = askedOf(options);
  if (!asked.ok) return asked;
  const { network, opened, view } = asked.value;
  const { document } = view;
  const [from, to] = [options.values.get('from'), options.values.get('to')];
  const pairs = pairsOf(network, from, to);
  if (!pairs.ok) return fail(pairs.error.reason, inKnownWords(document, pairs.error.message));
  const expand = options.switches.has('expand');
  const isOnePair = from !== undefined && to !== undefined;
  return ok({
    lines: linesIn(format.value, { document, pairs: pairs.value, expand, askedOf: view.at }),
    holds: !isOnePair || pairs.value.some((one) => one.describe(1).boxes.length > 0),
    remarks: format.value === 'table' ? remarksOn(opened) : [],
  });
}

function formatOf({ values, switches }: Options): Result<Format> {
  const given = values.get('format') ?? (switches.has('json') ? 'json' : 'table');
  const format = FORMATS.find((one) => one === given);
  if (format === undefined)
    return fail('not-allowed', `--format is "${given}"; allowed: ${FORMATS.join(', ')}.`);
  if (switches.has('json') && format !== 'json')
    return fail('not-allowed', `--json and --format ${format} do not go together; give one of them.`);
  return ok(format);
}

interface Printed {
  readonly document: Scenario;
  readonly pairs: readonly Pairs[];
  readonly expand: boolean;
  readonly askedOf: 'design' | number;
}

function linesIn(format: Format, printed: Printed): Iterable<string> {
  switch (format) {
    case 'table':
      return asTable(printed);
    case 'csv':
      return asCsv(printed);
    case 'json':
      return printed.expand ? asJsonLines(printed) : asJson(printed);
  }
}

/** One at a time: there may be millions. */
function* linesOf({ document, pairs, expand }: Printed): Iterable<Line> {
  for (const one of pairs) {
    const known = one.groups.map((group) => group.members.map((member) => named(document, member)));
    const whole = one.groups.map((group, index): Named => ({
      ids: (known[index] ?? []).map(({ ids }) => ids).join(' '),
      label: group.label,
    }));
    for (const pair of one.each()) {
      const set = one.describe(pair.set);
      const { family } = one;
      const [from, to] = [whole[pair.from], whole[pair.to]];
      if (!expand) {
        if (from && to) yield { family, from, to, set };
        continue;
      }
      for (const sender of known[pair.from] ?? [])
        for (const receiver of known[pair.to] ?? [])
          if (sender !== receiver) yield { family, from: sender, to: receiver, set };
    }
  }
}

/** A machine with one name is called by its own id. */
function named(document: Scenario, { id, instanceId, label }: ReachMember): Named {
  const isAlone =
    instanceId !== undefined && (label === document.resources[instanceId]?.name || label === instanceId);
  return { ids: knownIdOf(document, isAlone ? instanceId : id), label };
}

const WIDEST = 48;

function* asTable(printed: Printed): Iterable<string> {
  const { pairs, document } = printed;
  const labels = pairs.flatMap(({ groups }) =>
    printed.expand
      ? groups.flatMap(({ members }) => members.map(({ label }) => label))
      : groups.map(({ label }) => label),
  );
  const width = labels.reduce((most, { length }) => Math.max(most, Math.min(length, WIDEST)), 4);
  const several = pairs.length > 1;
  yield `${'From'.padEnd(width)}  ${'To'.padEnd(width)}  Traffic`;
  let count = 0;
  for (const { family, from, to, set } of linesOf(printed)) {
    count += 1;
    const version = several ? `IPv${family} ` : '';
    const ends = [from.label, to.label].map((label) => inKnownWords(document, label).padEnd(width));
    yield `${ends.join('  ')}  ${version}${inKnownWords(document, trafficWords(set))}`;
  }
  if (count === 0) yield 'Nothing works.';
}

function trafficWords({ text, boxes, sometimes = [], unknown }: ReachSet): string {
  const parts = [
    ...(boxes.length > 0 ? [text] : []),
    ...sometimes.map((box) => `sometimes ${box.text}`),
    ...(unknown.length > 0 ? [`not known: ${unknown.map(({ message }) => message).join(' ')}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : text;
}

const COLUMNS = [
  'from',
  'to',
  'family',
  'result',
  'protocols',
  'ports',
  'icmp_types',
  'icmp_codes',
  'client_ports',
  'addresses',
  'text',
  'from_name',
  'to_name',
] as const;

function* asCsv(printed: Printed): Iterable<string> {
  yield csvRow(COLUMNS);
  for (const { family, from, to, set } of linesOf(printed)) {
    const row = (result: string, cells: readonly string[]): string =>
      csvRow([from.ids, to.ids, `${family}`, result, ...cells, from.label, to.label]);
    for (const box of set.boxes) yield row('works', cellsOf(box));
    for (const box of set.sometimes ?? []) yield row('sometimes', cellsOf(box));
    for (const { message } of set.unknown)
      yield row('unknown', ['', '', '', '', '', '', inKnownWords(printed.document, message)]);
  }
}

const cellsOf = ({ protocols, ports, icmpTypes, icmpCodes, sourcePorts, addresses, text }: TrafficBox) => [
  protocols.join(' '),
  rangesText(ports),
  rangesText(icmpTypes),
  rangesText(icmpCodes),
  rangesText(sourcePorts),
  (addresses ?? []).join(' '),
  text,
];

const rangesText = (ranges: readonly PortRange[] = []): string =>
  ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(' ');

/** One document, written piece by piece. */
function* asJson({ document, pairs, askedOf }: Printed): Iterable<string> {
  yield `{"askedOf":${JSON.stringify(askedOf)},"families":[`;
  for (const [index, one] of pairs.entries()) {
    yield `${index > 0 ? ',' : ''}{"family":${one.family},"groups":[`;
    yield* separated(groupsIn(one).map((group) => JSON.stringify(groupOf(document, group))));
    yield '],"sets":[';
    const sets = Array.from({ length: one.setCount }, (_, number) => one.describe(number));
    yield* separated(sets.map((set, id) => JSON.stringify({ id, ...withKnownIds(document, set) })));
    yield '],"pairs":[';
    yield* separated(pairLines(one.each()));
    yield ']}';
  }
  yield ']}';
}

function* pairLines(pairs: Iterable<Pair>): Iterable<string> {
  for (const { from, to, set } of pairs) yield `{"from":${from},"to":${to},"set":${set}}`;
}

/** Those that a pair names. */
function groupsIn(pairs: Pairs): readonly ReachGroup[] {
  const used = new Set<number>();
  for (const { from, to } of pairs.each()) used.add(from).add(to);
  return pairs.groups.filter((_, index) => used.has(index));
}

function groupOf(document: Scenario, { id, label, members, vpcId, subnetId, groupIds }: ReachGroup): object {
  const known = (of: string | null): string | null => (of === null ? null : knownIdOf(document, of));
  return {
    id,
    label,
    members: members.map((member) => ({
      id: knownIdOf(document, member.id),
      ...(member.instanceId === undefined ? {} : { instance: knownIdOf(document, member.instanceId) }),
      label: member.label,
    })),
    vpc: known(vpcId),
    subnet: known(subnetId),
    securityGroups: groupIds.map(known),
  };
}

function* separated(items: Iterable<string>): Iterable<string> {
  let before: string | null = null;
  for (const item of items) {
    if (before !== null) yield `${before},`;
    before = item;
  }
  if (before !== null) yield before;
}

function* asJsonLines(printed: Printed): Iterable<string> {
  const texts = new Map<ReachSet, string>();
  for (const { family, from, to, set } of linesOf(printed)) {
    let tail = texts.get(set);
    if (tail === undefined) {
      tail = JSON.stringify(withKnownIds(printed.document, set)).slice(1);
      texts.set(set, tail);
    }
    yield `{"from":${JSON.stringify(from.ids)},"to":${JSON.stringify(to.ids)},"family":${family},${tail}`;
  }
}
