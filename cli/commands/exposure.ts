/** `exposure`: what the internet reaches, what reaches the internet, and why. */
import { exposureReasons } from '../../engine/analysis/exposure-reasons';
import { exposure } from '../../engine/analysis/questions';
import type { Scenario } from '../../engine/catalog/descriptors';
import { knownIdOf } from '../../engine/catalog/lookup';
import type {
  Exposure,
  ExposureLine,
  ExposureQuestion,
  ExposureReason,
  ReachMember,
} from '../../engine/model/traffic';
import type { Network } from '../../engine/network/network';
import { ok, type Result } from '../../engine/model/result';
import { INPUT_HELP, JSON_OPTION, type Command, type Outcome } from '../command';
import { inKnownWords, withKnownIds } from '../known-ids';
import type { Options } from '../options';
import { AT_OPTION, askedOf, momentText, remarksOn } from '../view';

export const exposureCommand: Command = {
  name: 'exposure',
  usage: 'exposure INPUT [--at 5m]',
  summary:
    'say what the internet can reach, what can reach the internet, and by which gateway, address and rule',
  options: [AT_OPTION, JSON_OPTION],
  help: INPUT_HELP,
  run: runExposure,
};

function runExposure(options: Options): Result<Outcome> {
  const asked = askedOf(options);
  if (!asked.ok) return asked;
  const { network, opened, view } = asked.value;
  const found = withReasons(network, exposure(network));
  const json = options.switches.has('json');
  return ok({
    lines: json ? [JSON.stringify(withKnownIds(view.document, found))] : asText(view.document, found),
    holds: true,
    remarks: json ? [] : remarksOn(opened),
  });
}

interface ExplainedLine extends ExposureLine {
  /** By what: gateways, translations, the rules that let it through. */
  readonly why: readonly ExposureReason[];
}

interface Explained extends Exposure {
  readonly inbound: readonly ExplainedLine[];
  readonly outbound: readonly ExplainedLine[];
}

function withReasons(network: Network, { inbound, outbound, askedOf: moment }: Exposure): Explained {
  const explained =
    (side: ExposureQuestion['side']) =>
    (line: ExposureLine): ExplainedLine => {
      const [first] = line.members;
      const why = first && exposureReasons(network, { side, family: line.family, member: first.id });
      return { ...line, why: why?.ok ? why.value : [] };
    };
  return {
    inbound: inbound.map(explained('inbound')),
    outbound: outbound.map(explained('outbound')),
    askedOf: moment,
  };
}

function* asText(document: Scenario, { inbound, outbound, askedOf: moment }: Explained): Iterable<string> {
  yield momentText(moment);
  yield* section(document, 'The internet reaches', inbound, 'The internet reaches nothing.');
  yield* section(document, 'These reach the internet', outbound, 'Nothing reaches the internet.');
}

function* section(
  document: Scenario,
  title: string,
  lines: readonly ExplainedLine[],
  none: string,
): Iterable<string> {
  yield '';
  if (lines.length === 0) {
    yield none;
    return;
  }
  yield title;
  for (const line of lines) {
    yield `  ${membersText(line.members)}${line.family === 6 ? '  (IPv6)' : ''}`;
    for (const { text } of line.works) yield `      ${text}`;
    for (const { text } of line.sometimes) yield `      sometimes ${text}`;
    for (const { message, code } of line.unknown)
      yield `      not known: ${inKnownWords(document, message)} [${code}]`;
    for (const { resource, rule, text } of line.why)
      yield `      by ${knownIdOf(document, resource)}${rule === undefined ? '' : ` ${rule}`}: ${inKnownWords(document, text)}`;
  }
}

const MOST_NAMES = 12;

function membersText(members: readonly ReachMember[]): string {
  const names = members.map(({ label, publicAddresses = [] }) =>
    publicAddresses.length > 0 ? `${label} (${publicAddresses.join(', ')})` : label,
  );
  const rest = names.length - MOST_NAMES;
  return rest > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${rest} more` : names.join(', ');
}
