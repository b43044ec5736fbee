/** What a command asks about: the input as a document, as it is designed or at a moment of its run. */
import { compileNetwork, type ScenarioNetwork } from '../engine/catalog/network-roles';
import type { Scenario, ScenarioView } from '../engine/catalog/descriptors';
import { designLive } from '../engine/catalog/design-live';
import { createRun } from '../engine/catalog/run';
import type { Opened } from '../engine/interchange/open';
import { ok, type Result } from '../engine/model/result';
import { makeDuration, parseDuration } from './duration';
import { refuseInvertedRanges } from './inverted-range';
import type { Options, OptionShape } from './options';
import { readInput } from './read-input';

export const AT_OPTION: OptionShape = {
  name: 'at',
  value: '5m',
  help: 'ask of the run at that time; left out: of the design, as if everything were running',
};

export interface Asked {
  readonly opened: Opened;
  readonly view: ScenarioView;
  readonly network: ScenarioNetwork;
}

/** Reads the inputs and compiles the network once; every question of a command is asked of it. */
export function askedOf(options: Options): Result<Asked> {
  const given = options.values.get('at');
  const at = given === undefined ? null : parseDuration('--at', given);
  if (at && !at.ok) return at;
  const opened = readInput(options.inputs);
  if (!opened.ok) return opened;
  const ranges = refuseInvertedRanges(opened.value.document);
  if (!ranges.ok) return ranges;
  const view = viewOf(opened.value.document, at ? at.value : null);
  return ok({ opened: opened.value, view, network: compileNetwork(view) });
}

export function viewOf(document: Scenario, at: number | null): ScenarioView {
  if (at === null) return { document, at: 'design', live: designLive(document) };
  const run = createRun(document, { until: at });
  while (run.advance(100_000) === 'more');
  return { document, at, live: run.momentAt(at).live };
}

export const momentText = (at: 'design' | number): string =>
  at === 'design'
    ? 'asked of the design, as if everything were running'
    : `asked of the run at ${makeDuration(at)}`;

/** What the answer may lack is said, but not listed with every answer. */
export function remarksOn({ report }: Opened): readonly string[] {
  const warnings = report.filter(({ severity }) => severity === 'warning').length;
  if (warnings === 0) return [];
  return [
    `(Not everything of the input is held: ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}; the command import lists them.)`,
  ];
}
