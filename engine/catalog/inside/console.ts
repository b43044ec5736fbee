/**
 * The boot of an instance as one watches it: its steps, and what the console shows. With user data the run has played
 * it step by step; without, it is told from the times at which the run says pending and running.
 */
import { consoleOutput } from '../../guest/boot/console/console-output';
import type { BootCause, BootInput } from '../../guest/boot/boot-input';
import type { BootStep } from '../../guest/boot/boot-step';
import type { BegunStep, BootProgress } from '../../guest/boot/progress';
import { playBoot } from '../../guest/boot/play-boot';
import { hashText } from '../../kernel/trace-hash';
import type { BootStepShown, ConsoleAnswer } from '../../model/inside';
import type { RunEvent } from '../../model/live';
import { bootInputOf, bootsInSteps } from '../boot/boot-input';
import type { ResourceOf } from '../descriptors';
import type { Run } from '../run';
import type { InsideWorld } from './world';

type Instance = ResourceOf<'instance'>;

interface Boot {
  readonly input: BootInput;
  readonly steps: readonly BootStep[];
  readonly begun: readonly BegunStep[];
  readonly brokenOff: boolean;
}

const NOT_MODELLED = [
  'AWS publishes no times for these steps: they are illustrative, drawn from the seed of the document.',
];

export async function consoleOf(world: InsideWorld, instance: Instance): Promise<ConsoleAnswer> {
  if (world.at === 'design') return nothing('Press play: the console shows a boot as it happens.');
  const run = await world.run();
  const { at } = world;
  const boot = bootsInSteps(instance)
    ? shownProgress(run.bootAt(at, instance.id))
    : toldBoot(world, instance, run, at);
  if (!boot) return nothing(absence(world, instance));
  const steps = boot.steps.map((step, index) => shownStep(step, boot.begun[index], at, boot.brokenOff));
  const ended = boot.begun.filter(({ startsAt, outcome }) => startsAt + outcome.durationMs <= at);
  const lines = consoleOutput({
    input: boot.input,
    startsAt: world.document.startsAt,
    bootsAtMs: boot.begun[0]?.startsAt ?? 0,
    entries: ended.flatMap(({ outcome }, index) => {
      const step = boot.steps[index];
      return step ? [{ step, outcome }] : [];
    }),
  });
  return { question: 'console', steps, lines, notModelled: NOT_MODELLED };
}

const nothing = (absent: string): ConsoleAnswer => ({
  question: 'console',
  absent,
  steps: [],
  lines: [],
  notModelled: [],
});

function absence({ live }: InsideWorld, { id }: Instance): string {
  const state = live[id]?.state;
  if (state === 'not-launched') return 'It is not launched, so that nothing has booted.';
  if (state === 'pending') return 'EC2 is placing it on a host; nothing boots yet.';
  return 'It was running before time 0: its boot is not part of this run.';
}

const shownProgress = (progress: BootProgress | undefined): Boot | undefined =>
  progress && { ...progress, brokenOff: progress.brokenOff === true };

function shownStep(
  { stage, label }: BootStep,
  begun: BegunStep | undefined,
  at: number,
  brokenOff: boolean,
): BootStepShown {
  if (!begun || begun.startsAt > at)
    return { stage, label, startsAt: null, endsAt: null, state: brokenOff ? 'not-simulated' : 'waiting' };
  const { startsAt, outcome } = begun;
  const endsAt = startsAt + outcome.durationMs;
  if (endsAt > at) return { stage, label, startsAt, endsAt: null, state: brokenOff ? 'failed' : 'running' };
  const reason = outcome.result === 'ok' ? undefined : (outcome.reason ?? outcome.message);
  return {
    stage,
    label,
    startsAt,
    endsAt,
    state: outcome.result === 'ok' ? 'done' : outcome.result === 'failed' ? 'failed' : 'not-simulated',
    ...(reason === undefined ? {} : { reason }),
  };
}

const BOOTS: Readonly<Record<string, BootCause | 'as-it-was'>> = {
  'instance-running': 'as-it-was',
  'instance-rebooted': 'reboot',
  'instance-recovered': 'reboot',
  'zone-back': 'reboot',
};

/** Nothing outside is asked in a boot without user data, so that it is the same whenever it is told. */
function toldBoot(world: InsideWorld, instance: Instance, run: Run, at: number): Boot | undefined {
  const own = ownLines(run, instance.id, at);
  const last = own.findLastIndex(({ type }) => type in BOOTS);
  const event = own[last];
  if (!event) return undefined;
  const before = own.slice(0, last);
  const pending = before.findLast((one) => setsState(one, instance.id, 'pending'));
  const cause = causeOf(event, before);
  const input = bootInputOf(world.document, instance, cause, (id) => world.live[id]);
  const draw = (thing: string, low: number, high: number): number =>
    low + (hashText(`${world.document.seed}/${instance.id}/${event.at}/${thing}`) % (high - low + 1));
  const played = playBoot(input, draw, ({ kind }) => ({ state: 'met', reason: `${kind} answers.` }));
  const entries = played.entries.filter(({ step }) => step.id !== 'status-checks');
  const host = entries.filter(({ step }) => step.stage === 'host');
  const since = pending?.at ?? event.at;
  const share = host.length === 0 ? 0 : Math.floor((event.at - since) / host.length);
  let startsAt = event.at;
  const begun = entries.map(({ step, outcome }): BegunStep => {
    const onHost = host.findIndex((one) => one.step === step);
    if (onHost >= 0) return { startsAt: since + onHost * share, outcome: { ...outcome, durationMs: share } };
    const begins = startsAt;
    startsAt += outcome.durationMs;
    return { startsAt: begins, outcome };
  });
  return { input, steps: entries.map(({ step }) => step), begun, brokenOff: false };
}

/** What has happened to it: of a long run as much as can be looked through at once. */
function ownLines(run: Run, id: string, at: number): readonly RunEvent[] {
  const { lines } = run.log({ from: 0, to: at, subject: id, limit: MOST_LINES });
  return lines.filter((event) => event.subject === id);
}

const MOST_LINES = 10_000;

const setsState = (event: RunEvent, id: string, state: string): boolean =>
  event.changes.some((change) => change.subject === id && change.field === 'state' && change.after === state);

function causeOf({ type }: RunEvent, before: readonly RunEvent[]): BootCause {
  const known = BOOTS[type];
  if (known !== undefined && known !== 'as-it-was') return known;
  const starts = before.findLast((one) => one.type === 'start' || one.type === 'run-instances');
  if (starts?.type !== 'start') return 'launch';
  return starts.message.includes('takes its memory back') ? 'resume' : 'start';
}
