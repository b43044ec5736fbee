/** `run`: plays the document's script and prints what happened. */
import type { Scenario } from '../../engine/catalog/descriptors';
import { createRun } from '../../engine/catalog/run';
import type { RunEvent, RunOutline } from '../../engine/model/live';
import { ok, type Result } from '../../engine/model/result';
import { INPUT_HELP, JSON_OPTION, type Command, type Outcome } from '../command';
import { makeDuration, parseDuration } from '../duration';
import { withKnownIds } from '../known-ids';
import { parseInteger, type Options } from '../options';
import { readInput } from '../read-input';

const MAX_SEED = 4_294_967_295;

export const runCommand: Command = {
  name: 'run',
  usage: 'run INPUT [--until 30d] [--seed N]',
  summary: 'play the script and print the event log',
  options: [
    {
      name: 'until',
      value: '30d',
      help: 'how far to play; left out: an hour after the last action, at least two hours',
    },
    { name: 'seed', value: 'N', help: 'another seed than the document’s' },
    { ...JSON_OPTION, help: 'print one JSON event a line and a last line { "summary": … }' },
  ],
  help: INPUT_HELP,
  run: play,
};

function play(options: Options): Result<Outcome> {
  const until = options.values.get('until');
  const untilMs = until === undefined ? undefined : parseDuration('--until', until);
  if (untilMs && !untilMs.ok) return untilMs;
  const seed = options.values.get('seed');
  const seedNumber = seed === undefined ? undefined : parseInteger('--seed', seed, 0, MAX_SEED);
  if (seedNumber && !seedNumber.ok) return seedNumber;
  const opened = readInput(options.inputs);
  if (!opened.ok) return opened;
  const document: Scenario = seedNumber
    ? { ...opened.value.document, seed: seedNumber.value }
    : opened.value.document;
  const run = createRun(document, { maxLines: Infinity, ...(untilMs ? { until: untilMs.value } : {}) });
  while (run.advance(100_000) === 'more');
  const outline = run.outline();
  const lines = options.switches.has('json') ? asJson(document, outline) : asText(outline);
  return ok({ lines, holds: outline.cutShort === undefined });
}

/** One line at a time: a long run's log is never held twice. */
function* asJson(document: Scenario, outline: RunOutline): Iterable<string> {
  for (const event of outline.events) yield JSON.stringify(withKnownIds(document, event));
  yield JSON.stringify({ summary: { ...summaryOf(document, outline) } });
}

const summaryOf = ({ seed }: Scenario, { until, events, traceHash, cutShort }: RunOutline) => ({
  seed,
  until,
  events: events.length,
  traceHash,
  ...(cutShort === undefined ? {} : { cutShort }),
});

function* asText(outline: RunOutline): Iterable<string> {
  for (const event of outline.events) yield `${makeTime(event)}  ${event.message}`;
  yield `${outline.events.length} events until ${makeDuration(outline.until)} (trace ${outline.traceHash})`;
  if (outline.cutShort !== undefined) yield outline.cutShort;
}

/** `00:02:10.500`, with days in front once there are any. */
function makeTime({ at }: RunEvent): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const days = Math.floor(at / 86_400_000);
  const seconds = Math.floor(at / 1000);
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(at % 1000).padStart(3, '0')}`;
  return days > 0 ? `${days}d ${clock}` : clock;
}
